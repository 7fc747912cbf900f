import { type Static, type TObject, type TSchema, Type } from "@sinclair/typebox";
import { AWS_LIMITS, DEFAULT_SESSION_SECONDS } from "../security/aws-limits";
import { ExemptionsSchema } from "./exemption-schema";
import { LicenseSchema } from "./license-schema";
import { CONFIG_NAME_PATTERN, PROFILE_NAME_PATTERN } from "./name-patterns";
import { PermissionsDocument, TrustDocument } from "./schema-documents";

export { CONFIG_NAME_PATTERN } from "./name-patterns";

const strict = { additionalProperties: false };

/** Services and template ids of the catalogue are folder and file names: `trusted-advisor`, `level1-prod`. */
const CATALOGUE_NAME_PATTERN = "^[a-z0-9]+(-[a-z0-9]+)*$";

/** A mapping whose keys people choose. */
function mapping<T extends TSchema>(value: T, keyPattern: string, options: object = {}) {
  return Type.Unsafe<Record<string, Static<T>>>({
    type: "object",
    propertyNames: { pattern: keyPattern },
    additionalProperties: value,
    ...options,
  });
}

/** One of a few words, as `enum`, which editors complete. */
function oneOf<const T extends string>(values: readonly T[], options: object = {}) {
  return Type.Unsafe<T>({ type: "string", enum: values, ...options });
}

/** A list of names without repetitions. */
function names(description: string, item: object = {}) {
  return Type.Array(Type.String({ pattern: CONFIG_NAME_PATTERN, title: "name", ...item }), {
    uniqueItems: true,
    description,
  });
}

// AWS takes these characters in the description of a role and of a policy (IAM API reference, CreateRole).
const Description = Type.Optional(
  Type.String({
    title: "description",
    pattern: "^[\\u0020-\\u007E\\u00A1-\\u00FF]{1,1000}$",
    description: "What it is for, in one line: 1 to 1,000 characters of ASCII or Latin-1",
  }),
);

const ManagedPolicies = Type.Optional(
  Type.Array(
    Type.String({
      title: "name of an AWS managed policy",
      pattern: "^([A-Za-z0-9-]+/)*[\\w+=,.@-]{1,128}$",
      description: "Name of an AWS managed policy as it stands after `policy/` in its ARN",
      examples: ["CloudWatchLogsReadOnlyAccess", "job-function/Billing"],
    }),
    {
      uniqueItems: true,
      maxItems: 10,
      description: "AWS's own managed policies that are attached (10 at most, AWS's default quota)",
    },
  ),
);

const PolicyAssignments = Type.Optional(
  mapping(
    Type.String({ title: "policy template id", pattern: CATALOGUE_NAME_PATTERN, examples: ["level2"] }),
    CATALOGUE_NAME_PATTERN,
    { description: "Service to the id of one of its policy templates", examples: [{ s3: "level2" }] },
  ),
);

const MaxSessionDuration = Type.Optional(
  Type.Integer({
    minimum: 3600,
    maximum: 43200,
    default: DEFAULT_SESSION_SECONDS,
    description: "Longest session in seconds: 3600 (1 hour, the default) to 43200 (12 hours)",
  }),
);

const RequireMfa = Type.Optional(
  Type.Boolean({ description: "Whether only a caller who signed in with MFA may assume it" }),
);

/** Section `tier`: which tier, and which of its security profiles counts. */
export const TierSchema = Type.Object(
  {
    name: Type.String({
      title: "tier",
      pattern: "^[a-z]+$",
      description: "Name of the tier",
      examples: ["startup"],
    }),
    version: Type.Optional(
      Type.String({
        title: "version",
        pattern: "^[0-9A-Za-z.+-]{1,64}$",
        description: "Version of these definitions",
        examples: ["1.0.0"],
      }),
    ),
    description: Description,
    security_profile: Type.String({
      title: "security profile",
      pattern: PROFILE_NAME_PATTERN,
      description: "Security profile that counts: the tier and its number of groups",
      examples: ["startup-5"],
    }),
  },
  { ...strict, title: "tier", description: "Which tier this environment has" },
);

