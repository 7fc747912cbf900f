/** A list of patterns, or everything but what it names (`NotAction`, `NotResource`, `NotPrincipal`). */
export interface PatternSet {
  negated: boolean;
  values: string[];
}

/** One test of a `Condition` block: all tests of a statement must hold, one value of a test suffices. */
export interface Condition {
  operator: string;
  key: string;
  values: string[];
}

/** A statement of a policy with everything that IAM leaves to choice put into one form. */
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

type Members = Record<string, unknown>;

const isMembers = (value: unknown): value is Members =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const asList = (value: unknown): unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as unknown[]) : [value];

const texts = (value: unknown): string[] => asList(value).map(String);

/** The account's number stands for its root in a principal, and AWS keeps it as such. */
function principalValue(kind: string, value: string): string {
  return kind === "AWS" && /^arn:[^:]+:iam::\d{12}:root$/.test(value)
    ? `AWS:${value.split(":")[4]}`
    : `${kind}:${value}`;
}

function principalValues(value: unknown): string[] {
  if (!isMembers(value)) return texts(value).map((text) => principalValue("AWS", text));
  return Object.entries(value).flatMap(([kind, names]) =>
    texts(names).map((name) => principalValue(kind, name)),
  );
}

function conditionsOf(value: unknown): Condition[] {
  if (!isMembers(value)) return [];
  return Object.entries(value).flatMap(([operator, keys]) =>
    isMembers(keys)
      ? Object.entries(keys).map(([key, values]) => ({ operator, key, values: texts(values) }))
      : [],
  );
}

function patternSet(
  source: Members,
  member: string,
  read: (value: unknown) => string[],
): PatternSet | undefined {
  if (source[member] !== undefined) return { negated: false, values: read(source[member]) };
  const not = source[`Not${member}`];
  return not === undefined ? undefined : { negated: true, values: read(not) };
}

function toStatement(source: Members, variables: boolean): PolicyStatement {
  const resources = patternSet(source, "Resource", texts);
  const principals = patternSet(source, "Principal", principalValues);
  return {
    effect: source.Effect === "Deny" ? "Deny" : "Allow",
    actions: patternSet(source, "Action", texts) ?? { negated: false, values: [] },
    ...(resources === undefined ? {} : { resources }),
    ...(principals === undefined ? {} : { principals }),
    conditions: conditionsOf(source.Condition),
    variables,
  };
}

/** The statements of a policy document, in any of the forms that IAM takes; none of what is no document. */
export function statementsOf(document: unknown): PolicyStatement[] {
  if (!isMembers(document)) return [];
  const variables = document.Version === "2012-10-17";
  return asList(document.Statement)
    .filter(isMembers)
    .map((statement) => toStatement(statement, variables));
}
