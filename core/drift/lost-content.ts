/** What is not brought back with a resource that was deleted and is made again, by CloudFormation type. */
export const LOST_CONTENT: Readonly<Record<string, string>> = {
  "AWS::CodeCommit::Repository": "its commits are not brought back: push them again",
  "AWS::KMS::Key": "another key does not decrypt what it encrypted",
  "AWS::Logs::LogGroup": "its log events are not brought back",
  "AWS::S3::Bucket": "its objects are not brought back",
  "AWS::SNS::Subscription": "the subscriber has to confirm it again",
  "AWS::SNS::Topic": "subscriptions that the stack did not make are not brought back",
  "AWS::SageMaker::ModelPackageGroup": "its model packages are not brought back",
};
