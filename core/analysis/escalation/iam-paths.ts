import { type EscalationPath, pathfinding, RHINO } from "./path";

const BOUNDARIES = "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html";

type Target = NonNullable<EscalationPath["target"]>;

function iam(
  effect: EscalationPath["effect"],
  target: Target,
  action: string,
  source: string,
): EscalationPath {
  const id = action.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return { id: `iam${id}`, effect, target, actions: [[`iam:${action}`]], source };
}

/** Ways that lead over IAM and STS themselves. */
export const iamPaths: readonly EscalationPath[] = [
  iam("write-policy", "policy", "CreatePolicyVersion", pathfinding("iam-001")),
  iam("write-policy", "policy", "SetDefaultPolicyVersion", RHINO),
  iam("write-policy", "user", "AttachUserPolicy", pathfinding("iam-008")),
  iam("write-policy", "group", "AttachGroupPolicy", pathfinding("iam-010")),
  iam("write-policy", "role", "AttachRolePolicy", pathfinding("iam-009")),
  iam("write-policy", "user", "PutUserPolicy", pathfinding("iam-007")),
  iam("write-policy", "group", "PutGroupPolicy", pathfinding("iam-011")),
  iam("write-policy", "role", "PutRolePolicy", pathfinding("iam-005")),
  iam("remove-policy", "user", "DetachUserPolicy", RHINO),
  iam("remove-policy", "group", "DetachGroupPolicy", RHINO),
  iam("remove-policy", "role", "DetachRolePolicy", RHINO),
  iam("remove-policy", "user", "DeleteUserPolicy", RHINO),
  iam("remove-policy", "group", "DeleteGroupPolicy", RHINO),
  iam("remove-policy", "role", "DeleteRolePolicy", RHINO),
  iam("remove-policy", "user", "DeleteUserPermissionsBoundary", BOUNDARIES),
  iam("remove-policy", "role", "DeleteRolePermissionsBoundary", BOUNDARIES),
  iam("remove-policy", "user", "PutUserPermissionsBoundary", BOUNDARIES),
  iam("remove-policy", "role", "PutRolePermissionsBoundary", BOUNDARIES),
  iam("become", "group", "AddUserToGroup", pathfinding("iam-013")),
  iam("become", "role", "UpdateAssumeRolePolicy", pathfinding("iam-012")),
  iam("become", "user", "CreateAccessKey", pathfinding("iam-002")),
  iam("become", "user", "CreateLoginProfile", pathfinding("iam-004")),
  iam("become", "user", "UpdateLoginProfile", pathfinding("iam-006")),
  {
    id: "sts-assume-role",
    effect: "become",
    target: "role",
    actions: [["sts:AssumeRole"]],
    source: pathfinding("sts-001"),
  },
];
