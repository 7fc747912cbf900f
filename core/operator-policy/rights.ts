import type { Statement } from "../security/policy-document";
import type { Use } from "./uses";

/** What a statement is about; the builder turns it into ARNs of one environment. */
export type Scope =
  | "iam-names"
  | "roles"
  | "boundary"
  | "stacks"
  | "parameters"
  | "template-objects"
  | "template-bucket"
  | "operator-role"
  /** AWS gives the actions no resource type, so that `*` is the only resource they know. */
  | "everything";

/** Rights on one scope. Statements that write are left out of the read-only variant, and ask for MFA in prod. */
export interface RightsStatement<S extends string = Scope> {
  sid: string;
  scope: S;
  writes: boolean;
  /** Whether the roles' permission boundary is asked for, where the config sets one. */
  bounded?: true;
  /** What else is asked for, as a policy's `Condition`. */
  condition?: Statement["Condition"];
  /** Actions, each with what needs it. */
  rights: Readonly<Record<string, readonly Use[]>>;
}

/** What every action that looks needs. */
export const LOOK: readonly Use[] = ["look"];
/** What creating and changing a resource needs. */
export const CHANGE: readonly Use[] = ["create", "update"];
/** What is needed to delete too: a rollback of a creation deletes, an update may replace. */
export const ALL_WRITES: readonly Use[] = ["create", "update", "delete"];

/**
 * Everything that the provisioner calls, directly or through CloudFormation and Cloud Control, which call IAM and
 * Parameter Store as the caller (AWS: forward access sessions). The actions by resource type are those that the
 * handlers of CloudFormation's registry schemas declare.
 */
