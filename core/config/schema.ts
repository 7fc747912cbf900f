import { type Static, Type } from "@sinclair/typebox";

/** A policy document as a config may hold it; its statements are judged by the policy document checks. */
const PolicyDocument = Type.Object(
  {
    Version: Type.Literal("2012-10-17"),
    Statement: Type.Array(Type.Record(Type.String(), Type.Unknown()), { minItems: 1 }),
  },
  { additionalProperties: false, description: "IAM policy document" },
);

const strict = { additionalProperties: false };

/** Names in a config are snake_case; underscores become hyphens in the names of AWS resources. */
export const CONFIG_NAME_PATTERN = "^[a-z][a-z0-9]*(_[a-z0-9]+)*$";

const PolicyAssignments = Type.Record(Type.String(), Type.String(), {
  description: "Service to the id of one of its policy templates, such as `s3: level2`",
});

export const TierSchema = Type.Object(
  {
    name: Type.String({ description: "startup, medium or enterprise" }),
    version: Type.Optional(Type.String()),
    description: Type.Optional(Type.String()),
    security_profile: Type.String({
      description: "Name of the security profile that counts, such as startup-5",
    }),
  },
  strict,
);

export const ClientSchema = Type.Object(
  {
    company_name: Type.String({ minLength: 1, maxLength: 128 }),
    company_prefix: Type.String({
      pattern: "^[a-z][a-z0-9]{1,9}$",
      description: "2 to 10 lower-case letters and digits, no hyphen: every name begins with it",
    }),
    account_id: Type.String({ pattern: "^[0-9]{12}$", description: "12-digit AWS account id, quoted" }),
    tenant_id: Type.String({
      pattern: "^[a-z0-9]{4}$",
      description: "4 lower-case letters and digits, quoted",
    }),
  },
  strict,
);

export const EnvironmentSchema = Type.Object(
  {
    env: Type.Union([
      Type.Literal("prod"),
      Type.Literal("dev"),
      Type.Literal("test"),
      Type.Literal("staging"),
    ]),
    region: Type.String({
      pattern: "^[a-z]{2}(-[a-z]+)+-[0-9]$",
      description: "AWS region, such as us-west-1",
    }),
  },
  strict,
);

export const DeploymentSchema = Type.Object(
  {
    template_bucket: Type.Optional(Type.String({ pattern: "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$" })),
    template_prefix: Type.Optional(Type.String({ pattern: "^[A-Za-z0-9!_.*'()/-]{1,512}$" })),
    delivery: Type.Optional(Type.Union([Type.Literal("auto"), Type.Literal("inline"), Type.Literal("s3")])),
    stack_name: Type.Optional(Type.String({ pattern: "^[a-zA-Z][-a-zA-Z0-9]{0,127}$" })),
    permission_boundary_arn: Type.Optional(
      Type.String({
        pattern: "^arn:aws(-[a-z]+)*:iam::([0-9]{12}|aws):policy/[\\w+=,.@/-]{1,512}$",
        description: "Managed policy that bounds every role of the stack",
      }),
    ),
    approve_wider: Type.Optional(Type.Boolean()),
  },
  strict,
);

const IamGroup = Type.Object(
  {
    description: Type.Optional(Type.String()),
    managed_policies: Type.Optional(Type.Array(Type.String())),
    policy_assignments: Type.Optional(PolicyAssignments),
    assumable_roles: Type.Optional(Type.Array(Type.String())),
  },
  strict,
);

const ServiceRole = Type.Object(
  {
    description: Type.Optional(Type.String()),
    trust_policy: PolicyDocument,
    managed_policies: Type.Optional(Type.Array(Type.String())),
    policy_assignments: Type.Optional(PolicyAssignments),
  },
  strict,
);

const AssumableRole = Type.Object(
  {
    description: Type.Optional(Type.String()),
    mirrors_group: Type.Optional(Type.String()),
    custom_permissions: Type.Optional(PolicyDocument),
    max_session_duration: Type.Optional(Type.Integer({ minimum: 3600, maximum: 43200 })),
    require_mfa: Type.Optional(Type.Boolean()),
  },
  strict,
);

const CrossAccountRole = Type.Object(
  {
    description: Type.Optional(Type.String()),
    trusted_accounts: Type.Array(Type.String({ pattern: "^[0-9]{12}$" }), { minItems: 1 }),
    external_id: Type.String({ pattern: "^[\\w+=,.@:/-]{2,1224}$" }),
    managed_policies: Type.Optional(Type.Array(Type.String())),
    custom_policies: Type.Optional(Type.Record(Type.String(), PolicyDocument)),
    max_session_duration: Type.Optional(Type.Integer({ minimum: 3600, maximum: 43200 })),
    require_mfa: Type.Optional(Type.Boolean()),
  },
  strict,
);

const SecurityProfile = Type.Object(
  {
    description: Type.Optional(Type.String()),
    enabled_groups: Type.Array(Type.String()),
    enabled_service_roles: Type.Array(Type.String()),
    enabled_assumable_roles: Type.Array(Type.String()),
    enabled_cross_account_roles: Type.Array(Type.String()),
  },
  strict,
);

export const SecuritySchema = Type.Object(
  {
    iam_groups: Type.Record(Type.String(), IamGroup),
    service_roles: Type.Record(Type.String(), ServiceRole),
    assumable_roles: Type.Record(Type.String(), AssumableRole),
    cross_account_roles: Type.Record(Type.String(), CrossAccountRole),
    security_profiles: Type.Record(Type.String(), SecurityProfile),
  },
  strict,
);

/** Tags as AWS takes them: keys up to 128 characters, values up to 256, none beginning with `aws:`. */
export const TagsSchema = Type.Record(Type.String(), Type.String());

/** A validated config, with the tier's master definitions filled in where `security` was absent. */
export const ConfigSchema = Type.Object(
  {
    tier: TierSchema,
    client: ClientSchema,
    environment: EnvironmentSchema,
    deployment: Type.Optional(DeploymentSchema),
    security: SecuritySchema,
    tags: Type.Optional(TagsSchema),
  },
  strict,
);

export type Tier = Static<typeof TierSchema>;
export type Client = Static<typeof ClientSchema>;
export type Environment = Static<typeof EnvironmentSchema>;
export type Deployment = Static<typeof DeploymentSchema>;
export type Security = Static<typeof SecuritySchema>;
export type Config = Static<typeof ConfigSchema>;
