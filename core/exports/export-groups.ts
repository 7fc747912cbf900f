import { type Blueprint, isForPeople } from "../security/blueprint";
import type { Template } from "../template/cloudformation";
import { DeployedResources } from "./deployed-resources";
import type { ExportFile } from "./export-file";

/** Every group: what CloudFormation makes of it, what it is for, and the roles that its members may assume. */
export function exportedGroups(blueprint: Blueprint, template: Template): ExportFile[] {
  const deployed = new DeployedResources(blueprint, template);
  return blueprint.groups.map((group) => ({
    name: group.name,
    document: {
      GroupName: group.name,
      Arn: deployed.arn(group.logicalId),
      LogicalId: group.logicalId,
      ConfigName: group.configName,
      Description: group.description,
      AssumableRoles: blueprint.roles
        .filter((role) => isForPeople(role) && group.assumableRoles.includes(role.configName))
        .map(({ name, logicalId }) => ({ RoleName: name, Arn: deployed.arn(logicalId) })),
      ...deployed.principal(group),
    },
  }));
}
