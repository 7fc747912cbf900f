import {
  type ConditionTest,
  type ParsedDocument,
  type ParsedStatement,
  parsePolicy,
  type Patterns,
  type Principals,
} from "../analysis/statement";

/** A list of patterns, or everything but what it names (`NotAction`, `NotResource`, `NotPrincipal`). */
export interface PatternSet {
  negated: boolean;
  values: string[];
}

/** One test of a `Condition` block: all tests of a statement must hold, one value of a test suffices. */
export type Condition = ConditionTest;

/** A statement of a policy in the form in which statements are compared: each element is one flat list. */
export interface PolicyStatement {
  effect: "Allow" | "Deny";
  actions: PatternSet;
  /** Undefined in trust policies, which speak of the role that they belong to. */
  resources?: PatternSet;
  /** Undefined in policies of groups and roles. Values name their kind: `AWS:*`, `Service:glue.amazonaws.com`. */
  principals?: PatternSet;
  conditions: Condition[];
  /** Whether `${aws:username}` is a variable; before version 2012-10-17 it is plain text. */
  variables: boolean;
}

/** The account's number stands for its root in a principal, and AWS keeps it as such. */
function principalValue(kind: string, value: string): string {
  return kind === "AWS" && /^arn:[^:]+:iam::\d{12}:root$/.test(value)
    ? `AWS:${value.split(":")[4]}`
    : `${kind}:${value}`;
}

function principalSet({ negated, kinds }: Principals): PatternSet {
  const values = Object.entries(kinds).flatMap(([kind, names]) =>
    names.map((name) => principalValue(kind, name)),
  );
  return { negated, values };
}

const patternSet = ({ negated, patterns }: Patterns): PatternSet => ({ negated, values: patterns });

function toStatement(
  { effect, action, resource, principal, conditions }: ParsedStatement,
  variables: boolean,
): PolicyStatement {
  return {
    effect,
    actions: patternSet(action),
    ...(resource === undefined ? {} : { resources: patternSet(resource) }),
    ...(principal === undefined ? {} : { principals: principalSet(principal) }),
    conditions,
    variables,
  };
}

/** The statements of a document that has been read already. */
export function statementsOfParsed({ version, statements }: ParsedDocument): PolicyStatement[] {
  return statements.map((statement) => toStatement(statement, version === "2012-10-17"));
}

/**
 * The statements of a policy document, in any of the forms that IAM takes; none where there is no document.
 * @throws TypeError where it is no policy document.
 */
export function statementsOf(document: unknown): PolicyStatement[] {
  return document === undefined ? [] : statementsOfParsed(parsePolicy(document));
}
