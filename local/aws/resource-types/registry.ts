import { cloudtrailTrail } from "./cloudtrail-trail";
import { cloudwatchAlarm } from "./cloudwatch-alarm";
import { codebuildProject } from "./codebuild-project";
import { codecommitRepository } from "./codecommit-repository";
import { codepipelinePipeline } from "./codepipeline-pipeline";
import { ec2SecurityGroup } from "./ec2-security-group";
import { ec2SecurityGroupEgress, ec2SecurityGroupIngress } from "./ec2-security-group-rule";
import { ec2VpcEndpoint } from "./ec2-vpc-endpoint";
import { eventsRule } from "./events-rule";
import { iamGroup } from "./iam-group";
import { iamManagedPolicy } from "./iam-managed-policy";
import { iamPolicy } from "./iam-policy";
import { iamRole } from "./iam-role";
import { kmsAlias } from "./kms-alias";
import { kmsKey } from "./kms-key";
import { logsLogGroup } from "./logs-log-group";
import { logsMetricFilter } from "./logs-metric-filter";
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
  cloudtrailTrail,
  cloudwatchAlarm,
  codebuildProject,
  codecommitRepository,
  codepipelinePipeline,
  ec2SecurityGroup,
  ec2SecurityGroupEgress,
  ec2SecurityGroupIngress,
  ec2VpcEndpoint,
  eventsRule,
  iamGroup,
  iamManagedPolicy,
  iamPolicy,
  iamRole,
  kmsAlias,
  kmsKey,
  logsLogGroup,
  logsMetricFilter,
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