/** Section `client`: whose environment it is, and in which AWS account. */
export const ClientSchema = Type.Object(
  {
    company_name: Type.String({
      title: "company name",
      minLength: 1,
      maxLength: 128,
      description: "The company's full name",
      examples: ["Edge Corp"],
    }),
    company_prefix: Type.String({
      title: "company prefix",
      pattern: "^[a-z][a-z0-9]{1,9}$",
      description:
        "2 to 10 lower-case letters and digits, the first a letter; no hyphen, since the names of one prefix would then lie within the scope of another",
      examples: ["edge"],
    }),
    account_id: Type.String({
      title: "AWS account id",
      pattern: "^[0-9]{12}$",
      description: "12 digits, quoted",
      examples: ["123456789012"],
    }),
    tenant_id: Type.String({
      title: "tenant id",
      pattern: "^[a-z0-9]{4}$",
      description: "4 lower-case letters and digits, quoted",
      examples: ["b001"],
    }),
  },
  { ...strict, title: "client", description: "Whose environment it is" },
);

/** Section `environment`: the stage and the AWS region. */
export const EnvironmentSchema = Type.Object(
  {
    env: oneOf(["prod", "dev", "test", "staging"], {
      title: "environment",
      description: "Kind of environment",
    }),
    region: Type.String({
      title: "AWS region",
      pattern: "^[a-z]{2}(-[a-z]+)+-[0-9]$",
      description: "Region of the stack",
      examples: ["us-west-1"],
    }),
  },
  { ...strict, title: "environment", description: "Which environment it is, and where" },
);

/** Section `deployment`: how the template is delivered, and what holds for the whole stack. */
export const DeploymentSchema = Type.Object(
  {
    template_bucket: Type.Optional(
      Type.String({
        title: "bucket name",
        pattern: "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$",
        description: "Existing S3 bucket that a template over 51,200 bytes is uploaded to",
        examples: ["edge-prod-b001-us-west-1-s3"],
      }),
    ),
    template_prefix: Type.Optional(
      Type.String({
        title: "key prefix",
        pattern: "^[A-Za-z0-9!_.*'()/-]{1,512}$",
        description: "Folder of the templates in the bucket",
        examples: ["solutions/master-solution/templates"],
      }),
    ),
    delivery: Type.Optional(
      oneOf(["auto", "inline", "s3"], {
        title: "way of delivery",
        default: "auto",
        description: "How CloudFormation gets the template: auto decides by its size",
      }),
    ),
    stack_name: Type.Optional(
      Type.String({
        title: "stack name",
        pattern: "^[a-zA-Z][-a-zA-Z0-9]{0,127}$",
        description:
          "Pins the name of an already deployed stack, so that a change of tier updates it in place",
        examples: ["edge-prod-b001-us-west-1-startup-sec-stack"],
      }),
    ),
    approve_wider: Type.Optional(
      Type.Boolean({ default: false, description: "Approves a deployment that widens someone's access" }),
    ),
  },
  { ...strict, title: "deployment", description: "How the stack is delivered" },
);

const IamGroup = Type.Object(
  {
    description: Description,
    managed_policies: ManagedPolicies,
    policy_assignments: PolicyAssignments,
    assumable_roles: Type.Optional(names("Roles that its members may assume", { title: "name of a role" })),
  },
  { ...strict, title: "group" },
);

const ServiceRole = Type.Object(
  {
    description: Description,
    trust_policy: TrustDocument,
    managed_policies: ManagedPolicies,
    policy_assignments: PolicyAssignments,
  },
  { ...strict, title: "service role" },
);

const AssumableRole = Type.Object(
  {
    description: Description,
    mirrors_group: Type.Optional(
      Type.String({
        title: "name of a group",
        pattern: CONFIG_NAME_PATTERN,
        description: "Group whose grants it has: this, or custom_permissions",
      }),
    ),
    custom_permissions: Type.Optional(PermissionsDocument),
    max_session_duration: MaxSessionDuration,
    require_mfa: RequireMfa,
  },
  { ...strict, title: "assumable role" },
);

const CrossAccountRole = Type.Object(
  {
    description: Description,
    trusted_accounts: Type.Array(
      Type.String({ title: "AWS account id", pattern: "^[0-9]{12}$", description: "12 digits, quoted" }),
      { minItems: 1, uniqueItems: true, description: "Accounts that may assume it; never a wildcard" },
    ),
    external_id: Type.String({
      title: "external id",
      pattern: "^[\\w+=,.@:/-]{2,1224}$",
      description:
        "What the other account has to say when it assumes it: 2 to 1,224 letters, digits and + = , . @ : / -",
    }),
    managed_policies: ManagedPolicies,
    custom_policies: Type.Optional(
      mapping(PermissionsDocument, CONFIG_NAME_PATTERN, {
        description: "Inline policies of its own, by name",
      }),
    ),
    max_session_duration: MaxSessionDuration,
    require_mfa: RequireMfa,
  },
  { ...strict, title: "cross-account role" },
);

