import { explainRule } from "../../core/analysis/all-rules";
import { findingLines } from "../../core/analysis/finding-lines";
import { ExitCode } from "../../core/errors";
import { action } from "../action";
import { analyseConfig, hasErrors } from "../analyse-config";
import { render } from "../render";

/** Judges a config, and what it grants, with all that can be known without AWS. */
export const validateConfigAction = action({
  id: "validate-config",
  title: "Validate the config",
  summary: "Judge a config by its schema, its references and AWS's limits",
  options: [{ flags: "--explain <rule>", description: "say what a rule of the analysis is about" }],
  effect: "local",
  run: (context) => {
    const { blueprint, deliveredBytes } = render(context);
    const { tier } = context.config;
    const { explain } = context.options;
    const explained = explain === undefined ? [] : explainRule(explain as string);
    const analysis = analyseConfig(blueprint, context);
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
      analysis,
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
    ...findingLines(result.analysis),
    ...result.explained,
  ],
  exitCode: ({ analysis }) => (hasErrors(analysis) ? ExitCode.GuardrailViolated : ExitCode.Done),
});
