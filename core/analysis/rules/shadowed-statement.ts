import type { PolicyRule } from "../rule";
import { coversStatement } from "../statement-cover";

/** Allow statements of which a Deny of the same document leaves nothing. */
export const shadowedStatement: PolicyRule = {
  id: "shadowed-statement",
  title: "No Deny takes away all that a statement allows",
  why: "The statement has no effect, and whoever reads it believes that it has.",
  remediation: "Leave the statement out, or narrow the Deny.",
  severity: "warning",
  judge: ({ policy: { document }, data }) => {
    const denies = document.statements.filter(({ effect }) => effect === "Deny");
    return document.statements
      .filter(({ effect }) => effect === "Allow")
      .flatMap((statement) => {
        const deny = denies.find((candidate) => coversStatement(candidate, statement, data));
        if (deny === undefined) return [];
        return [
          { statement, message: `${deny.sid ?? `the Deny in statement ${deny.index + 1}`} denies all of it` },
        ];
      });
  },
};
