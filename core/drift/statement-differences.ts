import { canonicalDocument, canonicalSet, isMembers } from "./canonical-document";

/** A statement of a policy, in canonical form. */
export type CanonicalStatement = Record<string, unknown>;

/** What one policy document allows or denies that another does not. */
export interface StatementDifferences {
  added: CanonicalStatement[];
  removed: CanonicalStatement[];
}

function statementsOf(document: unknown): CanonicalStatement[] {
  const canonical = canonicalDocument(document);
  if (!isMembers(canonical) || !Array.isArray(canonical.Statement)) return [];
  return (canonical.Statement as unknown[]).filter(isMembers);
}

const textOf = (value: unknown) => JSON.stringify(value);

function without(statements: readonly CanonicalStatement[], others: readonly CanonicalStatement[]) {
  const rest = others.map(textOf);
  return statements.filter((statement) => {
    const at = rest.indexOf(textOf(statement));
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}

/** The member in which alone two statements of the same Sid differ, where it is a list; undefined where they differ in more. */
function onlyListThatDiffers(a: CanonicalStatement, b: CanonicalStatement): string | undefined {
  if (a.Sid === undefined || a.Sid !== b.Sid) return undefined;
  const members = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  const different = members.filter((member) => textOf(a[member]) !== textOf(b[member]));
  const [only] = different;
  const isList = only !== undefined && Array.isArray(a[only]) && Array.isArray(b[only]);
  return different.length === 1 && isList ? only : undefined;
}

function listWithout(statement: CanonicalStatement, member: string, other: CanonicalStatement) {
  const known = new Set((other[member] as unknown[]).map(textOf));
  const rest = (statement[member] as unknown[]).filter((item) => !known.has(textOf(item)));
  return rest.length === 0 ? [] : [{ ...statement, [member]: canonicalSet(rest) }];
}

/**
 * The statements that `actual` has more and less than `expected`. Of a statement that has other actions or resources
 * and is else the same, only those are named.
 */
export function statementDifferences(expected: unknown, actual: unknown): StatementDifferences {
  const [before, after] = [statementsOf(expected), statementsOf(actual)];
  const removed = without(before, after);
  const added = without(after, before);
  const result: StatementDifferences = { added: [], removed: [] };
  const paired = new Set<CanonicalStatement>();
  for (const old of removed) {
    const pair = added.find((candidate) => !paired.has(candidate) && onlyListThatDiffers(old, candidate));
    if (pair === undefined) {
      result.removed.push(old);
      continue;
    }
    paired.add(pair);
    const member = onlyListThatDiffers(old, pair)!;
    result.removed.push(...listWithout(old, member, pair));
    result.added.push(...listWithout(pair, member, old));
  }
  result.added.push(...added.filter((statement) => !paired.has(statement)));
  return result;
}
