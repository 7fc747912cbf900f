/** Rights of one statement without which nothing fails: something is then said not to be known. */
export interface InformativeRights {
  /** `sid` of the statement, `Licence` for the licence's. */
  sid: string;
  rights: readonly string[];
  /** What is not known then; completes "it is not known". */
  unknown: string;
}

/** All of them. Everything else that the operator's policy grants is needed for something to succeed. */
export const INFORMATIVE_RIGHTS: readonly InformativeRights[] = [
  {
    sid: "AccountRead",
    rights: ["iam:ListGroups", "iam:ListRoles", "iam:ListPolicies"],
    unknown: "which names are taken before a deployment, and what is left after one",
  },
  {
    sid: "AccountRead",
    rights: ["iam:GetAccountSummary"],
    unknown: "whether the account's quotas have room",
  },
  {
    sid: "OwnRights",
    rights: ["iam:SimulatePrincipalPolicy"],
    unknown: "before a deployment, whether the caller may do all that it needs",
  },
  { sid: "BoundaryRead", rights: ["iam:GetPolicy"], unknown: "whether the permission boundary exists" },
  {
    sid: "IAMRead",
    rights: ["iam:ListInstanceProfilesForRole"],
    unknown: "which instance profiles keep a role from being deleted",
  },
  {
    sid: "CloudFormationRead",
    rights: ["cloudformation:ListStackResources"],
    unknown: "what the stack holds, and so which names must be free; delete-stack fails",
  },
  {
    sid: "CloudFormationRead",
    rights: ["cloudformation:DescribeStackResources"],
    unknown: "whether another stack holds what is named like the environment's own",
  },
  {
    sid: "S3BucketList",
    rights: ["s3:ListBucket"],
    unknown: "whether the template bucket exists, and which templates are left",
  },
  { sid: "SSMParameterRead", rights: ["ssm:GetParametersByPath"], unknown: "which parameters are left" },
  {
    sid: "Licence",
    rights: [
      "aws-marketplace:RegisterUsage",
      "license-manager:CheckoutLicense",
      "license-manager:CheckInLicense",
    ],
    unknown: "whether the account is entitled; a unit that can't be checked in is held for up to an hour",
  },
];
