import { duplicateSid } from "../../analysis/rules/duplicate-sid";
import { missingVersion } from "../../analysis/rules/missing-version";
import { unknownAction } from "../../analysis/rules/unknown-action";
import { unknownConditionKey } from "../../analysis/rules/unknown-condition-key";
import { guardrail } from "../guardrail";
import { judgeByRules } from "../judge-policies";

/** Policies say what AWS understands. */
export const validStatements = guardrail({
  name: "valid-statements",
  forbids: "Actions and condition keys that AWS does not have, documents without Version, a Sid twice.",
  why: "A condition that never holds, or an action that does not exist, makes a policy mean something else than it says.",
  remediation: "Write actions and keys as AWS's service authorization reference has them.",
  examples: { bad: "Action: s3:GetObjects", good: "Action: s3:GetObject" },
  enforcement: "mandatory",
  options: {},
  judge: (subject, context) =>
    judgeByRules(subject, context, [missingVersion, duplicateSid, unknownAction, unknownConditionKey]),
});
