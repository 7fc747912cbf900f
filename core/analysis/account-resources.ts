/** A kind of resource that no tenant's name can be in, and why reaching it is no reach into another tenant's. */
export interface AccountResource {
  /** What the ARN has after its fifth colon begins with this; a service's own ARN parts before it. */
  service: string;
  resource: RegExp;
  reason: string;
  /** Whether a condition has to say whose it is, as by a tag or an alias. */
  needsCondition: boolean;
}

/**
 * Resources whose ids AWS chooses, or of which an account has one. The form of each is that of AWS's service
 * authorization reference.
 */
export const ACCOUNT_RESOURCES: readonly AccountResource[] = [
  entry("bedrock", /^foundation-model\//, "AWS's own models"),
  entry("bedrock", /^(guardrail|prompt)\//, "AWS chooses the id: tags decide", true),
  entry("kms", /^key\//, "AWS chooses the id: the alias decides", true),
  entry("lambda", /^event-source-mapping:/, "AWS chooses the id: the function decides", true),
  entry("ecr", /^repository\//, "images of other accounts, which AWS shares", true),
  entry("cloudwatch", /^alarm:/, "alarms are read as a list"),
  entry("trustedadvisor", /^checks\//, "checks are of the whole account"),
  entry("glue", /^catalog$/, "an account has one"),
  entry("logs", /^log-group:\/aws\/sagemaker\//, "created for the account by its first job"),
  entry("logs", /^log-group:\/aws-glue\//, "created for the account by its first job"),
  entry("iam", /^user\//, "people belong to the account"),
  entry("access-analyzer", /^analyzer\//, "analyzers are of the whole account"),
];

function entry(service: string, resource: RegExp, reason: string, needsCondition = false): AccountResource {
  return { service, resource, reason, needsCondition };
}
