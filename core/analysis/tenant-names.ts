import { partitionOf } from "../naming/partition";
import { type NamedTenant, tenantScope } from "../naming/stack-names";
import type { TenantPlace } from "./rule";
import { matchesWildcard } from "./wildcard";

/** Where a config's environment lies, and how its names begin. */
export function tenantPlace(config: NamedTenant): TenantPlace {
  const { region } = config.environment;
  return {
    partition: partitionOf(region),
    region,
    account: config.client.account_id,
    scope: tenantScope(config),
  };
}

/** Whether an ARN pattern lies within the names of a tenant, in its own account. */
export function isWithinTenant(
  arn: string,
  { account, scope, names = [], given = [] }: TenantPlace,
): boolean {
  const [, partition, service, , owner, ...rest] = arn.split(":");
  if (partition === undefined || rest.length === 0) return false;
  if (owner !== "" && owner !== account) return false;
  // What comes after a bucket's name is a key, which anybody may write into their own bucket.
  const name = service === "s3" ? rest.join(":").split("/")[0]! : rest.join(":");
  const parts = name.split(/[:/]/);
  if ([...names, ...given].some((known) => parts.some((part) => matchesWildcard(known, part)))) return true;
  // Glue's databases and the like can't have hyphens: there the parts are joined by underscores.
  return [`${scope}-`, `${scope.replaceAll("-", "_")}_`].some((start) => beginsAName(name, start));
}

/** After a wildcard or a letter it would be the end of somebody else's name. */
function beginsAName(resource: string, start: string): boolean {
  const at = resource.indexOf(start);
  return at === 0 || (at > 0 && /[:/]/.test(resource[at - 1]!));
}
