import type { RoleBlueprint } from "../security/blueprint";
import type { PolicyDocument, Statement } from "../security/policy-document";
import { pascalCase } from "../naming/stack-names";
import type { MlArns } from "./arns";
import type { ExecutionRole } from "./blueprint";
import { KEY_USE } from "./roles/shared-grants";

/** What administering a key takes, its use left out ("Allows key administrators", KMS Developer Guide), each action by name. */
const ADMINISTRATION = [
  "kms:CancelKeyDeletion",
  "kms:CreateAlias",
  "kms:DeleteAlias",
  "kms:DescribeKey",
  "kms:DisableKey",
  "kms:DisableKeyRotation",
  "kms:EnableKey",
  "kms:EnableKeyRotation",
  "kms:GetKeyPolicy",
  "kms:GetKeyRotationStatus",
  "kms:ListGrants",
  "kms:ListKeyPolicies",
  "kms:ListResourceTags",
  "kms:PutKeyPolicy",
  "kms:RevokeGrant",
  "kms:ScheduleKeyDeletion",
  "kms:TagResource",
  "kms:UntagResource",
  "kms:UpdateAlias",
  "kms:UpdateKeyDescription",
];

function statement(Sid: string, principals: readonly string[], Action: string[]): Statement {
  return { Sid, Effect: "Allow", Principal: { AWS: [...principals] }, Action, Resource: ["*"] };
}

/** What the key's policy is made from. */
export interface KeyUsers {
  administrators: readonly string[];
  roles: readonly RoleBlueprint[];
  executionRole: ExecutionRole;
  arns: MlArns;
}

/** Roles of the product that use its key: those whose own policies say so. */
export function keyUsers(roles: readonly RoleBlueprint[]): RoleBlueprint[] {
  return roles.filter(({ grants }) => grants.some(({ name }) => name === "product-key"));
}

/**
 * The policy of the product's key: its administrators, who can't use it, and a statement for each role that uses it.
 * `Resource: "*"` is the key itself, the only value that KMS takes there.
 */
export function keyPolicy({ administrators, roles, executionRole, arns }: KeyUsers): PolicyDocument {
  const users = keyUsers(roles).map(({ configName, name }) =>
    statement(`UseBy${pascalCase(configName)}`, [arns.role(name)], KEY_USE),
  );
  const foreign =
    executionRole.parameter === undefined
      ? []
      : [statement("UseBySagemakerExecution", [executionRole.arn], KEY_USE)];
  return {
    Version: "2012-10-17",
    Statement: [statement("Administration", administrators, ADMINISTRATION), ...users, ...foreign],
  };
}
