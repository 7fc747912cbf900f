import { byText } from "../text-order";

/** Members of a statement, or of its principal, that IAM takes as one string or a list whose order means nothing. */
const SETS = new Set([
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
  "AWS",
  "Service",
  "Federated",
  "CanonicalUser",
]);

type Members = Record<string, unknown>;

/** Whether a value is a mapping, not a list. */
export function isMembers(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value with the keys of every mapping in order. */
export function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (!isMembers(value)) return value;
  const keys = Object.keys(value).filter((key) => value[key] !== undefined);
  return Object.fromEntries(keys.sort(byText).map((key) => [key, sortKeys(value[key])]));
}

const asList = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : [value]);

/** A list without the order and the repetitions that mean nothing. */
export function canonicalSet(value: unknown): unknown[] {
  const byJson = new Map(asList(value).map((item) => [JSON.stringify(sortKeys(item)), sortKeys(item)]));
  return [...byJson.keys()].sort(byText).map((json) => byJson.get(json));
}

function parsed(value: unknown): unknown {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value.startsWith("%") ? decodeURIComponent(value) : value);
  } catch {
    return value;
  }
}

/** IAM takes numbers and booleans in conditions as their texts. */
function canonicalCondition(value: unknown): unknown {
  if (!isMembers(value)) return canonicalSet(asList(value).map(String));
  return Object.fromEntries(
    Object.keys(value)
      .sort(byText)
      .map((key) => [key, canonicalCondition(value[key])]),
  );
}

function canonicalMember(key: string, value: unknown): unknown {
  if (key === "Condition") return canonicalCondition(value);
  if (isMembers(value)) return canonicalMembers(value);
  return SETS.has(key) ? canonicalSet(value) : sortKeys(value);
}

function canonicalMembers(members: Members): Members {
  return Object.fromEntries(
    Object.keys(members)
      .filter((key) => !isEmptyMember(key, members[key]))
      .sort(byText)
      .map((key) => [key, canonicalMember(key, members[key])]),
  );
}

/** An empty Sid or Condition means the same as none. */
function isEmptyMember(key: string, value: unknown): boolean {
  if (value === undefined) return true;
  if (key === "Sid") return value === "";
  return key === "Condition" && isMembers(value) && Object.keys(value).length === 0;
}

function sidOf(statement: unknown): string {
  return isMembers(statement) && typeof statement.Sid === "string" ? statement.Sid : "";
}

const bySidThenText = (a: unknown, b: unknown) =>
  byText(sidOf(a), sidOf(b)) || byText(JSON.stringify(a), JSON.stringify(b));

/**
 * A policy document in the one form that all documents of the same meaning share: parsed, lists where a single string
 * stood, sets and statements in order. What is no document comes back as it is.
 */
export function canonicalDocument(value: unknown): unknown {
  const document = parsed(value);
  if (!isMembers(document)) return document;
  const { Statement, Version, ...others } = document;
  return sortKeys({
    ...others,
    // What IAM goes by where a document does not say it.
    Version: Version ?? "2008-10-17",
    Statement: asList(Statement ?? [])
      .map((statement) => (isMembers(statement) ? canonicalMembers(statement) : statement))
      .sort(bySidThenText),
  });
}
