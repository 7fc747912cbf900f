import { ExitCode } from "../../core/errors";
import { createRequire } from "node:module";
import { action } from "../action";
import type * as judging from "../analysis/analyse-config";
import { render } from "../render";

/** The analysis is loaded when it is asked for: no other action waits for it. */
const load = createRequire(__filename);
const analysis = () => load("../analysis/analyse-config") as typeof judging;

/** Judges a config, and what it grants, with all that can be known without AWS. */
export const validateConfigAction = action({
  id: "validate-config",
  title: "Validate the config",
  summary: "Judge a config by its schema, its references and AWS's limits",
  options: [{ flags: "--explain <rule>", description: "say what a rule of the analysis is about" }],
  effect: "local",
  exitCodes: [ExitCode.GuardrailViolated],
  run: (context) => {
    const { blueprint, deliveredBytes } = render(context);
    const { tier } = context.config;
    const { explain } = context.options;
    const explained = explain === undefined ? [] : analysis().explainRule(explain as string);
    return {
      config: context.file,
      tier: tier.name,
      securityProfile: tier.security_profile,
      stem: blueprint.stem,
      stackName: blueprint.stackName,
      groups: blueprint.groups.map(({ name }) => name),
      roles: blueprint.roles.map(({ name }) => name),
      policies: blueprint.policies.map(({ name }) => name),
      templateBytes: deliveredBytes,
      analysis: analysis().analyseConfig(blueprint, context),
      explained,
    };
  },
  describe: (result) => [
    `${result.config} is valid.`,
    `  stack     ${result.stackName} (${result.securityProfile})`,
    `  groups    ${result.groups.length}`,
    `  roles     ${result.roles.length}`,
    `  policies  ${result.policies.length}`,
    `  template  ${result.templateBytes.toLocaleString("en")} bytes as it is delivered`,
    ...analysis().findingLines(result.analysis),
    ...result.explained,
  ],
  exitCode: (result) => analysis().exitCodeOf(result.analysis),
});
