import { ec2SecurityGroup } from "./ec2-security-group";
import { ec2SecurityGroupEgress, ec2SecurityGroupIngress } from "./ec2-security-group-rule";
import { ec2VpcEndpoint } from "./ec2-vpc-endpoint";
import { codecommitRepository } from "./codecommit-repository";
import { eventsRule } from "./events-rule";
import { iamGroup } from "./iam-group";
import { iamManagedPolicy } from "./iam-managed-policy";
import { iamPolicy } from "./iam-policy";
import { iamRole } from "./iam-role";
import { kmsAlias } from "./kms-alias";
import { kmsKey } from "./kms-key";
import { cloudtrailTrail } from "./cloudtrail-trail";
import { cloudwatchAlarm } from "./cloudwatch-alarm";
import { logsLogGroup } from "./logs-log-group";
import { logsMetricFilter } from "./logs-metric-filter";
import type { ResourceType } from "./resource-type";
import { s3Bucket } from "./s3-bucket";
import { s3BucketPolicy } from "./s3-bucket-policy";
import { snsSubscription } from "./sns-subscription";
import { snsTopic } from "./sns-topic";
import { snsTopicPolicy } from "./sns-topic-policy";
import { sagemakerModelPackageGroup } from "./sagemaker-model-package-group";
import { ssmParameter } from "./ssm-parameter";

/** Every resource type that a template may have. */
export const resourceTypes: readonly ResourceType[] = [
  ec2SecurityGroup,
  ec2SecurityGroupEgress,
  ec2SecurityGroupIngress,
  ec2VpcEndpoint,
  codecommitRepository,
  eventsRule,
  iamGroup,
  iamManagedPolicy,
  iamPolicy,
  iamRole,
  kmsAlias,
  kmsKey,
  cloudtrailTrail,
  cloudwatchAlarm,
  logsLogGroup,
  logsMetricFilter,
  s3Bucket,
  s3BucketPolicy,
  snsSubscription,
  snsTopic,
  snsTopicPolicy,
  sagemakerModelPackageGroup,
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
