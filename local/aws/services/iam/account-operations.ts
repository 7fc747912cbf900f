import type * as Iam from "@aws-sdk/client-iam";
import { limits } from "../../limits";
import type { CallContext, Operations } from "../../service";
import { groups, instanceProfiles, policies, policyByArn, roles, users } from "./entities";
import type { Holder } from "./records";
import { attachedShape } from "./holder-operations";
import { page } from "./page";
import {
  encodeDocument,
  groupShape,
  policyShape,
  policyUse,
  roleShape,
  roleSummary,
  userShape,
} from "./shapes";

function getAccountSummary(_: unknown, context: CallContext): Iam.GetAccountSummaryResponse {
  const counts = {
    Users: users.all(context).length,
    UsersQuota: limits.users,
    Groups: groups.all(context).length,
    GroupsQuota: limits.groups,
    Roles: roles.all(context).length,
    RolesQuota: limits.roles,
    Policies: policies.all(context).length,
    PoliciesQuota: limits.customerPolicies,
    PolicyVersionsInUse: policies.all(context).reduce((sum, { versions }) => sum + versions.length, 0),
    PolicyVersionsInUseQuota: limits.policyVersionsInUse,
    InstanceProfiles: instanceProfiles.all(context).length,
    InstanceProfilesQuota: limits.instanceProfiles,
    PolicySizeQuota: limits.managedPolicySize,
    VersionsPerPolicyQuota: limits.policyVersions,
    GroupPolicySizeQuota: limits.groupInlineSize,
    RolePolicySizeQuota: limits.roleInlineSize,
    UserPolicySizeQuota: limits.userInlineSize,
    AssumeRolePolicySizeQuota: limits.trustPolicySize,
    AttachedPoliciesPerGroupQuota: limits.attachments,
    AttachedPoliciesPerRoleQuota: limits.attachments,
    AttachedPoliciesPerUserQuota: limits.attachments,
    GroupsPerUserQuota: limits.groupsPerUser,
    AccessKeysPerUserQuota: limits.accessKeysPerUser,
    AccountMFAEnabled: 1,
  };
  return { SummaryMap: counts };
}

type Detail =
  | { kind: "User"; detail: Iam.UserDetail }
  | { kind: "Group"; detail: Iam.GroupDetail }
  | { kind: "Role"; detail: Iam.RoleDetail }
  | { kind: "LocalManagedPolicy"; detail: Iam.ManagedPolicyDetail }
  | { kind: "AWSManagedPolicy"; detail: Iam.ManagedPolicyDetail };

function inlineShapes(holder: Holder): Iam.PolicyDetail[] {
  return Object.entries(holder.inline).map(([PolicyName, document]) => ({
    PolicyName,
    PolicyDocument: encodeDocument(document),
  }));
}

function profilesOf(roleName: string, context: CallContext): Iam.InstanceProfile[] {
  return instanceProfiles
    .all(context)
    .filter(({ role }) => role === roleName)
    .map(({ Path, InstanceProfileName, InstanceProfileId, Arn, CreateDate }) => ({
      Path,
      InstanceProfileName,
      InstanceProfileId,
      Arn,
      CreateDate: new Date(CreateDate),
      Roles: [roleSummary(roles.get(context, roleName))],
    }));
}

function details(context: CallContext): Detail[] {
  const use = policyUse(context);
  const allGroups = groups.all(context);
  const managed = [
    ...policies.all(context),
    ...[...use.attachments.keys()]
      .filter((arn) => arn.includes(":iam::aws:"))
      .map((arn) => policyByArn(context, arn)!),
  ];
  return [
    ...users.all(context).map((user) => ({
      kind: "User" as const,
      detail: {
        ...userShape(user),
        UserPolicyList: inlineShapes(user),
        GroupList: allGroups
          .filter(({ members }) => members.includes(user.UserName))
          .map((group) => group.GroupName),
        AttachedManagedPolicies: user.attached.map(attachedShape),
      },
    })),
    ...allGroups.map((group) => ({
      kind: "Group" as const,
      detail: {
        ...groupShape(group),
        GroupPolicyList: inlineShapes(group),
        AttachedManagedPolicies: group.attached.map(attachedShape),
      },
    })),
    ...roles.all(context).map((role) => ({
      kind: "Role" as const,
      detail: {
        ...roleShape(role),
        RolePolicyList: inlineShapes(role),
        AttachedManagedPolicies: role.attached.map(attachedShape),
        InstanceProfileList: profilesOf(role.RoleName, context),
      },
    })),
    ...managed.map((policy) => ({
      kind: policy.Arn.includes(":iam::aws:")
        ? ("AWSManagedPolicy" as const)
        : ("LocalManagedPolicy" as const),
      detail: {
        ...policyShape(policy, use),
        PolicyVersionList: policy.versions.map((version) => ({
          VersionId: version.VersionId,
          IsDefaultVersion: version.VersionId === policy.DefaultVersionId,
          CreateDate: new Date(version.CreateDate),
          Document: encodeDocument(version.Document),
        })),
      },
    })),
  ];
}

function getAccountAuthorizationDetails(
  input: Iam.GetAccountAuthorizationDetailsRequest,
  context: CallContext,
): Iam.GetAccountAuthorizationDetailsResponse {
  const wanted = input.Filter ?? [];
  const { items, ...rest } = page(
    details(context).filter(({ kind }) => wanted.length === 0 || wanted.includes(kind)),
    input,
  );
  return {
    UserDetailList: items.flatMap((item) => (item.kind === "User" ? item.detail : [])),
    GroupDetailList: items.flatMap((item) => (item.kind === "Group" ? item.detail : [])),
    RoleDetailList: items.flatMap((item) => (item.kind === "Role" ? item.detail : [])),
    Policies: items.flatMap((item) =>
      item.kind === "LocalManagedPolicy" || item.kind === "AWSManagedPolicy" ? item.detail : [],
    ),
    ...rest,
  };
}

/** What the whole account has. */
export const accountOperations: Operations = {
  GetAccountSummary: getAccountSummary,
  GetAccountAuthorizationDetails: getAccountAuthorizationDetails,
};
