import type { Template } from "../template/cloudformation";
import { type DeploymentTarget, IntrinsicResolver } from "../template/resolve-intrinsics";
import type { WatchedResource } from "../template/watched-resource";
import { propertyRules } from "./property-rules";

/** Something that only AWS or a parameter's value will tell. */
class NotKnownYet extends Error {}

/**
 * The resources of a template that can be compared with what AWS has: those of types whose rules are known, and of which
 * every value can be told before the deployment. CloudFormation's own drift detection is what there is for the others.
 */
export function watchableResources(template: Template, where: DeploymentTarget): WatchedResource[] {
  const resolver = new IntrinsicResolver(template, where, (why) => {
    throw new NotKnownYet(why);
  });
  return Object.entries(template.Resources).flatMap(([logicalId, resource]) => {
    const { Type: type, Properties } = resource;
    if (propertyRules(type) === undefined) return [];
    try {
      const identifier = resolver.identifierOf(logicalId, resource);
      const properties = resolver.resolve(Properties) as Record<string, unknown>;
      return [{ logicalId, type, identifier, properties }];
    } catch (error) {
      if (error instanceof NotKnownYet) return [];
      throw error;
    }
  });
}
