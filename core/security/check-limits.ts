import { AWS_LIMITS } from "./aws-limits";
import type { GroupBlueprint, PrincipalBlueprint, RoleBlueprint } from "./blueprint";
import { report, type LimitsContext } from "./blueprint-context";
import {
  groupFindings,
  type LimitedPrincipal,
  type LimitFinding,
  roleFindings,
  sizeOf,
} from "./limit-findings";
import { policySize } from "./policy-size";

/** Reports what IAM would refuse about a group. */
export function checkGroup(context: LimitsContext, group: GroupBlueprint, path: string): void {
  reportAll(context, groupFindings(limited(group)), path);
}

/** Reports what IAM would refuse about a role. */
export function checkRole(context: LimitsContext, role: RoleBlueprint, path: string): void {
  const { managed_policies_per_role: attached, role_trust_policy_characters: trust } =
    context.config.quotas ?? {};
  const { description } = role;
  const findings = roleFindings(
    { ...limited(role), description, trustSize: policySize(role.trustPolicy) },
    {
      attachedPolicies: attached ?? AWS_LIMITS.attachedPolicies,
      trustPolicyCharacters: trust ?? AWS_LIMITS.trustPolicyCharacters,
    },
  );
  reportAll(context, findings, path);
}

function limited(principal: PrincipalBlueprint): LimitedPrincipal {
  const { name, awsManagedPolicies, attachedPolicies, inlinePolicies, grants } = principal;
  return {
    name,
    attached: awsManagedPolicies.length + attachedPolicies.length,
    inline: inlinePolicies.map(sizeOf),
    grants: grants.map(sizeOf),
  };
}

function reportAll(context: LimitsContext, findings: readonly LimitFinding[], path: string): void {
  for (const { about, message, hint } of findings) {
    report(context, about === "description" ? `${path}.description` : path, message, hint);
  }
}
