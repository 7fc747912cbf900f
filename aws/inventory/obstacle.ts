import type { AwsFailure } from "../aws-error";

/** The one call of IAM that removes an obstacle, with its input. */
export type IamRemoval =
  | { call: "RemoveUserFromGroup"; GroupName: string; UserName: string }
  | { call: "DetachGroupPolicy"; GroupName: string; PolicyArn: string }
  | { call: "DetachRolePolicy"; RoleName: string; PolicyArn: string }
  | { call: "DetachUserPolicy"; UserName: string; PolicyArn: string }
  | { call: "DeleteGroupPolicy"; GroupName: string; PolicyName: string }
  | { call: "DeleteRolePolicy"; RoleName: string; PolicyName: string }
  | { call: "RemoveRoleFromInstanceProfile"; InstanceProfileName: string; RoleName: string };

/** What removes an obstacle: a call of IAM, or the calls that take away all that something holds. */
export type Removal =
  | IamRemoval
  | { call: "EmptyBucket"; Bucket: string }
  | { call: "DeleteModelPackages"; ModelPackageGroupName: string };

/** What keeps a stack, or something that it holds, from being deleted. */
export interface Obstacle {
  kind:
    | "termination-protection"
    | "member"
    | "attached-policy"
    | "inline-policy"
    | "policy-in-use"
    | "boundary-in-use"
    | "instance-profile"
    | "bucket-content"
    | "model-packages";
  /** Name of the stack, or of the group, role, policy or bucket in it. */
  on: string;
  /** What stands in the way: a user, a policy, an entity, an instance profile. */
  what: string;
  /** Both in one sentence, without a full stop. */
  sentence: string;
  /**
   * Which wish removes it: `detach`, `unprotect`, `empty` and `delete-models` are flags of their own; `hand` is never
   * done for anybody, since somebody would gain rights by it.
   */
  removedBy: "detach" | "unprotect" | "empty" | "delete-models" | "hand";
  /** What to run, or to do, to remove it by hand. */
  byHand: string;
  /** Absent where `removedBy` is `unprotect` or `hand`. */
  removal?: Removal;
}

/** A question that AWS did not answer. */
export interface Unanswered {
  /** Begins with "who", "what" or "which". */
  what: string;
  /** The action that was called. */
  action: string;
  failure: AwsFailure;
}
