import type { EscalationPath } from "./path";

const IDENTITY_CENTER = "https://www.cloudquery.io/blog/aws-priv-esc-identity-center";

function identityCenter(service: string, action: string): EscalationPath {
  const id = action.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return {
    id: `${service}${id}`,
    effect: "become",
    target: "permission-set",
    actions: [[`${service}:${action}`]],
    source: IDENTITY_CENTER,
  };
}

/** Ways that lead over IAM Identity Center: a permission set is a role in every account that it is assigned in. */
export const identityCenterPaths: readonly EscalationPath[] = [
  identityCenter("sso", "AttachCustomerManagedPolicyReferenceToPermissionSet"),
  identityCenter("sso", "AttachManagedPolicyToPermissionSet"),
  identityCenter("sso", "CreateAccountAssignment"),
  identityCenter("sso", "DeleteInlinePolicyFromPermissionSet"),
  identityCenter("sso", "DeletePermissionsBoundaryFromPermissionSet"),
  identityCenter("sso", "PutInlinePolicyToPermissionSet"),
  identityCenter("sso", "PutPermissionsBoundaryToPermissionSet"),
  identityCenter("identitystore", "CreateGroupMembership"),
  identityCenter("sso-directory", "AddMemberToGroup"),
];
