import type * as Iam from "@aws-sdk/client-iam";
import type { CallContext } from "../../service";
import { groups, roles, users } from "./entities";
import type { GroupRecord, PolicyRecord, RoleRecord, UserRecord } from "./records";

/** Policy documents travel URL-encoded (RFC 3986) in IAM's answers. */
export function encodeDocument(document: string): string {
  return encodeURIComponent(document).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** IAM's times have no fractions of a second. */
export function timestamp(now: Date): string {
  return `${now.toISOString().slice(0, 19)}Z`;
}

/** A group as the API shows it. */
export function groupShape(group: GroupRecord): Iam.Group {
  const { Path, GroupName, GroupId, Arn } = group;
  return { Path, GroupName, GroupId, Arn, CreateDate: new Date(group.CreateDate) };
}

/** Lists leave out what `GetRole` has more: tags, boundary, last use. */
export function roleSummary(role: RoleRecord): Iam.Role {
  const { Path, RoleName, RoleId, Arn, Description, MaxSessionDuration } = role;
  return {
    Path,
    RoleName,
    RoleId,
    Arn,
    CreateDate: new Date(role.CreateDate),
    AssumeRolePolicyDocument: encodeDocument(role.AssumeRolePolicyDocument),
    Description,
    MaxSessionDuration,
  };
}

/** A role as `GetRole` shows it. */
export function roleShape(role: RoleRecord): Iam.Role {
  return { ...roleSummary(role), ...tagsAndBoundary(role), RoleLastUsed: {} };
}

/** A user as lists show it. */
export function userSummary(user: UserRecord): Iam.User {
  const { Path, UserName, UserId, Arn } = user;
  return { Path, UserName, UserId, Arn, CreateDate: new Date(user.CreateDate) };
}

/** A user as `GetUser` shows it. */
export function userShape(user: UserRecord): Iam.User {
  return { ...userSummary(user), ...tagsAndBoundary(user) };
}

function tagsAndBoundary(holder: RoleRecord | UserRecord): Pick<Iam.Role, "Tags" | "PermissionsBoundary"> {
  return {
    Tags: holder.Tags.length > 0 ? holder.Tags : undefined,
    PermissionsBoundary:
      holder.PermissionsBoundary === undefined
        ? undefined
        : {
            PermissionsBoundaryType: "PermissionsBoundaryPolicy",
            PermissionsBoundaryArn: holder.PermissionsBoundary,
          },
  };
}

/** How often each policy is attached, and is a boundary, by ARN. */
export interface PolicyUse {
  attachments: ReadonlyMap<string, number>;
  boundaries: ReadonlyMap<string, number>;
}

/** Counts the uses of all policies at once. */
export function policyUse(context: CallContext): PolicyUse {
  const attachments = new Map<string, number>();
  const boundaries = new Map<string, number>();
  for (const holder of [...groups.all(context), ...roles.all(context), ...users.all(context)]) {
    for (const arn of holder.attached) attachments.set(arn, (attachments.get(arn) ?? 0) + 1);
    const boundary = holder.PermissionsBoundary;
    if (boundary !== undefined) boundaries.set(boundary, (boundaries.get(boundary) ?? 0) + 1);
  }
  return { attachments, boundaries };
}

/** Lists leave out description and tags. */
export function policySummary(policy: PolicyRecord, use: PolicyUse): Iam.Policy {
  const { PolicyName, PolicyId, Arn, Path, DefaultVersionId } = policy;
  return {
    PolicyName,
    PolicyId,
    Arn,
    Path,
    DefaultVersionId,
    AttachmentCount: use.attachments.get(Arn) ?? 0,
    PermissionsBoundaryUsageCount: use.boundaries.get(Arn) ?? 0,
    IsAttachable: true,
    CreateDate: new Date(policy.CreateDate),
    UpdateDate: new Date(policy.UpdateDate),
  };
}

/** A policy as `GetPolicy` shows it. */
export function policyShape(policy: PolicyRecord, use: PolicyUse): Iam.Policy {
  return { ...policySummary(policy, use), Description: policy.Description, Tags: policy.Tags };
}
