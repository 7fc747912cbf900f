import type { NamedEnvironment } from "../naming/stack-names";

/** What the placeholders of a policy document stand for. */
export type PlaceholderValues = Record<PlaceholderName, string>;

const NAMES = ["company_prefix", "env", "tenant_id", "account_id", "region"] as const;
type PlaceholderName = (typeof NAMES)[number];

/** Everything from `${` to the next `}`, or to the end where the brace is never closed. */
const REFERENCE = /\$\{([^}]*)(\}?)/g;

/**
 * IAM's policy variables (`${aws:username}`, `${aws:PrincipalTag/team}`, with a default `${aws:username, 'none'}`) and
 * its escapes `${*}`, `${?}`, `${$}`. They are written as in IAM and reach IAM unchanged.
 */
const POLICY_VARIABLE = /^(aws:[A-Za-z][A-Za-z0-9]*(\/[\w+=,.@:/-]+)?(, ?'[^'{}]*')?|[*?$])$/;

/** CloudFormation's names of what has a placeholder here. */
const PSEUDO_PARAMETERS: Record<string, PlaceholderName> = {
  "AWS::AccountId": "account_id",
  "AWS::Region": "region",
};

/** A placeholder that means nothing, with what to write instead. */
export interface PlaceholderProblem {
  message: string;
  hint: string;
}

/** The values of one environment. */
export function placeholderValues({ client, environment }: NamedEnvironment): PlaceholderValues {
  return {
    company_prefix: client.company_prefix,
    env: environment.env,
    tenant_id: client.tenant_id,
    account_id: client.account_id,
    region: environment.region,
  };
}

/** What is wrong with the placeholders of one text: unknown names and braces that are never closed. */
export function placeholderProblems(text: string): PlaceholderProblem[] {
  const problems: PlaceholderProblem[] = [];
  for (const [reference, name = "", brace] of text.matchAll(REFERENCE)) {
    if (brace === "") {
      problems.push({ message: `"${reference}" has no closing brace`, hint: "close it with }" });
    } else if (!isPlaceholder(name) && name !== "AWS::Partition" && !POLICY_VARIABLE.test(name)) {
      problems.push({ message: `unknown placeholder ${reference}`, hint: hintFor(name) });
    }
  }
  return problems;
}

/** Puts the values in; `${AWS::Partition}` and IAM's policy variables stay. The text has no unknown placeholders. */
export function substitutePlaceholders(text: string, values: PlaceholderValues): string {
  return text.replace(REFERENCE, (reference, name: string) =>
    isPlaceholder(name) ? values[name] : reference,
  );
}

function isPlaceholder(name: string): name is PlaceholderName {
  return (NAMES as readonly string[]).includes(name);
}

function hintFor(name: string): string {
  const known = PSEUDO_PARAMETERS[name];
  if (known !== undefined) return `write \${${known}}`;
  const list = NAMES.map((placeholder) => `\${${placeholder}}`).join(", ");
  return `known are ${list}, \${AWS::Partition} and IAM's policy variables such as \${aws:username}`;
}
