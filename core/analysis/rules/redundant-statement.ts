import { type PolicyRule, type RuleHit } from "../rule";
import { coversStatement } from "../statement-cover";
import type { ParsedStatement, Patterns } from "../statement";
import { matchesWildcard } from "../wildcard";

/** Statements, actions and resources that say again what the same document says already. */
export const redundantStatement: PolicyRule = {
  id: "redundant-statement",
  title: "Nothing in a document says what it says already",
  why: "Who narrows one of the two believes that access is narrowed, and it is not; and both count against IAM's size limits.",
  remediation: "Leave out the narrower of the two.",
  severity: "warning",
  judge: ({ policy: { document }, data }) =>
    document.statements.flatMap((statement) => [
      ...covered(statement, document.statements, data),
      ...repetitions(statement, statement.action, { name: "Action", ignoreCase: true }),
      ...repetitions(statement, statement.resource, { name: "Resource", ignoreCase: false }),
    ]),
};

function covered(
  statement: ParsedStatement,
  all: readonly ParsedStatement[],
  data: Parameters<typeof coversStatement>[2],
): RuleHit[] {
  const wider = all.find(
    (other) =>
      other !== statement &&
      other.effect === statement.effect &&
      coversStatement(other, statement, data) &&
      // Of two that say the same, the later one is the repetition.
      (other.index < statement.index || !coversStatement(statement, other, data)),
  );
  if (wider === undefined) return [];
  return [{ statement, message: `is covered by ${nameOf(wider)}`, instead: "leave it out" }];
}

function nameOf({ sid, index }: ParsedStatement): string {
  return sid === undefined ? `statement ${index + 1}` : `statement ${sid}`;
}

function repetitions(
  statement: ParsedStatement,
  element: Patterns | undefined,
  { name, ignoreCase }: { name: string; ignoreCase: boolean },
): RuleHit[] {
  const patterns = element?.patterns ?? [];
  return patterns.flatMap((pattern, index) => {
    const wider = patterns.find(
      (other, at) =>
        at !== index &&
        matchesWildcard(other, pattern, { ignoreCase }) &&
        (at < index || !matchesWildcard(pattern, other, { ignoreCase })),
    );
    // Many actions want an ARN of the bucket and one of its objects: "bucket*" covers "bucket*/*", yet says less.
    if (wider === undefined || (name === "Resource" && wider === "*")) return [];
    return [{ statement, message: `${name} ${pattern} is covered by ${wider}`, instead: "leave it out" }];
  });
}
