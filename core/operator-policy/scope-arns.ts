import type { Config } from "../config/schema";
import { partitionOf } from "../naming/partition";
import { stackName, tenantScope } from "../naming/stack-names";
import type { Scope } from "./rights";
import { VARIANTS, type Variant } from "./variants";

/** The boundary that the config puts on every role, where it is one of the account's own policies or AWS's. */
export function boundaryOf(config: Config): string | undefined {
  return config.security.permission_boundary_arn;
}

/** ARN patterns of the tenant's groups, roles and policies; those of test copies end in their suffix and lie within. */
function iamArns(config: Config): Record<"group" | "role" | "xacct" | "policy", string> {
  const account = `arn:${partitionOf(config.environment.region)}:iam::${config.client.account_id}`;
  const scope = tenantScope(config);
  return {
    group: `${account}:group/${scope}-group-*`,
    role: `${account}:role/${scope}-role-*`,
    xacct: `${account}:role/${scope}-xacct-*`,
    policy: `${account}:policy/${scope}-policy-*`,
  };
}

/** The stacks of every tier in the region, their test copies, and the one whose name the config pins. */
function stackArns(config: Config): string[] {
  const { environment, client } = config;
  const { region } = environment;
  const stacks = `arn:${partitionOf(region)}:cloudformation:${region}:${client.account_id}:stack`;
  const begin = `${tenantScope(config)}-${region}-`;
  const name = stackName(config);
  const usual = name.startsWith(begin) && name.endsWith("-sec-stack");
  return [`${stacks}/${begin}*-sec-stack/*`, ...(usual ? [] : [`${stacks}/${name}/*`])];
}

/** The bucket of uploaded templates, and the objects in it whose names begin with the given text; none where none is set. */
export function templateObjectArns(
  { deployment, environment: { region } }: Pick<Config, "deployment" | "environment">,
  begin: string,
): { bucket: string[]; objects: string[] } {
  const { template_bucket: name, template_prefix: folder = "" } = deployment ?? {};
  if (name === undefined) return { bucket: [], objects: [] };
  const bucket = `arn:${partitionOf(region)}:s3:::${name}`;
  const prefix = folder.replace(/^\/+|\/+$/g, "");
  const key = [prefix, `${begin}-*`].filter((part) => part !== "").join("/");
  return { bucket: [bucket], objects: [`${bucket}/${key}`] };
}

/** The ARNs of each scope in one environment; none where the environment has no such thing. */
export function scopeArns(config: Config, variant: Variant): Record<Scope, string[]> {
  const { region } = config.environment;
  const partition = `arn:${partitionOf(region)}`;
  const account = config.client.account_id;
  const { group, role, xacct, policy } = iamArns(config);
  const { bucket, objects } = templateObjectArns(config, `${tenantScope(config)}-${region}`);
  const boundary = boundaryOf(config);
  const parameters = `${partition}:ssm:${region}:${account}:parameter/security/${tenantScope(config)}-${region}-*`;
  return {
    "iam-names": [group, role, xacct, policy],
    roles: [role, xacct],
    boundary: boundary === undefined ? [] : [boundary],
    stacks: stackArns(config),
    parameters: [parameters],
    "template-objects": objects,
    "template-bucket": bucket,
    "operator-role": [`${partition}:iam::${account}:role/${VARIANTS[variant].roleName}`],
    everything: ["*"],
  };
}

/** Whether the boundary is named like the tenant's own policies, which the operator may change. */
export function boundaryIsOwn(config: Config): boolean {
  const boundary = boundaryOf(config);
  return boundary !== undefined && boundary.startsWith(iamArns(config).policy.slice(0, -1));
}
