import { valueText } from "../value-text";

/** A list of patterns, and whether it says what is meant (`Action`) or what is not (`NotAction`). */
export interface Patterns {
  negated: boolean;
  patterns: string[];
}

/** Who a statement of a trust or resource policy is about. */
export interface Principals {
  negated: boolean;
  /** `AWS`, `Service`, `Federated`, `CanonicalUser` with their values; everybody is `AWS: ["*"]`. */
  kinds: Record<string, string[]>;
}

/** One test of a condition block: all tests of a statement must hold, one value of each suffices. */
export interface ConditionTest {
  /** Such as `StringEquals` or `ForAnyValue:StringLike`. */
  operator: string;
  key: string;
  values: string[];
}

/** A statement of any IAM policy in one form, whatever its author wrote as a text or as a list. */
export interface ParsedStatement {
  /** Its place in the document, from 0. */
  index: number;
  sid?: string;
  effect: "Allow" | "Deny";
  action: Patterns;
  /** Undefined in trust policies. */
  resource?: Patterns;
  /** Undefined in identity policies. */
  principal?: Principals;
  conditions: ConditionTest[];
}

/** A policy document in one form. */
export interface ParsedDocument {
  /** Undefined where the author left it out: IAM then takes the language of 2008, without policy variables. */
  version?: string;
  statements: ParsedStatement[];
}

type Plain = Readonly<Record<string, unknown>>;

/**
 * Reads a policy document as IAM does (IAM User Guide, "Grammar of the IAM JSON policy language"): `Statement` may be
 * one or a list, and so may every element of a statement.
 * @param document an object, or its JSON text.
 * @throws TypeError where it is no policy document at all.
 */
export function parsePolicy(document: unknown): ParsedDocument {
  const plain: unknown = typeof document === "string" ? JSON.parse(document) : document;
  if (!isPlain(plain)) throw new TypeError("a policy document is an object");
  const statements = list(plain.Statement).map(parseStatement);
  return typeof plain.Version === "string" ? { version: plain.Version, statements } : { statements };
}

function parseStatement(value: unknown, index: number): ParsedStatement {
  if (!isPlain(value)) throw new TypeError(`statement ${index} is not an object`);
  const action = patterns(value, "Action");
  if (action === undefined) throw new TypeError(`statement ${index} has neither Action nor NotAction`);
  if (value.Effect !== "Allow" && value.Effect !== "Deny") {
    throw new TypeError(`statement ${index} has no Effect of Allow or Deny`);
  }
  const statement: ParsedStatement = {
    index,
    effect: value.Effect,
    action,
    conditions: conditionTests(value.Condition),
  };
  const resource = patterns(value, "Resource");
  const principal = principals(value);
  if (typeof value.Sid === "string") statement.sid = value.Sid;
  if (resource !== undefined) statement.resource = resource;
  if (principal !== undefined) statement.principal = principal;
  return statement;
}

function patterns(statement: Plain, name: "Action" | "Resource"): Patterns | undefined {
  const [said, excluded] = [statement[name], statement[`Not${name}`]];
  if (said !== undefined) return { negated: false, patterns: texts(said) };
  return excluded === undefined ? undefined : { negated: true, patterns: texts(excluded) };
}

function principals({ Principal, NotPrincipal }: Plain): Principals | undefined {
  const value = Principal ?? NotPrincipal;
  if (value === undefined) return undefined;
  const kinds = isPlain(value)
    ? Object.fromEntries(Object.entries(value).map(([kind, names]) => [kind, texts(names)]))
    : { AWS: texts(value) };
  return { negated: Principal === undefined, kinds };
}

function conditionTests(condition: unknown): ConditionTest[] {
  if (!isPlain(condition)) return [];
  return Object.entries(condition).flatMap(([operator, keys]) =>
    Object.entries(isPlain(keys) ? keys : {}).map(([key, values]) => ({
      operator,
      key,
      values: texts(values),
    })),
  );
}

function texts(value: unknown): string[] {
  return list(value).map(valueText);
}

function list(value: unknown): unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

function isPlain(value: unknown): value is Plain {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
