import { placeholderValues } from "../catalogue/placeholders";
import type { Catalogue } from "../catalogue/policy-template";
import type { Config } from "../config/schema";
import { InvalidInputError } from "../errors";
import { iamNames, parameterPath, stackName, stem, tenantScope } from "../naming/stack-names";
import type { Blueprint } from "./blueprint";
import { ownEntry, report, type BlueprintContext } from "./blueprint-context";
import { buildGroups } from "./build-groups";
import { buildRoles } from "./build-roles";
import { policyNameFindings } from "./limit-findings";
import { ManagedPolicies } from "./managed-policies";
import { stackTags } from "./stack-tags";

/**
 * Resolves a validated config: everything that the environment will have, named, with what it grants and who may
 * assume it. The order of keys in the config makes no difference.
 * @throws InvalidInputError with everything that is wrong, where a reference leads nowhere or AWS would refuse it.
 */
export function buildBlueprint(config: Config, catalogue: Catalogue): Blueprint {
  const context: BlueprintContext = { config, catalogue, values: placeholderValues(config), problems: [] };
  const profile = ownEntry(config.security.security_profiles, config.tier.security_profile);
  if (profile === undefined) {
    const defined = Object.keys(config.security.security_profiles).join(", ");
    report(
      context,
      "tier.security_profile",
      `there is no profile ${config.tier.security_profile}`,
      `defined are ${defined}`,
    );
    throw new InvalidInputError(context.problems);
  }
  checkTemplateFolder(context);
  const policies = new ManagedPolicies(context);
  const groups = buildGroups(context, profile.enabled_groups, policies);
  const roles = buildRoles(context, profile, policies);
  const blueprint: Blueprint = {
    config,
    stem: stem(config),
    stackName: stackName(config),
    protect: config.environment.env === "prod" && config.testSuffix === undefined,
    groups,
    roles,
    policies: policies.all(),
    tags: stackTags(context, stem(config)),
    parameterPath: parameterPath(config),
    iamNames: iamNames(config),
    permissionBoundaryArn: config.security.permission_boundary_arn,
  };
  checkNames(context, blueprint);
  if (context.problems.length > 0) throw new InvalidInputError(context.problems);
  return blueprint;
}

/**
 * Who writes the template that a deployment reads decides what the deployment's rights do. The s3 policy templates
 * keep their holders out of `templates/` folders, so that is where templates lie in a bucket that they reach.
 */
function checkTemplateFolder(context: BlueprintContext): void {
  const { template_bucket: bucket, template_prefix: prefix = "" } = context.config.deployment ?? {};
  if (bucket === undefined || !bucket.startsWith(`${tenantScope(context.config)}-`)) return;
  if (/(^|\/)templates(\/|$)/.test(prefix)) return;
  const folder = [prefix.replace(/^\/+|\/+$/g, ""), "templates"].filter((part) => part !== "").join("/");
  report(
    context,
    "deployment.template_prefix",
    `templates have to lie in a templates/ folder of ${bucket}, since groups may write everywhere else in it`,
    `write ${folder}`,
  );
}

function checkNames(context: BlueprintContext, { groups, roles, policies }: Blueprint): void {
  const seen = new Map<string, string>();
  for (const { logicalId, name } of [...groups, ...roles, ...policies]) {
    for (const key of new Set([logicalId, name])) {
      const other = seen.get(key);
      if (other !== undefined)
        report(context, "security", `${name} and ${other} would have the same name: ${key}`);
      seen.set(key, name);
    }
  }
  for (const { name } of policies) {
    for (const { message } of policyNameFindings(name)) report(context, "security", message);
  }
}
