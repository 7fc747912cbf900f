import { codebuildProject } from "./codebuild-project";
import { codecommitRepository } from "./codecommit-repository";
import { codepipelinePipeline } from "./codepipeline-pipeline";
import { eventsRule } from "./events-rule";
import { ec2SecurityGroup } from "./ec2-security-group";
import { ec2SecurityGroupEgress, ec2SecurityGroupIngress } from "./ec2-security-group-rule";
import { ec2VpcEndpoint } from "./ec2-vpc-endpoint";
import { iamGroup } from "./iam-group";
import { iamManagedPolicy } from "./iam-managed-policy";
import { iamPolicy } from "./iam-policy";
import { iamRole } from "./iam-role";
import { kmsAlias } from "./kms-alias";
import { kmsKey } from "./kms-key";
import { logsLogGroup } from "./logs-log-group";
import type { ResourceType } from "./resource-type";
import { s3Bucket } from "./s3-bucket";
import { s3BucketPolicy } from "./s3-bucket-policy";
import { sagemakerModelPackageGroup } from "./sagemaker-model-package-group";
import { snsSubscription } from "./sns-subscription";
import { snsTopic } from "./sns-topic";
import { snsTopicPolicy } from "./sns-topic-policy";
import { ssmParameter } from "./ssm-parameter";

/** Every resource type that a template may have. */
export const resourceTypes: readonly ResourceType[] = [
  codebuildProject,
  codecommitRepository,
  codepipelinePipeline,
  eventsRule,
  ec2SecurityGroup,
  ec2SecurityGroupEgress,
  ec2SecurityGroupIngress,
  ec2VpcEndpoint,
  iamGroup,
  iamManagedPolicy,
  iamPolicy,
  iamRole,
  kmsAlias,
  kmsKey,
  logsLogGroup,
  s3Bucket,
  s3BucketPolicy,
  sagemakerModelPackageGroup,
  snsSubscription,
  snsTopic,
  snsTopicPolicy,
  ssmParameter,
];

/** The type of that name, where there is a handler for it. */
export function findResourceType(name: string): ResourceType | undefined {
  return resourceTypes.find((candidate) => candidate.type === name);
}

/** As findResourceType, for names that were checked before. */
export function resourceType(name: string): ResourceType {
  const found = findResourceType(name);
  if (found === undefined) throw new Error(`There is no handler of ${name}.`);
  return found;
}
