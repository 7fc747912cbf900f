import { join } from "node:path";
import { type Variant, VARIANTS, variantOf } from "../core/operator-policy/variants";
import type { Environment } from "../core/config/schema";
import type { PolicyDocument } from "../core/security/policy-document";
import { AWS_LIMITS } from "../core/security/aws-limits";
import { policySize } from "../core/security/policy-size";
import type { ActionOption, RunContext } from "./action";
import { writeWhole } from "./write-whole";

/** `--for`: whose policy is written. */
export const FOR_OPERATOR: ActionOption = {
  flags: "--for <operator>",
  description: "whom the policy is for (default: as the config's env says, test as dev)",
  choices: Object.keys(VARIANTS),
};

/** Where the policies of an operator are written, for the list of actions. */
export const OPERATOR_POLICY_FILES = [
  "policies/{stem}-iam-policy.json",
  "policies/{stem}-iam-policy-{operator}.json",
];

/** An operator's policy, or policies, where one is more than IAM takes. */
export interface OperatorPolicies {
  environment: Environment;
  /** The name with which the files begin. */
  fileStem: string;
  roleName: (variant: Variant) => string;
  documents: (variant: Variant) => readonly PolicyDocument[];
}

/** Writes the IAM policies of an operator below the output folder; in a dry run it only says what it would write. */
export function operatorPolicyFiles(context: RunContext, policies: OperatorPolicies) {
  const { options, output, dryRun, log } = context;
  const usual = variantOf(policies.environment);
  const variant = (options.for as Variant | undefined) ?? usual;
  const suffix = variant === usual ? "" : `-${variant}`;
  const documents = policies.documents(variant);
  const files = documents.map((document, index) => {
    const part = index === 0 ? "" : `-part-${index + 1}`;
    const path = join(output, "policies", `${policies.fileStem}-iam-policy${suffix}${part}.json`);
    return { path, document, text: `${JSON.stringify(document, null, 2)}\n` };
  });
  for (const { path, text } of dryRun ? [] : files) {
    writeWhole(path, text);
    log.info(`wrote ${path}`);
  }
  const statements = documents.flatMap(({ Statement }) => Statement);
  return {
    path: files[0]!.path,
    paths: files.map(({ path }) => path),
    files: files.length,
    written: !dryRun,
    for: variant,
    forDescription: VARIANTS[variant].summary,
    roleName: policies.roleName(variant),
    bytes: files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0),
    characters: Math.max(...documents.map(policySize)),
    statements: statements.length,
    actions: new Set(statements.flatMap(({ Action }) => Action)).size,
  };
}

/** What was written, or would be, as people read it. */
export function describeOperatorPolicies(result: ReturnType<typeof operatorPolicyFiles>): string[] {
  const most = AWS_LIMITS.managedPolicyCharacters.toLocaleString("en");
  const used = `${result.characters.toLocaleString("en")} of the ${most} characters that a managed policy takes`;
  return [
    ...result.paths.map((path) => `${result.written ? "Wrote" : "Would write"} ${path}`),
    `  files       ${result.files}`,
    `  for         ${result.for}: ${result.forDescription}`,
    `  role        ${result.roleName}`,
    `  statements  ${result.statements}, with ${result.actions} actions`,
    `  size        ${result.bytes.toLocaleString("en")} bytes, ${result.files > 1 ? "the largest with " : ""}${used}`,
  ];
}
