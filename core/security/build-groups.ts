import { groupName, pascalCase } from "../naming/stack-names";
import { AWS_LIMITS } from "./aws-limits";
import type { GroupBlueprint } from "./blueprint";
import { ownEntry, report, type BlueprintContext } from "./blueprint-context";
import { byText } from "../text-order";
import { checkGroup } from "./check-limits";
import { assumableRoles, assumeRolesGrant, templateGrants } from "./grants";
import type { ManagedPolicies } from "./managed-policies";
import { placeGroupGrants } from "./place-group-grants";

/** The groups that the profile enables, in the order of their names. */
export function buildGroups(
  context: BlueprintContext,
  enabled: readonly string[],
  policies: ManagedPolicies,
): GroupBlueprint[] {
  return [...new Set(enabled)].sort(byText).flatMap((name) => buildGroup(context, name, policies) ?? []);
}

function buildGroup(
  context: BlueprintContext,
  configName: string,
  policies: ManagedPolicies,
): GroupBlueprint | undefined {
  const path = `security.iam_groups.${configName}`;
  const definition = ownEntry(context.config.security.iam_groups, configName);
  if (definition === undefined) {
    report(context, path, "the security profile enables this group, but it is not defined");
    return undefined;
  }
  const roles = assumableRoles(context, definition.assumable_roles ?? [], `${path}.assumable_roles`);
  const grants = [
    ...templateGrants(context, definition.policy_assignments, `${path}.policy_assignments`),
    ...assumeRolesGrant(context, roles, `${path}.assumable_roles`),
  ].sort((a, b) => byText(a.name, b.name));
  const { inline, managed } = placeGroupGrants(grants, AWS_LIMITS.groupInlineCharacters);
  const group: GroupBlueprint = {
    configName,
    source: path,
    logicalId: `Group${pascalCase(configName)}`,
    name: groupName(context.config, configName),
    description: definition.description ?? "",
    awsManagedPolicies: [...new Set(definition.managed_policies ?? [])].sort(byText),
    attachedPolicies: policies.attach(managed, "overflow"),
    inlinePolicies: inline,
    grants,
    assumableRoles: roles,
  };
  checkGroup(context, group, path);
  return group;
}
