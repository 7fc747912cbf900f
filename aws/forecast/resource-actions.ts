/** The actions by which CloudFormation and Cloud Control handle one type of resource. */
export interface ResourceActions {
  /** Whether the type's calls carry and meet tags. */
  tagged: boolean;
  read: readonly string[];
  create: readonly string[];
  putInline?: readonly string[];
  attach?: string;
  /** What changes a resource that is there already. */
  change: readonly string[];
  /** What a rollback of a creation needs. */
  remove: readonly string[];
}

const iam = (...names: string[]) => names.map((name) => `iam:${name}`);
const ssm = (...names: string[]) => names.map((name) => `ssm:${name}`);

/** By CloudFormation type: what the handlers of CloudFormation's registry schemas declare that they call. */
export const RESOURCE_ACTIONS: Readonly<Record<string, ResourceActions>> = {
  "AWS::IAM::Group": {
    tagged: false,
    read: iam("GetGroup", "ListGroupPolicies", "GetGroupPolicy", "ListAttachedGroupPolicies"),
    create: iam("CreateGroup"),
    putInline: iam("PutGroupPolicy"),
    attach: "iam:AttachGroupPolicy",
    change: iam("PutGroupPolicy", "DeleteGroupPolicy", "DetachGroupPolicy"),
    remove: iam("DeleteGroup", "DeleteGroupPolicy", "DetachGroupPolicy"),
  },
  "AWS::IAM::Role": {
    tagged: true,
    read: iam("GetRole", "ListRolePolicies", "GetRolePolicy", "ListAttachedRolePolicies"),
    create: iam("CreateRole", "TagRole"),
    putInline: iam("PutRolePolicy"),
    attach: "iam:AttachRolePolicy",
    change: iam(
      "UpdateRole",
      "UpdateRoleDescription",
      "UpdateAssumeRolePolicy",
      "TagRole",
      "UntagRole",
      "PutRolePolicy",
      "DeleteRolePolicy",
      "DetachRolePolicy",
    ),
    remove: iam("DeleteRole", "DeleteRolePolicy", "DetachRolePolicy"),
  },
  "AWS::IAM::ManagedPolicy": {
    tagged: false,
    read: iam("GetPolicy", "GetPolicyVersion", "ListEntitiesForPolicy"),
    create: iam("CreatePolicy"),
    change: iam("ListPolicyVersions", "CreatePolicyVersion", "DeletePolicyVersion"),
    remove: iam("DeletePolicy", "ListPolicyVersions"),
  },
  "AWS::SSM::Parameter": {
    tagged: true,
    read: ssm("GetParameters"),
    create: ssm("PutParameter", "AddTagsToResource"),
    change: ssm("PutParameter", "AddTagsToResource", "RemoveTagsFromResource"),
    remove: ssm("DeleteParameter"),
  },
};
