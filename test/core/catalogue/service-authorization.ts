import { judgePolicy } from "../../../core/analysis/judge-policies";
import { referenceData } from "../../../core/analysis/reference/reference-data";
import type { JudgedPolicy } from "../../../core/analysis/rule";
import { policyRules } from "../../../core/analysis/rules";
import { parsePolicy } from "../../../core/analysis/statement";
import type { Statement } from "../../../core/security/policy-document";

/** Where documents that are to be judged are rendered for. */
export const SAMPLE = { partition: "aws", region: "us-east-1", account: "123456789012" };

/** What the analysis says against a statement, whoever's it is; empty where it agrees. */
export function findings(statement: Statement): string[] {
  const policy: JudgedPolicy = {
    name: "sample",
    origin: "config",
    source: "sample",
    document: parsePolicy({ Version: "2012-10-17", Statement: [statement] }),
    kind: statement.Principal === undefined ? "identity" : "trust",
  };
  return judgePolicy({ policy, principals: [] }, { data: referenceData(), rules: policyRules }).map(
    ({ message }) => message,
  );
}
