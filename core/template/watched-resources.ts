import type { Template, TemplateValue } from "./cloudformation";
import { escapeReferences } from "./open-references";
import { type DeploymentTarget, IntrinsicResolver, leaveOpen, type OpenValue } from "./resolve-intrinsics";
import { withSeparateRules } from "./security-group-rules";
import type { WatchedResource } from "./watched-resource";

/**
 * Every resource of the template as the account should show it once the stack is deployed. Names are explicit, so that
 * nearly everything can be said beforehand; the stack's own id stays `${AWS::StackId}`, and what else only AWS knows
 * stays as {@link IntrinsicResolver} writes it. A text of the template's own that looks like that is marked:
 * `${!KmsKey}`.
 * @param open gives what stands for a value that can't be told; what no template of ours has throws unless it is given.
 */
export function watchedResources(
  template: Pick<Template, "Resources" | "Parameters">,
  where: DeploymentTarget,
  open: OpenValue = leaveOpen,
): WatchedResource[] {
  const resolver = new IntrinsicResolver(template, where, { open, literal: escapeReferences });
  const resources = Object.entries(template.Resources).map(([logicalId, resource]) => ({
    logicalId,
    type: resource.Type,
    identifier: resolver.identifierOf(logicalId, resource),
    properties: resolver.resolve(resource.Properties as TemplateValue) as Record<string, unknown>,
  }));
  return withSeparateRules(resources);
}
