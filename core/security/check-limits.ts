import { AWS_LIMITS } from "./aws-limits";
import type { GroupBlueprint, PrincipalBlueprint, RoleBlueprint } from "./blueprint";
import { report, type LimitsContext } from "./blueprint-context";
import { policySize } from "./policy-size";

/** What IAM takes in a role's description (IAM API reference, CreateRole). */
const DESCRIPTION = /^[\t\n\r\x20-\x7e\xa1-\xff]*$/;

/** Reports what IAM would refuse about a group. */
export function checkGroup(context: LimitsContext, group: GroupBlueprint, path: string): void {
  checkName(context, group, path, AWS_LIMITS.groupNameCharacters);
  checkInline(context, group, path, AWS_LIMITS.groupInlineCharacters);
  checkAttachments(context, group, path, AWS_LIMITS.attachedPolicies);
}

/** Reports what IAM would refuse about a role. */
export function checkRole(context: LimitsContext, role: RoleBlueprint, path: string): void {
  checkName(context, role, path, AWS_LIMITS.roleNameCharacters);
  checkInline(context, role, path, AWS_LIMITS.roleInlineCharacters);
  const {
    managed_policies_per_role: attached = AWS_LIMITS.attachedPolicies,
    role_trust_policy_characters: limit = AWS_LIMITS.trustPolicyCharacters,
  } = context.config.quotas ?? {};
  checkAttachments(context, role, path, attached);
  const trust = policySize(role.trustPolicy);
  if (trust > limit) {
    report(
      context,
      path,
      `the trust policy of ${role.name} has ${trust} characters, at most ${limit} are allowed`,
    );
  }
  const { description } = role;
  if (description.length > AWS_LIMITS.descriptionCharacters || !DESCRIPTION.test(description)) {
    const allowed = `up to ${AWS_LIMITS.descriptionCharacters} characters of Latin-1`;
    report(
      context,
      `${path}.description`,
      `IAM takes ${allowed}`,
      "leave out other scripts, long dashes and emoji",
    );
  }
}

function checkName(context: LimitsContext, { name }: PrincipalBlueprint, path: string, limit: number): void {
  if (name.length > limit) {
    report(
      context,
      path,
      `its name in AWS, ${name}, has ${name.length} characters, at most ${limit} are allowed`,
    );
  }
}

function checkInline(
  context: LimitsContext,
  principal: PrincipalBlueprint,
  path: string,
  limit: number,
): void {
  const sizes = principal.inlinePolicies.map(({ name, document }) => ({ name, size: policySize(document) }));
  const total = sizes.reduce((sum, { size }) => sum + size, 0);
  if (total <= limit) return;
  const message = `the inline policies of ${principal.name} have ${total} characters together, at most ${limit} are allowed`;
  report(context, path, `${message} (${largestFirst(sizes)})`, "grant less, or give fewer roles to assume");
}

function checkAttachments(
  context: LimitsContext,
  principal: PrincipalBlueprint,
  path: string,
  limit: number,
): void {
  const count = principal.awsManagedPolicies.length + principal.attachedPolicies.length;
  if (count <= limit) return;
  const sizes = principal.grants.map(({ name, document }) => ({ name, size: policySize(document) }));
  report(
    context,
    path,
    `${principal.name} would have ${count} managed policies attached, at most ${limit} are allowed (${largestFirst(sizes)})`,
    "assign fewer services or lower levels, or name fewer AWS managed policies",
  );
}

function largestFirst(sizes: { name: string; size: number }[]): string {
  return sizes
    .sort((a, b) => b.size - a.size)
    .slice(0, 5)
    .map(({ name, size }) => `${name} ${size}`)
    .join(", ");
}
