import { ALL_WRITES, CHANGE, LOOK, type RightsStatement, STATEMENTS } from "../../operator-policy/rights";
import type { MlBlueprint } from "../blueprint";
import type { MlScope } from "./scopes";
import { enterpriseRights } from "./enterprise-rights";

/** The services to which the product's roles are passed when its resources are made. */
const PASSED_TO = ["cloudtrail", "codebuild", "codepipeline", "events"].map(
  (service) => `${service}.amazonaws.com`,
);

/** Rights on managed policies, of which a product has its boundary at most. */
const ON_POLICIES = /^iam:[A-Za-z]+(?<!Role)Polic(y|ies)(Versions?)?$/;

/** What an operator of any stack needs, without what is about kinds that the product does not have. */
function ofAnyStack({ boundary }: MlBlueprint): RightsStatement<MlScope>[] {
  const isOfNothing = (right: string, scope: string) =>
    // What is left over of any stack is looked for among all names.
    (/^iam:.*Group/.test(right) && right !== "iam:ListGroups") ||
    // A product's roles have inline policies alone.
    right === "iam:AttachRolePolicy" ||
    (boundary === undefined && right === "iam:PutRolePermissionsBoundary") ||
    (boundary === undefined && scope === "iam-names" && ON_POLICIES.test(right));
  return STATEMENTS.map((statement) => ({
    ...statement,
    rights: Object.fromEntries(
      Object.entries(statement.rights).filter(([right]) => !isOfNothing(right, statement.scope)),
    ),
  }));
}

const CODE: readonly RightsStatement<MlScope>[] = [
  {
    sid: "PassRoles",
    scope: "roles",
    writes: true,
    condition: { StringEquals: { "iam:PassedToService": PASSED_TO } },
    rights: { "iam:PassRole": CHANGE },
  },
  {
    sid: "CodeRead",
    scope: "repositories",
    writes: false,
    rights: {
      "codecommit:GetRepository": LOOK,
      "codecommit:ListBranches": ["delete"],
      "codecommit:ListTagsForResource": LOOK,
    },
  },
  {
    sid: "CodeManagement",
    scope: "repositories",
    writes: true,
    rights: {
      "codecommit:CreateRepository": CHANGE,
      "codecommit:DeleteRepository": ALL_WRITES,
      "codecommit:UpdateRepositoryDescription": ["update"],
      "codecommit:TagResource": CHANGE,
      "codecommit:UntagResource": ["update"],
    },
  },
  {
    sid: "BuildRead",
    scope: "projects",
    writes: false,
    rights: { "codebuild:BatchGetProjects": LOOK },
  },
  {
    sid: "BuildManagement",
    scope: "projects",
    writes: true,
    rights: {
      "codebuild:CreateProject": CHANGE,
      "codebuild:UpdateProject": ["update"],
      "codebuild:DeleteProject": ALL_WRITES,
    },
  },
  {
    sid: "PipelineRead",
    scope: "pipelines",
    writes: false,
    rights: {
      "codepipeline:GetPipeline": LOOK,
      "codepipeline:GetPipelineState": LOOK,
      "codepipeline:ListTagsForResource": LOOK,
    },
  },
  {
    sid: "PipelineManagement",
    scope: "pipelines",
    writes: true,
    rights: {
      "codepipeline:CreatePipeline": CHANGE,
      "codepipeline:UpdatePipeline": ["update"],
      "codepipeline:DeletePipeline": ALL_WRITES,
      "codepipeline:TagResource": CHANGE,
      "codepipeline:UntagResource": ["update"],
    },
  },
  {
    sid: "StageManagement",
    scope: "stages",
    writes: true,
    rights: { "codepipeline:EnableStageTransition": ["update"] },
  },
  {
    sid: "RuleRead",
    scope: "rules",
    writes: false,
    rights: {
      "events:DescribeRule": LOOK,
      "events:ListTargetsByRule": LOOK,
      "events:ListTagsForResource": LOOK,
    },
  },
  {
    sid: "RuleManagement",
    scope: "rules",
    writes: true,
    rights: {
      "events:PutRule": CHANGE,
      "events:DeleteRule": ALL_WRITES,
      "events:PutTargets": CHANGE,
      "events:RemoveTargets": ALL_WRITES,
      "events:TagResource": CHANGE,
      "events:UntagResource": ["update"],
    },
  },
];

