/** What people call the resources of a CloudFormation type. */
const NOUNS: Readonly<Record<string, string>> = {
  "AWS::CloudTrail::Trail": "trail",
  "AWS::CloudWatch::Alarm": "alarm",
  "AWS::CodeBuild::Project": "build project",
  "AWS::CodeCommit::Repository": "repository",
  "AWS::CodePipeline::Pipeline": "pipeline",
  "AWS::EC2::SecurityGroup": "security group",
  "AWS::EC2::VPCEndpoint": "VPC endpoint",
  "AWS::Events::Rule": "event rule",
  "AWS::IAM::Group": "IAM group",
  "AWS::IAM::ManagedPolicy": "IAM policy",
  "AWS::IAM::Role": "IAM role",
  "AWS::KMS::Alias": "key alias",
  "AWS::KMS::Key": "key",
  "AWS::Logs::LogGroup": "log group",
  "AWS::S3::Bucket": "bucket",
  "AWS::SNS::Topic": "topic",
  "AWS::SSM::Parameter": "SSM parameter",
  "AWS::SageMaker::ModelPackageGroup": "model package group",
};

/** The noun of one resource of a type; the type itself where it is not one that people have a word for. */
export function resourceNoun(type: string): string {
  return NOUNS[type] ?? type;
}
