import type { Template, TemplateValue } from "./cloudformation";
import { IntrinsicResolver, leaveOpen, type DeploymentTarget } from "./resolve-intrinsics";
import type { WatchedResource } from "./watched-resource";

/**
 * Every resource of the template as the account should show it once the stack is deployed. Names are explicit, so that
 * nearly everything can be said beforehand; the stack's own id stays `${AWS::StackId}`, and what else only AWS knows
 * stays as {@link IntrinsicResolver} writes it.
 */
export function watchedResources(template: Template, where: DeploymentTarget): WatchedResource[] {
  const resolver = new IntrinsicResolver(template, where, leaveOpen);
  return Object.entries(template.Resources).map(([logicalId, resource]) => ({
    logicalId,
    type: resource.Type,
    identifier: resolver.identifierOf(logicalId, resource),
    properties: resolver.resolve(resource.Properties as TemplateValue) as Record<string, unknown>,
  }));
}
