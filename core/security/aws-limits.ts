/** Quotas of IAM that a blueprint must keep (IAM User Guide, "IAM and AWS STS quotas"); characters without whitespace. */
export const AWS_LIMITS = {
  /** All inline policies of one group together. */
  groupInlineCharacters: 5120,
  /** All inline policies of one role together. */
  roleInlineCharacters: 10_240,
  managedPolicyCharacters: 6144,
  trustPolicyCharacters: 2048,
  /** Managed policies, AWS's own and ours, on one group or role: the default quota. */
  attachedPolicies: 10,
  groupNameCharacters: 128,
  roleNameCharacters: 64,
  policyNameCharacters: 128,
  descriptionCharacters: 1000,
  tags: 50,
} as const;

/** A role's longest session where nothing else is said: AWS's own default, and the shortest limit that a role can have. */
export const DEFAULT_SESSION_SECONDS = 3600;
