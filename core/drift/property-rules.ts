import { CODE_RULES } from "./rules/code";
import { EVENTS_RULES } from "./rules/events";
import { IAM_RULES } from "./rules/iam";
import { KEY_RULES } from "./rules/keys";
import { LOGS_RULES } from "./rules/logs";
import { MONITORING_RULES } from "./rules/monitoring";
import { NETWORK_RULES } from "./rules/network";
import { S3_RULES } from "./rules/s3";
import { SAGEMAKER_RULES } from "./rules/sagemaker";
import { SNS_RULES } from "./rules/sns";
import { SSM_RULES } from "./rules/ssm";
import type { RulesByType, TypeRules } from "./rules/type-rules";

const RULES: RulesByType = {
  ...CODE_RULES,
  ...EVENTS_RULES,
  ...IAM_RULES,
  ...KEY_RULES,
  ...LOGS_RULES,
  ...MONITORING_RULES,
  ...NETWORK_RULES,
  ...S3_RULES,
  ...SAGEMAKER_RULES,
  ...SNS_RULES,
  ...SSM_RULES,
};

/** The rules of a type; undefined where nothing is known of it. */
export function propertyRules(type: string): TypeRules | undefined {
  return RULES[type];
}
