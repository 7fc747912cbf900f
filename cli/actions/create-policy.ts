import { buildMlOperatorPolicies, mlOperatorRole } from "../../core/ml/operator-policy/build-policy";
import { action } from "../action";
import {
  describeOperatorPolicies,
  FOR_OPERATOR,
  OPERATOR_POLICY_FILES,
  operatorPolicyFiles,
} from "../operator-policy-files";
import { placed, renderMl } from "../render";

/** Writes the IAM policies that an operator of this ML product needs. */
export const createPolicy = action({
  id: "create-policy",
  title: "Create the operator's IAM policies",
  summary: "Write the IAM policies that an operator of this ML product needs",
  options: [FOR_OPERATOR],
  effect: "local",
  dryRun: "say what would be written, and write nothing but the log",
  files: [
    ...OPERATOR_POLICY_FILES,
    "policies/{stem}-iam-policy-part-{n}.json, where one is too large for IAM",
  ],
  counterpart: "export-iam-policy",
  runMl: (context) => {
    const { blueprint, fileStem } = renderMl(context);
    return operatorPolicyFiles(context, {
      environment: context.config.environment,
      fileStem,
      roleName: mlOperatorRole,
      documents: (variant) => placed(context, () => buildMlOperatorPolicies(blueprint, variant)),
    });
  },
  describe: describeOperatorPolicies,
});
