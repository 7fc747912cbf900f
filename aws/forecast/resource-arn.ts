import { partitionOf } from "../../core/naming/partition";
import { KNOWN_RESOURCES } from "../../core/template/known-resources";

/** The place in which a deployment makes its resources. */
export interface ProbedRegion {
  region: string;
  accountId: string;
}

/** ARN of a resource of the account and the region. */
export function inRegion({ region, accountId }: ProbedRegion, service: string, resource: string): string {
  return `arn:${partitionOf(region)}:${service}:${region}:${accountId}:${resource}`;
}

/** ARN of a resource whose type has ARNs by name. Throws for other types, which is a bug. */
export function namedArn(type: string, name: string, where: ProbedRegion): string {
  const known = KNOWN_RESOURCES[type]?.arn;
  if (known === undefined) throw new Error(`${type} has no ARN by its name`);
  const resource = known.resource.replace("{name}", () => name);
  if (known.account === false) return `arn:${partitionOf(where.region)}:${known.service}:::${resource}`;
  return inRegion(where, known.service, resource);
}