const DATA: readonly RightsStatement<MlScope>[] = [
  {
    sid: "RegistryRead",
    scope: "model-group",
    writes: false,
    rights: {
      "sagemaker:DescribeModelPackageGroup": LOOK,
      "sagemaker:GetModelPackageGroupPolicy": LOOK,
      "sagemaker:ListTags": LOOK,
    },
  },
  {
    sid: "RegistryManagement",
    scope: "model-group",
    writes: true,
    rights: {
      "sagemaker:CreateModelPackageGroup": CHANGE,
      "sagemaker:DeleteModelPackageGroup": ALL_WRITES,
      "sagemaker:AddTags": CHANGE,
      "sagemaker:DeleteTags": ["update"],
    },
  },
  {
    sid: "LogsRead",
    scope: "log-groups",
    writes: false,
    rights: {
      "logs:GetDataProtectionPolicy": LOOK,
      "logs:ListTagsForResource": LOOK,
    },
  },
  { sid: "LogsList", scope: "everything", writes: false, rights: { "logs:DescribeLogGroups": LOOK } },
  {
    sid: "LogsManagement",
    scope: "log-groups",
    writes: true,
    rights: {
      "logs:CreateLogGroup": CHANGE,
      "logs:DeleteLogGroup": ALL_WRITES,
      "logs:PutRetentionPolicy": CHANGE,
      "logs:TagResource": CHANGE,
      "logs:UntagResource": ["update"],
    },
  },
  {
    sid: "BucketRead",
    scope: "buckets",
    writes: false,
    rights: {
      "s3:GetBucketOwnershipControls": LOOK,
      "s3:GetBucketPolicy": LOOK,
      "s3:GetBucketPublicAccessBlock": LOOK,
      "s3:GetBucketTagging": LOOK,
      "s3:GetBucketVersioning": LOOK,
      "s3:GetEncryptionConfiguration": LOOK,
      "s3:GetLifecycleConfiguration": LOOK,
      "s3:ListBucket": LOOK,
      "s3:ListBucketVersions": ["delete"],
    },
  },
  {
    sid: "BucketManagement",
    scope: "buckets",
    writes: true,
    rights: {
      "s3:CreateBucket": CHANGE,
      "s3:DeleteBucket": ALL_WRITES,
      "s3:DeleteBucketPolicy": ALL_WRITES,
      "s3:PutBucketOwnershipControls": CHANGE,
      "s3:PutBucketPolicy": CHANGE,
      "s3:PutBucketPublicAccessBlock": CHANGE,
      "s3:PutBucketTagging": CHANGE,
      "s3:PutBucketVersioning": CHANGE,
      "s3:PutEncryptionConfiguration": CHANGE,
      "s3:PutLifecycleConfiguration": CHANGE,
    },
  },
  {
    sid: "SourceRead",
    scope: "source-bucket",
    writes: false,
    rights: { "s3:GetBucketVersioning": LOOK, "s3:ListBucket": LOOK },
  },
  {
    sid: "BucketContent",
    scope: "bucket-objects",
    writes: true,
    rights: { "s3:DeleteObject": ["delete"], "s3:DeleteObjectVersion": ["delete"] },
  },
  {
    sid: "ModelPackageRead",
    scope: "model-packages",
    writes: false,
    rights: { "sagemaker:ListModelPackages": LOOK },
  },
  {
    sid: "ModelPackages",
    scope: "model-packages",
    writes: true,
    rights: { "sagemaker:DeleteModelPackage": ["delete"] },
  },
  {
    sid: "RuntimeList",
    scope: "everything",
    writes: false,
    rights: {
      "sagemaker:ListEndpointConfigs": LOOK,
      "sagemaker:ListEndpoints": LOOK,
      "sagemaker:ListModels": LOOK,
    },
  },
  { sid: "LookupRead", scope: "lookups", writes: false, rights: { "ssm:GetParameters": LOOK } },
  {
    sid: "TopicRead",
    scope: "topics",
    writes: false,
    rights: {
      "sns:GetDataProtectionPolicy": LOOK,
      "sns:GetSubscriptionAttributes": LOOK,
      "sns:GetTopicAttributes": LOOK,
      "sns:ListSubscriptionsByTopic": LOOK,
      "sns:ListTagsForResource": LOOK,
    },
  },
  {
    sid: "TopicManagement",
    scope: "topics",
    writes: true,
    rights: {
      "sns:CreateTopic": CHANGE,
      "sns:DeleteTopic": ALL_WRITES,
      "sns:SetSubscriptionAttributes": ["update"],
      "sns:SetTopicAttributes": CHANGE,
      "sns:Subscribe": CHANGE,
      "sns:Unsubscribe": ALL_WRITES,
      "sns:TagResource": CHANGE,
      "sns:UntagResource": ["update"],
    },
  },
];

/** What an operator of a product needs: the rights of every type that its template uses, on what bears its name. */
export function mlRights(blueprint: MlBlueprint): RightsStatement<MlScope>[] {
  return [...ofAnyStack(blueprint), ...CODE, ...DATA, ...enterpriseRights(blueprint)];
}
