import { join } from "node:path";
import { buildOperatorPolicy } from "../../core/operator-policy/build-policy";
import { type Variant, VARIANTS, variantOf } from "../../core/operator-policy/variants";
import { stem } from "../../core/naming/stack-names";
import { AWS_LIMITS } from "../../core/security/aws-limits";
import { policySize } from "../../core/security/policy-size";
import { action } from "../action";
import { writeWhole } from "../write-whole";

/** Writes the IAM policy that an operator of this environment needs. */
export const exportIamPolicy = action({
  id: "export-iam-policy",
  title: "Export the operator's IAM policy",
  summary: "Write the IAM policy that an operator of this environment needs",
  options: [
    {
      flags: "--for <operator>",
      description: "whom the policy is for (default: as the config's env says, test as dev)",
      choices: Object.keys(VARIANTS),
    },
  ],
  effect: "local",
  dryRun: "say what would be written, and write nothing but the log",
  files: ["policies/{stem}-iam-policy.json", "policies/{stem}-iam-policy-{operator}.json"],
  run: ({ config, options, output, dryRun, log }) => {
    const usual = variantOf(config.environment);
    const variant = (options.for as Variant | undefined) ?? usual;
    const document = buildOperatorPolicy(config, variant);
    const suffix = variant === usual ? "" : `-${variant}`;
    const path = join(output, "policies", `${stem(config)}-iam-policy${suffix}.json`);
    const text = `${JSON.stringify(document, null, 2)}\n`;
    if (!dryRun) {
      writeWhole(path, text);
      log.info(`wrote ${path}`);
    }
    return {
      path,
      files: 1,
      written: !dryRun,
      for: variant,
      forDescription: VARIANTS[variant].summary,
      roleName: VARIANTS[variant].roleName,
      bytes: Buffer.byteLength(text),
      characters: policySize(document),
      statements: document.Statement.length,
      actions: new Set(document.Statement.flatMap((statement) => statement.Action)).size,
    };
  },
  describe: (result) => [
    result.written ? `Wrote ${result.path}` : `Would write ${result.path}`,
    `  files       ${result.files}`,
    `  for         ${result.for}: ${result.forDescription}`,
    `  role        ${result.roleName}`,
    `  statements  ${result.statements}, with ${result.actions} actions`,
    `  size        ${result.bytes.toLocaleString("en")} bytes, ${result.characters.toLocaleString("en")} of the ${AWS_LIMITS.managedPolicyCharacters.toLocaleString("en")} characters that a managed policy takes`,
  ],
});
