import type { Removal } from "./removals";

/** A role is deleted once it has neither policies nor a boundary that others need to be free of. */
export const removeRole: Removal = async ({ iam }, { identifier: RoleName }) => {
  const { PolicyNames = [] } = await iam.listRolePolicies({ RoleName });
  for (const PolicyName of PolicyNames) await iam.deleteRolePolicy({ RoleName, PolicyName });
  const { AttachedPolicies = [] } = await iam.listAttachedRolePolicies({ RoleName });
  for (const { PolicyArn } of AttachedPolicies) await iam.detachRolePolicy({ RoleName, PolicyArn });
  await iam.deleteRole({ RoleName });
};

const removePolicy: Removal = async ({ iam }, { identifier: PolicyArn }) => {
  const bounded = await iam.listEntitiesForPolicy({ PolicyArn, PolicyUsageFilter: "PermissionsBoundary" });
  for (const { RoleName } of bounded.PolicyRoles ?? []) await iam.deleteRolePermissionsBoundary({ RoleName });
  const { PolicyRoles = [] } = await iam.listEntitiesForPolicy({ PolicyArn });
  for (const { RoleName } of PolicyRoles) await iam.detachRolePolicy({ RoleName, PolicyArn });
  await iam.deletePolicy({ PolicyArn });
};

/** Deletions of roles, their boundary, keys and parameters. */
export const GUARD_REMOVALS: Record<string, Removal> = {
  "AWS::IAM::ManagedPolicy": removePolicy,
  "AWS::IAM::Role": removeRole,
  "AWS::KMS::Alias": ({ kms }, { identifier: AliasName }) => kms.deleteAlias({ AliasName }),
  "AWS::KMS::Key": ({ kms }, { identifier: KeyId }) => kms.scheduleKeyDeletion({ KeyId }),
  "AWS::SSM::Parameter": ({ ssm }, { identifier: Name }) => ssm.deleteParameter({ Name }),
};
