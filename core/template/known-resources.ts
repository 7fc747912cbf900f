/** What can be said beforehand of a resource type whose resources have explicit names. */
export interface KnownResource {
  /** Property that holds the name. */
  nameProperty: string;
  /** Service and resource part of the ARN, such as `s3` and `{name}`; the account and region come in as AWS has them. */
  arn?: { service: string; resource: string; global?: boolean; account?: boolean };
  /** Whether `Ref` and Cloud Control's identifier are the ARN; else they are the name. */
  ref?: "arn" | "unknown";
  identifier?: "arn" | "unknown";
  /** Attribute that is the ARN; `Arn` unless said. */
  arnAttribute?: string;
  /** What CloudFormation's attribute adds to the ARN. */
  arnSuffix?: string;
}

/**
 * The types whose names a template gives: how `Ref`, `Fn::GetAtt` and Cloud Control name their resources (CloudFormation
 * Template Reference, "Return values"; the registry schemas' primary identifiers). Of all other types AWS makes the ids.
 */
export const KNOWN_RESOURCES: Readonly<Record<string, KnownResource>> = {
  "AWS::CloudTrail::Trail": {
    nameProperty: "TrailName",
    arn: { service: "cloudtrail", resource: "trail/{name}" },
  },
  "AWS::CloudWatch::Alarm": {
    nameProperty: "AlarmName",
    arn: { service: "cloudwatch", resource: "alarm:{name}" },
  },
  "AWS::CodeBuild::Project": {
    nameProperty: "Name",
    arn: { service: "codebuild", resource: "project/{name}" },
  },
  "AWS::CodeCommit::Repository": {
    nameProperty: "RepositoryName",
    arn: { service: "codecommit", resource: "{name}" },
    ref: "unknown",
    identifier: "unknown",
  },
  "AWS::CodePipeline::Pipeline": {
    nameProperty: "Name",
    arn: { service: "codepipeline", resource: "{name}" },
  },
  "AWS::Events::Rule": {
    nameProperty: "Name",
    arn: { service: "events", resource: "rule/{name}" },
    identifier: "arn",
  },
  "AWS::IAM::Group": {
    nameProperty: "GroupName",
    arn: { service: "iam", resource: "group/{name}", global: true },
  },
  "AWS::IAM::ManagedPolicy": {
    nameProperty: "ManagedPolicyName",
    arn: { service: "iam", resource: "policy/{name}", global: true },
    ref: "arn",
    identifier: "arn",
    arnAttribute: "PolicyArn",
  },
  "AWS::IAM::Role": {
    nameProperty: "RoleName",
    arn: { service: "iam", resource: "role/{name}", global: true },
  },
  "AWS::KMS::Alias": { nameProperty: "AliasName" },
  "AWS::Logs::LogGroup": {
    nameProperty: "LogGroupName",
    arn: { service: "logs", resource: "log-group:{name}" },
    arnSuffix: ":*",
  },
  "AWS::S3::Bucket": {
    nameProperty: "BucketName",
    arn: { service: "s3", resource: "{name}", global: true, account: false },
  },
  "AWS::S3::BucketPolicy": { nameProperty: "Bucket" },
  "AWS::SNS::Topic": {
    nameProperty: "TopicName",
    arn: { service: "sns", resource: "{name}" },
    ref: "arn",
    identifier: "arn",
    arnAttribute: "TopicArn",
  },
  "AWS::SSM::Parameter": { nameProperty: "Name" },
  "AWS::SageMaker::ModelPackageGroup": {
    nameProperty: "ModelPackageGroupName",
    arn: { service: "sagemaker", resource: "model-package-group/{name}" },
    ref: "arn",
    identifier: "arn",
    arnAttribute: "ModelPackageGroupArn",
  },
};
