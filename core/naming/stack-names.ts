import type { Config } from "../config/schema";
import type { IamNames } from "./iam-names";

/** Everything that names are made of: the parts of a config that identify one environment of one tenant. */
export type NamedEnvironment = Pick<Config, "tier" | "client" | "environment" | "deployment" | "testSuffix">;

/** Config names are snake_case, AWS names have hyphens. */
export function hyphenated(configName: string): string {
  return configName.replaceAll("_", "-");
}

/** `data_scientists` → `DataScientists`, the form that logical ids and output keys use. */
export function pascalCase(configName: string): string {
  return configName
    .split(/[_-]/)
    .filter((word) => word !== "")
    .map((word) => word[0]!.toUpperCase() + word.slice(1))
    .join("");
}

/** Whose environment it is, and where. */
export type NamedTenant = Pick<Config, "client" | "environment" | "testSuffix">;

/** `{company_prefix}-{env}-{tenant_id}`, with which every IAM name of the environment begins. */
export function tenantScope({ client, environment }: NamedTenant): string {
  return `${client.company_prefix}-${environment.env}-${client.tenant_id}`;
}

/** The end of every name in a test copy, with its hyphen; empty elsewhere. */
function copyEnding({ testSuffix }: NamedTenant): string {
  return testSuffix === undefined ? "" : `-${testSuffix}`;
}

/**
 * `{company_prefix}-{env}-{tenant_id}-{region}-{tier}-sec`, which names the stack and its files; a test copy's has its
 * suffix before `-sec`.
 */
export function stem(environment: NamedTenant & { tier: { name: string } }): string {
  const { region } = environment.environment;
  return `${tenantScope(environment)}-${region}-${environment.tier.name}${copyEnding(environment)}-sec`;
}

/** The CloudFormation stack: `deployment.stack_name` where a deployed stack's name is pinned, else `{stem}-stack`. */
export function stackName(environment: NamedEnvironment): string {
  return environment.deployment?.stack_name ?? `${stem(environment)}-stack`;
}

/** `{company_prefix}-{env}-{tenant_id}-group-{name}`. */
export function groupName(environment: NamedTenant, name: string): string {
  return `${tenantScope(environment)}-group-${hyphenated(name)}${copyEnding(environment)}`;
}

/** Service roles and assumable roles. */
export function roleName(environment: NamedTenant, name: string): string {
  return `${tenantScope(environment)}-role-${hyphenated(name)}${copyEnding(environment)}`;
}

/** `{company_prefix}-{env}-{tenant_id}-xacct-{name}`: roles that other accounts may assume. */
export function crossAccountRoleName(environment: NamedTenant, name: string): string {
  return `${tenantScope(environment)}-xacct-${hyphenated(name)}${copyEnding(environment)}`;
}

/**
 * The managed policy of a policy template: `…-policy-{service}-{id}-{slug}`, or without the slug where there is none.
 * @param part which of several, where one policy does not take the whole document: the second is 2.
 */
export function policyName(
  environment: NamedTenant,
  template: { service: string; id: string; slug: string },
  part = 1,
): string {
  const words = [template.service, template.id, template.slug].filter((word) => word !== "");
  const ending = `${part === 1 ? "" : `-part-${part}`}${copyEnding(environment)}`;
  return `${tenantScope(environment)}-policy-${words.join("-")}${ending}`;
}

/** How the names of groups, roles and policies are made: of all tiers, regions and test copies of a tenant alike. */
export function iamNames(environment: NamedTenant): IamNames {
  const { testSuffix: suffix } = environment;
  return { prefix: `${tenantScope(environment)}-`, kinds: ["group", "role", "xacct", "policy"], suffix };
}

/** SSM parameters of the stack's outputs lie under this path, which ends without a slash. */
export function parameterPath(environment: NamedTenant & { tier: { name: string } }): string {
  return `/security/${stem(environment)}`;
}

/** Logical id of the SSM parameter that holds an output. */
export function parameterLogicalId(outputKey: string): string {
  return `Parameter${outputKey}`;
}
