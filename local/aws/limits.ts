/**
 * Quotas and sizes of AWS, as an account has them that never asked for more (IAM User Guide, "IAM and AWS STS quotas";
 * Systems Manager and S3 service quotas). Sizes of policies are in characters, whitespace left out.
 */
export const limits = {
  groups: 300,
  roles: 1000,
  users: 5000,
  customerPolicies: 1500,
  policyVersions: 5,
  policyVersionsInUse: 10_000,
  instanceProfiles: 1000,
  attachments: 10,
  groupsPerUser: 10,
  accessKeysPerUser: 2,
  tags: 50,
  groupInlineSize: 5120,
  roleInlineSize: 10240,
  userInlineSize: 2048,
  managedPolicySize: 6144,
  trustPolicySize: 2048,
  /** In bytes, standard tier. */
  parameterSize: 4096,
  parameterHistory: 100,
  parameters: 10_000,
  buckets: 10_000,
  eventRules: 300,
  pipelines: 1000,
  stagesPerPipeline: 50,
  targetsPerEventRule: 5,
} as const;
