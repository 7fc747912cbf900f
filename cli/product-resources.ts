import { parameterLogicalId } from "../core/naming/stack-names";
import type { Template } from "../core/template/cloudformation";
import { KNOWN_RESOURCES } from "../core/template/known-resources";
import type { WatchedResource } from "../core/template/watched-resource";

/** A resource as people look for it in AWS. */
export interface NamedResource {
  logicalId: string;
  /** CloudFormation type. */
  type: string;
  /** Absent where AWS makes it up. */
  name?: string;
}

/** The resources of a template but for the parameters of its outputs, each by the name that it will have. */
export function namedResources(template: Template, resources: readonly WatchedResource[]): NamedResource[] {
  const parameters = new Set(Object.keys(template.Outputs).map(parameterLogicalId));
  return resources
    .filter(({ logicalId }) => !parameters.has(logicalId))
    .map(({ logicalId, type, properties }) => {
      const named = KNOWN_RESOURCES[type]?.nameProperty;
      const name = named === undefined ? undefined : properties[named];
      return { logicalId, type, ...(typeof name === "string" ? { name } : {}) };
    });
}
