import type { Config } from "../config/schema";
import { crossAccountRoleName, hyphenated, pascalCase, roleName } from "../naming/stack-names";
import type { Grant, RoleBlueprint } from "./blueprint";
import { ownEntry, report, type BlueprintContext } from "./blueprint-context";
import { byText } from "../text-order";
import { DEFAULT_SESSION_SECONDS } from "./aws-limits";
import { checkRole } from "./check-limits";
import { readConfigDocument } from "./config-document";
import { templateGrants } from "./grants";
import type { ManagedPolicies } from "./managed-policies";
import { accountTrust, crossAccountTrust, serviceTrust } from "./trust-policy";

type SecurityProfile = Config["security"]["security_profiles"][string];

/** What differs from one kind of role to another; names, policies and limits are the same for all. */
interface RoleDraft {
  configName: string;
  kind: RoleBlueprint["kind"];
  path: string;
  description: string | undefined;
  trustPolicy: RoleBlueprint["trustPolicy"];
  maxSessionDuration?: number | undefined;
  awsManagedPolicies?: readonly string[] | undefined;
  /** Grants from the catalogue are attached, those of the config become inline policies. */
  grants: Grant[];
}

/** All roles that the profile enables, in the order of their logical ids. */
export function buildRoles(
  context: BlueprintContext,
  profile: SecurityProfile,
  policies: ManagedPolicies,
): RoleBlueprint[] {
  const each = (
    names: readonly string[],
    draft: (context: BlueprintContext, name: string) => RoleDraft | undefined,
  ) => [...new Set(names)].flatMap((name) => draft(context, name) ?? []);
  const drafts = [
    ...each(profile.enabled_service_roles, serviceRole),
    ...each(profile.enabled_assumable_roles, assumableRole),
    ...each(profile.enabled_cross_account_roles, crossAccountRole),
  ];
  return drafts
    .map((draft) => finish(context, draft, policies))
    .sort((a, b) => byText(a.logicalId, b.logicalId));
}

function serviceRole(context: BlueprintContext, configName: string): RoleDraft | undefined {
  const path = `security.service_roles.${configName}`;
  const definition = ownEntry(context.config.security.service_roles, configName);
  if (definition === undefined) return reportUndefined(context, path);
  return {
    configName,
    kind: "service",
    path,
    description: definition.description,
    trustPolicy: serviceTrust(context, definition.trust_policy, `${path}.trust_policy`),
    awsManagedPolicies: definition.managed_policies,
    grants: templateGrants(context, definition.policy_assignments, `${path}.policy_assignments`),
  };
}

function assumableRole(context: BlueprintContext, configName: string): RoleDraft | undefined {
  const path = `security.assumable_roles.${configName}`;
  const definition = ownEntry(context.config.security.assumable_roles, configName);
  if (definition === undefined) return reportUndefined(context, path);
  const { description, mirrors_group: group, custom_permissions: custom } = definition;
  if ((group === undefined) === (custom === undefined)) {
    report(context, path, "has either mirrors_group or custom_permissions, one of the two");
    return undefined;
  }
  const accountId = context.config.client.account_id;
  const common = { configName, path, description, maxSessionDuration: definition.max_session_duration };
  if (custom !== undefined) {
    if (definition.require_mfa === false) {
      report(context, `${path}.require_mfa`, "a role that lifts rights always asks for MFA", "leave it out");
    }
    const source = `${path}.custom_permissions`;
    const document = readConfigDocument(context, custom, source);
    const grants = [{ name: "custom-permissions", source, document }];
    return { ...common, kind: "elevation", trustPolicy: accountTrust(accountId, true), grants };
  }
  const trustPolicy = accountTrust(accountId, definition.require_mfa === true);
  return { ...common, kind: "cross-function", trustPolicy, ...mirrored(context, group!, path) };
}

/**
 * A mirroring role has the group's grants as they are now, so that both change together. It does not have the group's
 * right to assume roles: a session in a role ends there.
 */
function mirrored(
  context: BlueprintContext,
  group: string,
  path: string,
): Pick<RoleDraft, "awsManagedPolicies" | "grants"> {
  const definition = ownEntry(context.config.security.iam_groups, group);
  if (definition === undefined) {
    const defined = Object.keys(context.config.security.iam_groups).join(", ");
    report(context, `${path}.mirrors_group`, `there is no group ${group}`, `iam_groups defines ${defined}`);
    return { grants: [] };
  }
  const assignments = `security.iam_groups.${group}.policy_assignments`;
  return {
    awsManagedPolicies: definition.managed_policies,
    grants: templateGrants(context, definition.policy_assignments, assignments),
  };
}

function crossAccountRole(context: BlueprintContext, configName: string): RoleDraft | undefined {
  const path = `security.cross_account_roles.${configName}`;
  const definition = ownEntry(context.config.security.cross_account_roles, configName);
  if (definition === undefined) return reportUndefined(context, path);
  const { trusted_accounts: accounts, external_id: externalId, require_mfa: mfa } = definition;
  return {
    configName,
    kind: "cross-account",
    path,
    description: definition.description,
    trustPolicy: crossAccountTrust(accounts, externalId, mfa === true),
    maxSessionDuration: definition.max_session_duration,
    awsManagedPolicies: definition.managed_policies,
    grants: Object.entries(definition.custom_policies ?? {})
      .sort(([a], [b]) => byText(a, b))
      .map(([name, document]) => {
        const source = `${path}.custom_policies.${name}`;
        return { name: hyphenated(name), source, document: readConfigDocument(context, document, source) };
      }),
  };
}

function finish(context: BlueprintContext, draft: RoleDraft, policies: ManagedPolicies): RoleBlueprint {
  const { configName, kind, grants } = draft;
  const crossAccount = kind === "cross-account";
  const boundary = context.config.security.permission_boundary_arn;
  const role: RoleBlueprint = {
    kind,
    configName,
    source: draft.path,
    logicalId: `${crossAccount ? "Xacct" : "Role"}${pascalCase(configName)}`,
    name: (crossAccount ? crossAccountRoleName : roleName)(context.config, configName),
    description: draft.description ?? "",
    awsManagedPolicies: [...new Set(draft.awsManagedPolicies ?? [])].sort(byText),
    attachedPolicies: policies.attach(grants, "role"),
    inlinePolicies: grants.filter((grant) => grant.template === undefined),
    grants,
    trustPolicy: draft.trustPolicy,
    trustSource: kind === "service" ? `${draft.path}.trust_policy` : draft.path,
    maxSessionDuration: draft.maxSessionDuration ?? DEFAULT_SESSION_SECONDS,
  };
  if (boundary !== undefined) role.permissionsBoundary = boundary;
  checkRole(context, role, draft.path);
  return role;
}

function reportUndefined(context: BlueprintContext, path: string): undefined {
  report(context, path, "the security profile enables this role, but it is not defined");
}
