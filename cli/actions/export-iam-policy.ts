import { stem } from "../../core/naming/stack-names";
import { buildOperatorPolicy } from "../../core/operator-policy/build-policy";
import { VARIANTS } from "../../core/operator-policy/variants";
import { action } from "../action";
import {
  describeOperatorPolicies,
  FOR_OPERATOR,
  OPERATOR_POLICY_FILES,
  operatorPolicyFiles,
} from "../operator-policy-files";

/** Writes the IAM policy that an operator of this environment needs. */
export const exportIamPolicy = action({
  id: "export-iam-policy",
  title: "Export the operator's IAM policy",
  summary: "Write the IAM policy that an operator of this environment needs",
  options: [FOR_OPERATOR],
  effect: "local",
  dryRun: "say what would be written, and write nothing but the log",
  files: OPERATOR_POLICY_FILES,
  counterpart: "create-policy",
  run: (context) => {
    const { config } = context;
    return operatorPolicyFiles(context, {
      environment: config.environment,
      fileStem: stem(config),
      roleName: (variant) => VARIANTS[variant].roleName,
      documents: (variant) => [buildOperatorPolicy(config, variant)],
    });
  },
  describe: describeOperatorPolicies,
});
