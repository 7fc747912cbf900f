import type { Blueprint, PrincipalBlueprint } from "../security/blueprint";
import type { Template } from "../template/cloudformation";
import { DeployedResources } from "./deployed-resources";
import type { ExportFile } from "./export-file";

/** Every managed policy of the stack's own: its document, and what it is attached to. */
export function exportedPolicies(blueprint: Blueprint, template: Template): ExportFile[] {
  const deployed = new DeployedResources(blueprint, template);
  return blueprint.policies.map(({ name, logicalId, description }) => {
    const holders = (principals: readonly PrincipalBlueprint[]) =>
      principals
        .filter(({ attachedPolicies }) => attachedPolicies.includes(logicalId))
        .map((principal) => principal.name);
    return {
      name,
      document: {
        ManagedPolicyName: name,
        Arn: deployed.arn(logicalId),
        LogicalId: logicalId,
        Description: description,
        AttachedToGroups: holders(blueprint.groups),
        AttachedToRoles: holders(blueprint.roles),
        ...deployed.properties(logicalId),
      },
    };
  });
}
