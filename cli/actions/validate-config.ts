import { action } from "../action";
import { render } from "../render";

/** Judges a config with all that can be known without AWS. */
export const validateConfigAction = action({
  id: "validate-config",
  title: "Validate the config",
  summary: "Judge a config by its schema, its references and AWS's limits",
  options: [],
  effect: "local",
  run: (context) => {
    const { blueprint, deliveredBytes } = render(context);
    const { tier } = context.config;
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
    };
  },
  describe: (result) => [
    `${result.config} is valid.`,
    `  stack     ${result.stackName} (${result.securityProfile})`,
    `  groups    ${result.groups.length}`,
    `  roles     ${result.roles.length}`,
    `  policies  ${result.policies.length}`,
    `  template  ${result.templateBytes.toLocaleString("en")} bytes as it is delivered`,
  ],
});
