import type { ProbedRegion } from "./resource-arn";
import { inRegion, namedArn } from "./resource-arn";

type Properties = Readonly<Record<string, unknown>>;

/** What the handler of one type calls, all of it on the resource that the name tells, or on `*`. */
export interface ProductActions {
  /** ARN of a resource, by its properties; by its name where it isn't given. */
  on?: (properties: Properties, where: ProbedRegion) => string[];
  /** ARN as the calls about tags have it; the same unless given. */
  tagsOn?: (properties: Properties, where: ProbedRegion) => string[];
  read: readonly string[];
  create: readonly string[];
  /** What creating calls where a property is given. */
  byProperty?: Readonly<Record<string, string>>;
  tag: readonly string[];
  /** What knows no resources. */
  list?: readonly string[];
  change: readonly string[];
  remove: readonly string[];
  /** The service that roles are handed to, and the roles. */
  passes?: { service: string; roles: (properties: Properties) => unknown[] };
  /** Values of condition keys of the service's own, by property. */
  keys?: Readonly<Record<string, string>>;
}

const of = (service: string, ...names: string[]) => names.map((name) => `${service}:${name}`);
const texts = (value: unknown): string[] => [value].flat().filter((one) => typeof one === "string");

const targetRoles = ({ Targets: targets }: Properties): unknown[] =>
  Array.isArray(targets) ? (targets as { RoleArn?: unknown }[]).map(({ RoleArn }) => RoleArn) : [];

const logGroup = (suffix: string) => (properties: Properties, where: ProbedRegion) =>
  texts(properties.LogGroupName).map((name) => inRegion(where, "logs", `log-group:${name}${suffix}`));

const bucket = ({ Bucket: name, BucketName: own = name }: Properties, where: ProbedRegion) =>
  texts(own).map((each) => namedArn("AWS::S3::Bucket", each, where));

/**
 * By CloudFormation type of an ML product: what the handlers of CloudFormation's registry schemas declare that they
 * call. Of a key only what its own policy can't give is here: that is the right to make it, and its alias.
 */
