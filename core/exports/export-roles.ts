import { groupName } from "../naming/stack-names";
import { type Blueprint, isForPeople, type RoleBlueprint } from "../security/blueprint";
import type { Template } from "../template/cloudformation";
import { DeployedResources } from "./deployed-resources";
import type { ExportFile } from "./export-file";

/** The group whose grants a cross-function role has; only named where the profile has a group of that name. */
function mirroredGroup({ config, groups }: Blueprint, role: RoleBlueprint): Record<string, unknown> {
  const mirrored = config.security.assumable_roles[role.configName]?.mirrors_group;
  if (role.kind !== "cross-function" || mirrored === undefined) return {};
  const exists = groups.some(({ configName }) => configName === mirrored);
  const GroupName = exists ? groupName(config, mirrored) : null;
  return { MirrorsGroup: { ConfigName: mirrored, GroupName } };
}

/** Every role of every kind: what CloudFormation makes of it, what it is for, and which groups may assume it. */
export function exportedRoles(blueprint: Blueprint, template: Template): ExportFile[] {
  const deployed = new DeployedResources(blueprint, template);
  return blueprint.roles.map((role) => ({
    name: role.name,
    document: {
      RoleName: role.name,
      Arn: deployed.arn(role.logicalId),
      LogicalId: role.logicalId,
      ConfigName: role.configName,
      Kind: role.kind,
      Description: role.description,
      ...mirroredGroup(blueprint, role),
      AssumableByGroups: blueprint.groups
        .filter(({ assumableRoles }) => isForPeople(role) && assumableRoles.includes(role.configName))
        .map(({ name }) => name),
      PermissionsBoundary: null,
      ...deployed.principal(role),
    },
  }));
}
