/**
 * Properties that templates set and nobody can change of a resource that there is, or that AWS does not show: names and
 * places that are a resource's identity, what is written when it is made and never again, and what CodeBuild takes only
 * together with another property (artifacts of a pipeline go with its source).
 */
export const UNPLANTED: Readonly<Record<string, readonly string[]>> = {
  "AWS::CloudTrail::Trail": ["TrailName"],
  "AWS::CloudWatch::Alarm": ["AlarmName"],
  "AWS::CodeBuild::Project": ["Artifacts", "Name"],
  "AWS::CodeCommit::Repository": ["RepositoryName"],
  "AWS::CodePipeline::Pipeline": ["Name", "RestartExecutionOnUpdate"],
  "AWS::EC2::SecurityGroup": ["GroupDescription", "GroupName", "VpcId"],
  "AWS::EC2::SecurityGroupEgress": ["GroupId"],
  "AWS::EC2::SecurityGroupIngress": ["GroupId"],
  "AWS::EC2::VPCEndpoint": ["ServiceName", "VpcEndpointType", "VpcId"],
  "AWS::Events::Rule": ["Name"],
  "AWS::IAM::ManagedPolicy": ["ManagedPolicyName"],
  "AWS::IAM::Role": ["RoleName"],
  "AWS::KMS::Alias": ["AliasName"],
  "AWS::KMS::Key": ["PendingWindowInDays"],
  "AWS::Logs::LogGroup": ["LogGroupName"],
  "AWS::Logs::MetricFilter": ["FilterName", "LogGroupName"],
  "AWS::S3::Bucket": ["BucketName"],
  "AWS::S3::BucketPolicy": ["Bucket"],
  "AWS::SNS::Subscription": ["Endpoint", "Protocol", "TopicArn"],
  "AWS::SNS::Topic": ["TopicName"],
  "AWS::SNS::TopicPolicy": ["Topics"],
  "AWS::SSM::Parameter": ["Description", "Name"],
  "AWS::SageMaker::ModelPackageGroup": ["ModelPackageGroupDescription", "ModelPackageGroupName"],
};
