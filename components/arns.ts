import type { Config } from "../core/config/schema";
import { partitionOf } from "../core/naming/partition";
import type { WatchedResource } from "../core/template/watched-resource";

function arnOf({ type, identifier, properties }: WatchedResource, config: Config): string | undefined {
  const prefix = `arn:${partitionOf(config.environment.region)}`;
  const account = config.client.account_id;
  const path = typeof properties.Path === "string" ? properties.Path : "/";
  switch (type) {
    case "AWS::IAM::Group":
      return `${prefix}:iam::${account}:group${path}${identifier}`;
    case "AWS::IAM::Role":
      return `${prefix}:iam::${account}:role${path}${identifier}`;
    case "AWS::IAM::ManagedPolicy":
      return identifier;
    default:
      return undefined;
  }
}

/** The ARNs of a stack's groups, roles and policies by logical id, as their names decide them. */
export function arnsOf(watched: readonly WatchedResource[], config: Config): Record<string, string> {
  return Object.fromEntries(
    watched.flatMap((resource) => {
      const arn = arnOf(resource, config);
      return arn === undefined ? [] : [[resource.logicalId, arn]];
    }),
  );
}