/** ARN of the managed policy that bounds every role. */
const PermissionBoundaryArn = Type.Optional(
  Type.String({
    title: "ARN of a managed policy",
    pattern: "^arn:aws(-[a-z]+)*:iam::([0-9]{12}|aws):policy/[\\w+=,.@/-]{1,512}$",
    description: "Managed policy that bounds every role of the stack, with no exception",
    examples: ["arn:aws:iam::123456789012:policy/edge-boundary"],
  }),
);

const SecurityProfile = Type.Object(
  {
    description: Description,
    enabled_groups: names("Groups that exist in this profile"),
    enabled_service_roles: names("Service roles that exist in this profile"),
    enabled_assumable_roles: names("Assumable roles that exist in this profile"),
    enabled_cross_account_roles: names("Cross-account roles that exist in this profile"),
  },
  { ...strict, title: "security profile" },
);

/** Section `security`: every group and role that a profile may enable, and the profiles. */
export const SecuritySchema = Type.Object(
  {
    permission_boundary_arn: PermissionBoundaryArn,
    iam_groups: mapping(IamGroup, CONFIG_NAME_PATTERN, { description: "Groups by name" }),
    service_roles: mapping(ServiceRole, CONFIG_NAME_PATTERN, {
      description: "Roles of AWS services by name",
    }),
    assumable_roles: mapping(AssumableRole, CONFIG_NAME_PATTERN, {
      description: "Roles that people assume, by name",
    }),
    cross_account_roles: mapping(CrossAccountRole, CONFIG_NAME_PATTERN, {
      description: "Roles for other accounts, by name",
    }),
    security_profiles: mapping(SecurityProfile, PROFILE_NAME_PATTERN, {
      description: "What is enabled, by profile; the one that tier.security_profile names counts",
    }),
  },
  {
    ...strict,
    title: "security",
    description: "Groups, roles and profiles; where it is absent, the tier's master definitions apply",
  },
);

/** Tags as AWS takes them: keys up to 128 characters, values up to 256, none beginning with `aws:`. */
export const TagsSchema = Type.Unsafe<Record<string, string>>({
  type: "object",
  additionalProperties: {
    type: "string",
    title: "tag value",
    maxLength: 256,
    description: "Up to 256 characters",
  },
  title: "tags",
  description: "Tags of the stack and of every resource that has tags, beside the system's own",
  examples: [{ cost_center: "Engineering", owner: "ml-team" }],
});

/** A quota with AWS's default, and the most to which AWS raises it (IAM User Guide, "IAM and AWS STS quotas"). */
function quota(defaultValue: number, maximum: number, description: string) {
  return Type.Optional(Type.Integer({ minimum: 1, maximum, default: defaultValue, description }));
}

/** Section `quotas`: what AWS has raised for this account; everything else has AWS's default. */
export const QuotasSchema = Type.Object(
  {
    managed_policies_per_role: quota(AWS_LIMITS.attachedPolicies, 25, "Managed policies attached to a role"),
    role_trust_policy_characters: quota(
      AWS_LIMITS.trustPolicyCharacters,
      8192,
      "Characters of a role's trust policy",
    ),
  },
  { ...strict, title: "quotas", description: "IAM quotas that AWS has raised for this account" },
);

const sections = {
  tier: TierSchema,
  client: ClientSchema,
  environment: EnvironmentSchema,
  deployment: Type.Optional(DeploymentSchema),
  tags: Type.Optional(TagsSchema),
  license: Type.Optional(LicenseSchema),
  exemptions: Type.Optional(ExemptionsSchema),
  quotas: Type.Optional(QuotasSchema),
};

/** A validated config, with the tier's master definitions filled in where `security` was absent. */
export const ConfigSchema: TObject<typeof sections & { security: typeof SecuritySchema }> = Type.Object(
  { ...sections, security: SecuritySchema },
  strict,
);

/** Section `tier` of a validated config. */
export type Tier = Static<typeof TierSchema>;
/** Section `client` of a validated config. */
export type Client = Static<typeof ClientSchema>;
/** Section `environment` of a validated config. */
export type Environment = Static<typeof EnvironmentSchema>;
/** Section `deployment` of a validated config. */
export type Deployment = Static<typeof DeploymentSchema>;
/** Section `security` of a validated config, overrides merged in. */
export type Security = Static<typeof SecuritySchema>;
/** A validated config: what every later stage starts from. */
export type Config = Static<typeof ConfigSchema> & {
  /** Set by `testCopyOf` alone, in the config of a test copy: what all its names end in. No file may have it. */
  readonly testSuffix?: string;
};