export const PRODUCT_ACTIONS: Readonly<Record<string, ProductActions>> = {
  "AWS::CloudTrail::Trail": {
    read: of("cloudtrail", "GetTrail", "GetTrailStatus", "GetEventSelectors", "ListTags"),
    create: of("cloudtrail", "CreateTrail", "StartLogging"),
    byProperty: { EventSelectors: "cloudtrail:PutEventSelectors" },
    tag: of("cloudtrail", "AddTags"),
    change: of("cloudtrail", "UpdateTrail", "RemoveTags", "StopLogging"),
    remove: of("cloudtrail", "DeleteTrail"),
    passes: { service: "cloudtrail.amazonaws.com", roles: ({ CloudWatchLogsRoleArn: role }) => [role] },
  },
  "AWS::CloudWatch::Alarm": {
    read: of("cloudwatch", "DescribeAlarms", "ListTagsForResource"),
    create: of("cloudwatch", "PutMetricAlarm"),
    tag: of("cloudwatch", "TagResource"),
    change: of("cloudwatch", "UntagResource"),
    remove: of("cloudwatch", "DeleteAlarms"),
  },
  "AWS::CodeBuild::Project": {
    read: of("codebuild", "BatchGetProjects"),
    create: of("codebuild", "CreateProject"),
    tag: [],
    change: of("codebuild", "UpdateProject"),
    remove: of("codebuild", "DeleteProject"),
    passes: { service: "codebuild.amazonaws.com", roles: ({ ServiceRole: role }) => [role] },
  },
  "AWS::CodeCommit::Repository": {
    read: of("codecommit", "GetRepository"),
    create: of("codecommit", "CreateRepository"),
    tag: of("codecommit", "TagResource"),
    change: of("codecommit", "UpdateRepositoryDescription", "UntagResource"),
    remove: of("codecommit", "DeleteRepository"),
  },
  "AWS::CodePipeline::Pipeline": {
    read: of("codepipeline", "GetPipeline", "GetPipelineState", "ListTagsForResource"),
    create: of("codepipeline", "CreatePipeline"),
    tag: of("codepipeline", "TagResource"),
    change: of("codepipeline", "UpdatePipeline", "UntagResource"),
    remove: of("codepipeline", "DeletePipeline"),
    passes: { service: "codepipeline.amazonaws.com", roles: ({ RoleArn: role }) => [role] },
  },
  "AWS::Events::Rule": {
    read: of("events", "DescribeRule", "ListTargetsByRule"),
    create: of("events", "PutRule", "PutTargets"),
    tag: of("events", "TagResource"),
    change: of("events", "UntagResource"),
    remove: of("events", "DeleteRule", "RemoveTargets"),
    passes: { service: "events.amazonaws.com", roles: targetRoles },
  },
  "AWS::KMS::Alias": {
    on: ({ AliasName: name }, where) => texts(name).map((each) => inRegion(where, "kms", each)),
    read: [],
    create: of("kms", "CreateAlias"),
    tag: [],
    list: of("kms", "ListAliases"),
    change: of("kms", "UpdateAlias"),
    remove: of("kms", "DeleteAlias"),
  },
  "AWS::KMS::Key": {
    on: () => ["*"],
    tagsOn: (_properties, where) => [inRegion(where, "kms", "key/*")],
    read: [],
    create: of("kms", "CreateKey"),
    tag: of("kms", "TagResource"),
    change: [],
    remove: [],
  },
  "AWS::Logs::LogGroup": {
    // CloudWatch Logs has `:*` behind the name in all but the calls about tags ("log group ARN", API reference).
    on: logGroup(":*"),
    tagsOn: logGroup(""),
    read: [],
    create: of("logs", "CreateLogGroup"),
    byProperty: { RetentionInDays: "logs:PutRetentionPolicy" },
    tag: of("logs", "TagResource", "ListTagsForResource"),
    list: of("logs", "DescribeLogGroups"),
    change: [],
    remove: of("logs", "DeleteLogGroup"),
  },
  "AWS::Logs::MetricFilter": {
    on: logGroup(":*"),
    read: of("logs", "DescribeMetricFilters"),
    create: of("logs", "PutMetricFilter"),
    tag: [],
    change: [],
    remove: of("logs", "DeleteMetricFilter"),
  },
  "AWS::S3::Bucket": {
    read: [],
    create: of("s3", "CreateBucket"),
    byProperty: {
      BucketEncryption: "s3:PutEncryptionConfiguration",
      LifecycleConfiguration: "s3:PutLifecycleConfiguration",
      OwnershipControls: "s3:PutBucketOwnershipControls",
      PublicAccessBlockConfiguration: "s3:PutBucketPublicAccessBlock",
      VersioningConfiguration: "s3:PutBucketVersioning",
    },
    tag: of("s3", "PutBucketTagging"),
    change: [],
    remove: of("s3", "DeleteBucket"),
  },
  "AWS::S3::BucketPolicy": {
    on: bucket,
    read: of("s3", "GetBucketPolicy"),
    create: of("s3", "PutBucketPolicy"),
    tag: [],
    change: [],
    remove: of("s3", "DeleteBucketPolicy"),
  },
  "AWS::SNS::Subscription": {
    on: ({ TopicArn: topic }) => texts(topic),
    read: [],
    create: of("sns", "Subscribe"),
    tag: [],
    change: of("sns", "GetSubscriptionAttributes", "SetSubscriptionAttributes"),
    remove: of("sns", "Unsubscribe"),
    keys: { Protocol: "sns:Protocol", Endpoint: "sns:Endpoint" },
  },
  "AWS::SNS::Topic": {
    read: of("sns", "GetTopicAttributes", "ListSubscriptionsByTopic", "ListTagsForResource"),
    create: of("sns", "CreateTopic"),
    tag: of("sns", "TagResource"),
    change: of("sns", "SetTopicAttributes", "UntagResource"),
    remove: of("sns", "DeleteTopic"),
  },
  "AWS::SNS::TopicPolicy": {
    on: ({ Topics: topics }) => texts(topics),
    read: [],
    create: of("sns", "SetTopicAttributes"),
    tag: [],
    change: [],
    remove: [],
  },
  "AWS::SageMaker::ModelPackageGroup": {
    read: of("sagemaker", "DescribeModelPackageGroup", "ListTags"),
    create: of("sagemaker", "CreateModelPackageGroup"),
    tag: of("sagemaker", "AddTags"),
    change: of("sagemaker", "DeleteTags"),
    remove: of("sagemaker", "DeleteModelPackageGroup"),
  },
};
