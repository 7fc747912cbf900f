import type { PolicyRule } from "../rule";

/** Statements of one document with the same Sid. */
export const duplicateSid: PolicyRule = {
  id: "duplicate-sid",
  title: "Each Sid stands once in its document",
  why: "IAM refuses a document in which a Sid stands twice (MalformedPolicyDocument).",
  remediation: "Give each statement a Sid of its own, or leave it out.",
  severity: "error",
  judge: ({ policy: { document } }) => {
    const seen = new Set<string>();
    return document.statements.flatMap((statement) => {
      const { sid } = statement;
      if (sid === undefined) return [];
      if (seen.has(sid)) return [{ statement, message: `another statement has the Sid ${sid} too` }];
      seen.add(sid);
      return [];
    });
  },
};
