import type { MlTierName } from "./config/tiers";

/** How many resources of each type a stack has at most; none of a type that is not here. */
export type ResourceLimits = Readonly<Record<string, number>>;

const starter: ResourceLimits = {
  "AWS::CodeBuild::Project": 2,
  "AWS::CodeCommit::Repository": 2,
  "AWS::CodePipeline::Pipeline": 2,
  "AWS::Events::Rule": 3,
  "AWS::IAM::Role": 6,
  "AWS::Logs::LogGroup": 3,
  "AWS::S3::Bucket": 1,
  "AWS::S3::BucketPolicy": 1,
  "AWS::SSM::Parameter": 21,
  "AWS::SageMaker::ModelPackageGroup": 1,
};

const professional: ResourceLimits = {
  ...starter,
  "AWS::Events::Rule": 4,
  "AWS::SNS::Subscription": 1,
  "AWS::SNS::Topic": 1,
  "AWS::SNS::TopicPolicy": 1,
  "AWS::SSM::Parameter": 23,
};

const enterprise: ResourceLimits = {
  ...professional,
  "AWS::CloudTrail::Trail": 1,
  "AWS::CloudWatch::Alarm": 2,
  "AWS::EC2::SecurityGroup": 1,
  "AWS::EC2::SecurityGroupEgress": 1,
  "AWS::EC2::SecurityGroupIngress": 1,
  "AWS::EC2::VPCEndpoint": 4,
  "AWS::IAM::ManagedPolicy": 1,
  "AWS::IAM::Role": 7,
  "AWS::KMS::Alias": 1,
  "AWS::KMS::Key": 1,
  "AWS::Logs::LogGroup": 4,
  "AWS::Logs::MetricFilter": 2,
  "AWS::S3::Bucket": 2,
  "AWS::S3::BucketPolicy": 2,
  "AWS::SNS::Subscription": 2,
  "AWS::SNS::Topic": 2,
  "AWS::SNS::TopicPolicy": 2,
  "AWS::SSM::Parameter": 37,
};

/** What a product of each tier is made of at most: the sum of all that its config can ask for. */
export const ML_TIER_RESOURCES: Readonly<Record<MlTierName, ResourceLimits>> = {
  starter,
  professional,
  enterprise,
};
