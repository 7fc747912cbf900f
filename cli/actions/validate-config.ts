import { createRequire } from "node:module";
import { ExitCode } from "../../core/errors";
import { scenario } from "../../core/naming/ml-names";
import { action, type ActionContext, type ActionResult, type MlContext } from "../action";
import type * as judging from "../analysis/analyse-config";
import { render, renderMl } from "../render";

/** The analysis is loaded when it is asked for: no other action waits for it. */
const load = createRequire(__filename);
const analysis = () => load("../analysis/analyse-config") as typeof judging;

/** What is valid of a config, of whichever product. */
interface Validity {
  config: string;
  tier: string;
  stem: string;
  stackName: string;
  groups?: string[];
  roles: string[];
  policies: string[];
  templateBytes: number;
  /** Of a security config. */
  securityProfile?: string;
  analysis: ReturnType<typeof judging.analyseConfig>;
  /** What was asked to be explained, in lines. */
  explained: string[];
  /** Of an ML product: where its code and its VPC come from. */
  scenario?: string;
  /** Of an ML product: what a reviewer should know, each with its path in the config. */
  notes?: { path: string; message: string }[];
}

const namesOf = (items: readonly { name: string }[]) => items.map(({ name }) => name);

function validSecurity(context: ActionContext): Validity {
  const { blueprint, deliveredBytes } = render(context);
  const { tier } = context.config;
  return {
    config: context.file,
    tier: tier.name,
    securityProfile: tier.security_profile,
    stem: blueprint.stem,
    stackName: blueprint.stackName,
    groups: namesOf(blueprint.groups),
    roles: namesOf(blueprint.roles),
    policies: namesOf(blueprint.policies),
    templateBytes: deliveredBytes,
    ...judged(analysis().ofEnvironment(blueprint), context),
  };
}

/** What the analysis says of it, and of the rule that was asked for. */
function judged(
  subject: judging.Analysed,
  context: ActionContext | MlContext,
): Required<Pick<Validity, "analysis" | "explained">> {
  const { explain } = context.options;
  return {
    analysis: analysis().analyseConfig(subject, context),
    explained: explain === undefined ? [] : analysis().explainRule(explain as string),
  };
}

function validMl(context: MlContext): Validity {
  const { blueprint, deliveredBytes } = renderMl(context);
  return {
    config: context.file,
    tier: context.config.tier.name,
    scenario: scenario(context.config),
    stem: blueprint.stem,
    stackName: blueprint.stackName,
    roles: namesOf(blueprint.roles),
    policies: namesOf(blueprint.policies),
    templateBytes: deliveredBytes,
    notes: [...blueprint.notes],
    ...judged(analysis().ofProduct(blueprint), context),
  };
}

/** Judges a config, and what it grants, with all that can be known without AWS. */
export const validateConfigAction = action<Validity & ActionResult>({
  id: "validate-config",
  title: "Validate the config",
  summary: "Judge a config by its schema, its references and AWS's limits",
  options: [{ flags: "--explain <rule>", description: "say what a rule of the analysis is about" }],
  effect: "local",
  exitCodes: [ExitCode.GuardrailViolated],
  run: (context) => ({ ...validSecurity(context) }),
  runMl: (context) => ({ ...validMl(context) }),
  describe: (result) => [
    `${result.config} is valid.`,
    `  stack     ${result.stackName} (${result.securityProfile ?? `${result.tier}, ${result.scenario}`})`,
    ...(result.groups === undefined ? [] : [`  groups    ${result.groups.length}`]),
    `  roles     ${result.roles.length}`,
    `  policies  ${result.policies.length}`,
    `  template  ${result.templateBytes.toLocaleString("en")} bytes as it is delivered`,
    ...(result.notes ?? []).map(({ path, message }) => `  note      ${path}: ${message}`),
    ...analysis().findingLines(result.analysis),
    ...result.explained,
  ],
  exitCode: (result) => analysis().exitCodeOf(result.analysis),
});
