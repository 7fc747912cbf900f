import type { PolicyRule } from "../rule";

/** The version of the policy language that has policy variables (IAM User Guide, "Version"). */
const CURRENT = "2012-10-17";

/** Documents without the current version of the policy language. */
export const missingVersion: PolicyRule = {
  id: "missing-version",
  title: "The document names the current version of the policy language",
  why: "Without it IAM reads the language of 2008, in which ${aws:username} is plain text.",
  remediation: `Write Version: "${CURRENT}".`,
  severity: "error",
  judge: ({ policy: { document } }) => {
    if (document.version === CURRENT) return [];
    const message =
      document.version === undefined ? "the document has no Version" : `Version is ${document.version}`;
    return [{ message }];
  },
};