export const STATEMENTS: readonly RightsStatement[] = [
  {
    sid: "IAMRead",
    scope: "iam-names",
    writes: false,
    rights: {
      "iam:GetGroup": LOOK,
      "iam:GetGroupPolicy": LOOK,
      "iam:ListAttachedGroupPolicies": LOOK,
      "iam:ListGroupPolicies": LOOK,
      "iam:GetRole": LOOK,
      "iam:GetRolePolicy": LOOK,
      "iam:ListAttachedRolePolicies": LOOK,
      "iam:ListRolePolicies": LOOK,
      "iam:GetPolicy": LOOK,
      "iam:GetPolicyVersion": LOOK,
      "iam:ListEntitiesForPolicy": LOOK,
      "iam:ListPolicyVersions": ["update", "delete"],
      "iam:ListInstanceProfilesForRole": ["delete"],
    },
  },
  {
    sid: "IAMManagement",
    scope: "iam-names",
    writes: true,
    rights: {
      "iam:CreateGroup": CHANGE,
      "iam:DeleteGroup": ALL_WRITES,
      "iam:PutGroupPolicy": CHANGE,
      "iam:DeleteGroupPolicy": ALL_WRITES,
      "iam:AttachGroupPolicy": CHANGE,
      "iam:DetachGroupPolicy": ALL_WRITES,
      "iam:RemoveUserFromGroup": ["delete"],
      "iam:DeleteRole": ALL_WRITES,
      "iam:UpdateRole": ["update"],
      "iam:UpdateRoleDescription": ["update"],
      "iam:UpdateAssumeRolePolicy": ["update"],
      "iam:DeleteRolePolicy": ALL_WRITES,
      "iam:DetachRolePolicy": ALL_WRITES,
      "iam:TagRole": CHANGE,
      "iam:UntagRole": ["update"],
      "iam:CreatePolicy": CHANGE,
      "iam:DeletePolicy": ALL_WRITES,
      "iam:CreatePolicyVersion": ["update"],
      "iam:DeletePolicyVersion": ["update", "delete"],
    },
  },
  {
    sid: "IAMRoleGrants",
    scope: "roles",
    writes: true,
    bounded: true,
    rights: {
      "iam:CreateRole": CHANGE,
      "iam:PutRolePolicy": CHANGE,
      "iam:AttachRolePolicy": CHANGE,
      "iam:PutRolePermissionsBoundary": ["update"],
    },
  },
  {
    sid: "IAMRoleUnbounding",
    scope: "roles",
    writes: true,
    rights: { "iam:DeleteRolePermissionsBoundary": ["update"] },
  },
  {
    sid: "BoundaryRead",
    scope: "boundary",
    writes: false,
    rights: { "iam:GetPolicy": LOOK },
  },
  {
    sid: "CloudFormationRead",
    scope: "stacks",
    writes: false,
    rights: {
      "cloudformation:DescribeStacks": LOOK,
      "cloudformation:DescribeStackEvents": ALL_WRITES,
      "cloudformation:DescribeStackResources": LOOK,
      "cloudformation:ListStackResources": LOOK,
      "cloudformation:GetTemplate": LOOK,
      "cloudformation:GetStackPolicy": LOOK,
      "cloudformation:DescribeChangeSet": ["update", "change-set"],
      "cloudformation:DetectStackDrift": ["drift"],
      "cloudformation:DetectStackResourceDrift": ["drift"],
      "cloudformation:DescribeStackResourceDrifts": ["drift"],
    },
  },
  {
    sid: "CloudFormationManagement",
    scope: "stacks",
    writes: true,
    rights: {
      "cloudformation:CreateStack": ["create"],
      "cloudformation:UpdateStack": ["update"],
      "cloudformation:DeleteStack": ["delete", "leftover"],
      "cloudformation:UpdateTerminationProtection": ["update", "delete", "leftover"],
      "cloudformation:CreateChangeSet": ["update", "change-set"],
      "cloudformation:ExecuteChangeSet": ["update"],
      "cloudformation:DeleteChangeSet": ["update", "change-set"],
      "cloudformation:ContinueUpdateRollback": ["recover"],
      "cloudformation:RollbackStack": ["recover"],
    },
  },
  {
    sid: "AccountRead",
    scope: "everything",
    writes: false,
    rights: {
      "iam:ListGroups": LOOK,
      "iam:ListRoles": LOOK,
      "iam:ListPolicies": LOOK,
      "iam:GetAccountSummary": ["forecast"],
      "cloudformation:ValidateTemplate": ["validate"],
      "cloudformation:DescribeStackDriftDetectionStatus": ["drift"],
      "cloudformation:BatchDescribeTypeConfigurations": ["drift"],
      "cloudformation:GetResource": LOOK,
      "cloudformation:GetResourceRequestStatus": ALL_WRITES,
    },
  },
  {
    sid: "CloudControl",
    scope: "everything",
    writes: true,
    rights: {
      "cloudformation:CreateResource": ["create"],
      "cloudformation:UpdateResource": ["update"],
      "cloudformation:DeleteResource": ["delete"],
    },
  },
  {
    sid: "S3BucketList",
    scope: "template-bucket",
    writes: false,
    rights: { "s3:ListBucket": LOOK, "s3:ListBucketVersions": ["update", "delete"] },
  },
  {
    sid: "S3TemplateRead",
    scope: "template-objects",
    writes: false,
    rights: { "s3:GetObject": LOOK, "s3:GetObjectTagging": LOOK },
  },
  {
    sid: "S3TemplateAccess",
    scope: "template-objects",
    writes: true,
    rights: {
      "s3:PutObject": [...CHANGE, "change-set"],
      "s3:DeleteObject": ["update", "delete", "change-set"],
      "s3:DeleteObjectVersion": ["update", "delete", "change-set"],
    },
  },
  {
    sid: "SSMParameterRead",
    scope: "parameters",
    writes: false,
    rights: {
      "ssm:GetParameters": LOOK,
      "ssm:GetParametersByPath": LOOK,
      "ssm:ListTagsForResource": LOOK,
    },
  },
  {
    sid: "SSMParameterManagement",
    scope: "parameters",
    writes: true,
    rights: {
      "ssm:PutParameter": CHANGE,
      "ssm:DeleteParameter": ALL_WRITES,
      "ssm:AddTagsToResource": CHANGE,
      "ssm:RemoveTagsFromResource": ["update"],
    },
  },
  {
    sid: "OwnRights",
    scope: "operator-role",
    writes: false,
    rights: { "iam:SimulatePrincipalPolicy": ["forecast"] },
  },
];

/**
 * What asking for the licence needs, by `license.provider`. It writes nothing to the environment, so that no variant
 * asks for MFA here: it is asked on actions that never call AWS otherwise, and in containers, where nobody has MFA.
 */
export const LICENCE_RIGHTS: Readonly<Record<"metering" | "license-manager", readonly string[]>> = {
  metering: ["aws-marketplace:RegisterUsage"],
  "license-manager": ["license-manager:CheckoutLicense", "license-manager:CheckInLicense"],
};

/** Rights that one might expect here, with the reason why nobody is given them. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  "iam:PassRole":
    "no service is handed a role: CloudFormation works as the caller, and whoever may pass the tenant's roles could use their rights",
  "iam:TagPolicy, iam:UntagPolicy": "CloudFormation has no tags on managed policies",
  "iam:AddUserToGroup": "who is a member of a group is not the provisioner's business",
  "iam:SetDefaultPolicyVersion": "a new version of a policy is made the default as it is created",
  "iam:DetachUserPolicy, iam:RemoveRoleFromInstanceProfile":
    "users and instance profiles are other people's: delete-stack names what stands in the way and the command that removes it",
  "iam:UpdateGroup": "groups are neither renamed nor moved to another path",
  "cloudformation:SetStackPolicy": "the stack has no stack policy",
  "s3:PutObjectTagging": "uploaded templates carry no tags",
  "ssm:GetParameter": "parameters are read by the call for several",
  "ssm:DescribeParameters": "parameters are read by their names",
};
