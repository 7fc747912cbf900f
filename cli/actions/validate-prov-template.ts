import { existsSync } from "node:fs";
import { readText } from "../../core/config/read-text";
import type { Config } from "../../core/config/schema";
import { mlReportStem } from "../../core/naming/ml-names";
import { stem } from "../../core/naming/stack-names";
import type { StackBlueprint } from "../../core/security/blueprint";
import type { ConfigSource } from "../../core/config/source";
import { ExitCode } from "../../core/errors";
import { templateYaml } from "../../core/template/serialize";
import { TEMPLATE_LIMITS } from "../../core/template/template-limits";
import { parseTemplate } from "../../core/template/validation/parse-template";
import { sameTemplate, validateTemplate } from "../../core/template/validation/validate-template";
import { action, type RunContext } from "../action";
import { guardrailLines, judgeTemplate, type TemplateJudgement } from "../judge-template";
import { render, type Rendered, renderMl } from "../render";
import { templatePath, writeTemplate } from "./create-prov-template";

/** YAML for people may take several times the bytes of what is delivered. */
const READ_LIMITS = {
  maxBytes: 4 * TEMPLATE_LIMITS.urlBytes,
  hint: "CloudFormation takes a template of 1 MiB at most: is it the right file?",
};

/** The template that is judged, and how its file stands to the config. */
interface Candidate {
  path: string;
  text: string;
  /** What happened to the file. */
  origin: "found" | "made" | "would be made";
}

/** Whose template is judged. */
interface Owner {
  config: Pick<Config, "client" | "environment" | "quotas">;
  fileStem: string;
  rendered: () => Rendered<StackBlueprint>;
  /** Judges the template by the guardrails of the policy pack. */
  judge: (source: ConfigSource) => TemplateJudgement;
}

function candidateOf(context: RunContext, { fileStem, rendered }: Owner): Candidate {
  const { options, output, dryRun } = context;
  if (typeof options.template === "string")
    return { path: options.template, text: readText(options.template, READ_LIMITS), origin: "found" };
  const path = templatePath(output, fileStem);
  if (existsSync(path)) return { path, text: readText(path, READ_LIMITS), origin: "found" };
  if (dryRun) return { path, text: templateYaml(rendered().template), origin: "would be made" };
  return {
    path: writeTemplate(context, rendered()).path,
    text: readText(path, READ_LIMITS),
    origin: "made",
  };
}

function validated(context: RunContext, owner: Owner) {
  const { config, rendered, judge } = owner;
  const { path, text, origin } = candidateOf(context, owner);
  const source = parseTemplate(path, text);
  const facts = validateTemplate(source, {
    accountId: config.client.account_id,
    region: config.environment.region,
    attachedPoliciesOfRole: config.quotas?.managed_policies_per_role,
    trustPolicyCharacters: config.quotas?.role_trust_policy_characters,
  });
  const ours = origin === "found" && context.options.template === undefined;
  const differs = ours && !sameTemplate(source.value, rendered().template);
  const guardrails = judge(source);
  return { path, origin, bytes: Buffer.byteLength(text), ...facts, differsFromConfig: differs, guardrails };
}

/** Judges a template with all that can be known without AWS. */
export const validateProvTemplate = action({
  id: "validate-prov-template",
  title: "Validate the CloudFormation template",
  summary:
    "Judge the template's syntax, references, properties and sizes, and by the guardrails; it is made where it is missing",
  options: [
    {
      flags: "--template <file>",
      description: "judge this template instead, YAML or JSON (default: templates/{stem}-template.yaml)",
    },
  ],
  effect: "local",
  dryRun: "do not make a template that is missing, judge what would be made",
  files: ["templates/{stem}-template.yaml, where it is missing"],
  exitCodes: [ExitCode.GuardrailViolated],
  run: (context) => {
    const { config } = context;
    const rendered = () => render(context);
    const judge = (source: ConfigSource) =>
      judgeTemplate(source, { ...context, blueprint: () => rendered().blueprint });
    return validated(context, { config, fileStem: stem(config), rendered, judge });
  },
  runMl: (context) => {
    const { config } = context;
    const rendered = () => renderMl(context);
    const judge = (source: ConfigSource) =>
      judgeTemplate(source, { ...context, blueprint: () => rendered().blueprint });
    return validated(context, { config, fileStem: mlReportStem(config), rendered, judge });
  },
  describe: (result) => [
    `${result.path} is valid${result.origin === "found" ? "." : `; it ${wasMade(result.origin)} made from the config.`}`,
    `  size       ${result.bytes.toLocaleString("en")} bytes, ${result.deliveredBytes.toLocaleString("en")} as it is delivered: ${result.fitsInline ? "goes along with the request" : "goes by S3"}`,
    `  resources  ${result.resources}`,
    ...Object.entries(result.byType).map(([type, count]) => `    ${String(count).padStart(4)}  ${type}`),
    `  outputs    ${result.outputs}`,
    ...(result.parameters > 0 ? [`  parameters ${result.parameters}`] : []),
    ...result.notChecked.map((what) => `not checked: ${what}`),
    ...(result.differsFromConfig
      ? [`warning: this is not what the config renders now; create-prov-template would overwrite it.`]
      : []),
    ...guardrailLines(result.guardrails),
  ],
  exitCode: ({ guardrails }) =>
    guardrails.violations.some(({ enforcement }) => enforcement === "mandatory")
      ? ExitCode.GuardrailViolated
      : ExitCode.Done,
});

function wasMade(origin: Candidate["origin"]): string {
  return origin === "made" ? "was" : "would be";
}
