import { type Static, type TObject, Type } from "@sinclair/typebox";
import { ExemptionsSchema } from "../../config/exemption-schema";
import { LicenseSchema } from "../../config/license-schema";
import {
  ClientSchema,
  DeploymentSchema,
  EnvironmentSchema,
  oneOf,
  QuotasSchema,
  TagsSchema,
  TierSchema,
} from "../../config/schema";
import { TIERS } from "../../config/tier-limits";
import { COMPLIANCE_FRAMEWORKS, MAXIMUM_RETENTION_DAYS, MINIMUM_RETENTION_DAYS } from "./retention";

const strict = { additionalProperties: false };

/** Words of lower-case letters and digits, joined by hyphens. */
const WORDS = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$";

function idOf(what: string, prefix: string, example: string, description: string) {
  return Type.String({
    title: what,
    pattern: `^${prefix}-([0-9a-f]{8}|[0-9a-f]{17})$`,
    description,
    examples: [example],
  });
}

const EndpointIds = Type.Object(
  {
    s3: idOf("endpoint id", "vpce", "vpce-0ba9dc4a4d68f4059", "Gateway endpoint of S3"),
    sagemaker_api: idOf("endpoint id", "vpce", "vpce-04550e929a6afeb4d", "Endpoint of sagemaker.api"),
    sagemaker_runtime: idOf("endpoint id", "vpce", "vpce-00875dbd429b19c5f", "Endpoint of sagemaker.runtime"),
    sts: idOf("endpoint id", "vpce", "vpce-01ebcd15b74afab98", "Endpoint of sts"),
  },
  {
    ...strict,
    title: "endpoint ids",
    description:
      "The endpoints that the VPC has, for vpc_endpoints: reuse; they are published as if they were new",
  },
);

const Compliance = Type.Object(
  {
    trail: oneOf(["create", "account"], {
      title: "source of events",
      default: "create",
      description:
        "Where the alarms' events come from: create makes a trail with a bucket and a log group; account watches the log group of the account's own trail",
    }),
    log_group_name: Type.Optional(
      Type.String({
        title: "log group name",
        pattern: "^[.\\-_/#A-Za-z0-9]{1,512}$",
        description: "trail: account: the log group to which the account's trail delivers",
        examples: ["aws-cloudtrail-logs-123456789012"],
      }),
    ),
  },
  { ...strict, title: "compliance", description: "What the alarms on API calls watch" },
);

const SecurityStack = Type.Object(
  {
    tier: oneOf(TIERS, {
      title: "tier",
      description: "Tier of that security stack, as in its SSM parameters",
    }),
  },
  {
    ...strict,
    title: "security stack",
    description:
      "Jobs and models run with the role sagemaker_execution of the security stack of the same prefix, env, tenant and region, found through SSM; without it the product has a role of its own",
  },
);

/** Section `ml_product`. Which keys a tier has and needs is judged beside the schema, so that a message can name tiers. */
export const MlProductSchema = Type.Object(
  {
    use_case: Type.String({
      title: "use case",
      pattern: WORDS,
      maxLength: 32,
      description: "What the product does: lower-case words joined by hyphens, part of every name",
      examples: ["fraud-detection"],
    }),
    workload: Type.Optional(
      Type.String({
        title: "workload",
        pattern: WORDS,
        maxLength: 24,
        description: "One of several products of a use case, part of every name",
        examples: ["realtime"],
      }),
    ),
    source_control: oneOf(["codecommit", "s3"], {
      title: "source control",
      description: "Where the code comes from: two CodeCommit repositories, or archives in a bucket of yours",
    }),
    s3_prefix: Type.Optional(
      Type.String({
        title: "bucket and prefix",
        pattern: "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/[A-Za-z0-9!_.'()-]+)*$",
        maxLength: 512,
        description:
          "source_control: s3: the bucket and, after a slash, the folder in which model-build.zip and model-deploy.zip lie",
        examples: ["edge-prod-b001-us-west-2-s3/solutions/fraud-detection"],
      }),
    ),
    alerts_email: Type.Optional(
      Type.String({
        title: "e-mail address",
        pattern: "^[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+$",
        maxLength: 254,
        description: "Who is told of failures and alarms; AWS asks this address to confirm",
        examples: ["ml-alerts@example.com"],
      }),
    ),
    log_retention_days: Type.Optional(
      Type.Integer({
        minimum: MINIMUM_RETENTION_DAYS,
        maximum: MAXIMUM_RETENTION_DAYS,
        default: MINIMUM_RETENTION_DAYS,
        description: "How long logs are kept; raised to the next number of days that CloudWatch Logs takes",
      }),
    ),
    compliance_framework: Type.Optional(
      oneOf(COMPLIANCE_FRAMEWORKS, {
        title: "compliance framework",
        default: "general",
        description:
          "Sets how long logs are kept at least: general 90 days, pci-dss and soc2 365, hipaa 2190",
      }),
    ),
    security_stack: Type.Optional(SecurityStack),
    vpc_mode: Type.Optional(
      oneOf(["standalone", "sgprov"], {
        title: "VPC mode",
        description:
          "Security group of the endpoints: standalone makes one, sgprov uses the SG provisioner's",
      }),
    ),
    vpc_source: Type.Optional(
      oneOf(["ssm", "direct"], {
        title: "source of the VPC",
        description:
          "Where the VPC is named: ssm reads the VPC provisioner's parameters, direct takes the ids here",
      }),
    ),
    vpc_id: Type.Optional(idOf("VPC id", "vpc", "vpc-0a1b2c3d4e5f60718", "vpc_source: direct: the VPC")),
    subnet_ids: Type.Optional(
      Type.Array(idOf("subnet id", "subnet", "subnet-0a1b2c3d4e5f60718", "A subnet of the VPC"), {
        minItems: 1,
        maxItems: 16,
        uniqueItems: true,
        description:
          "Subnets of the interface endpoints, one an availability zone; with vpc_source: ssm in place of those that the parameter names",
      }),
    ),
    security_group_id: Type.Optional(
      idOf(
        "security group id",
        "sg",
        "sg-0a1b2c3d4e5f60718",
        "vpc_mode: sgprov: the SG provisioner's group; with vpc_source: ssm in place of the one that its parameter names",
      ),
    ),
    route_table_ids: Type.Optional(
      Type.Array(idOf("route table id", "rtb", "rtb-0a1b2c3d4e5f60718", "A route table of the VPC"), {
        minItems: 1,
        maxItems: 50,
        uniqueItems: true,
        description:
          "Route tables that lead to S3 through the gateway endpoint; without them it is used by nobody",
      }),
    ),
    vpc_endpoints: Type.Optional(
      oneOf(["create", "reuse"], {
        title: "endpoints",
        default: "create",
        description:
          "Interface endpoints with private DNS exist once a VPC: create makes the four, reuse takes those of vpc_endpoint_ids",
      }),
    ),
    vpc_endpoint_ids: Type.Optional(EndpointIds),
    compliance: Type.Optional(Compliance),
    key_administrators: Type.Optional(
      Type.Array(
        Type.String({
          title: "ARN of a role or user",
          pattern: "^arn:aws(-[a-z]+)*:iam::[0-9]{12}:(role|user)/[\\w+=,.@/-]{1,512}$",
          description: "A role or user of the account, never the account as a whole",
          examples: ["arn:aws:iam::123456789012:role/key-administrators"],
        }),
        {
          minItems: 1,
          maxItems: 10,
          uniqueItems: true,
          description:
            "Who administers the product's key; whoever deploys the stack is one of them, since KMS lets nobody else change it",
        },
      ),
    ),
  },
  { ...strict, title: "ML product", description: "The product: its code, network, logs and keys" },
);

/** Section `tier` of an ML product's config. */
const MlTierSchema = Type.Omit(TierSchema, ["security_profile"], {
  ...strict,
  title: "tier",
  description: "Which tier this product has",
});

const sections = {
  tier: MlTierSchema,
  client: ClientSchema,
  environment: EnvironmentSchema,
  deployment: Type.Optional(DeploymentSchema),
  ml_product: MlProductSchema,
  tags: Type.Optional(TagsSchema),
  license: Type.Optional(LicenseSchema),
  exemptions: Type.Optional(ExemptionsSchema),
  quotas: Type.Optional(QuotasSchema),
};

/** A validated config of an ML product. */
export const MlConfigSchema: TObject<typeof sections> = Type.Object(sections, strict);

/** Section `ml_product` of a validated config. */
export type MlProduct = Static<typeof MlProductSchema>;
/** A validated config of an ML product: what every later stage starts from. */
export type MlConfig = Static<typeof MlConfigSchema> & {
  /** Set in the config of a test copy alone: what the names of the copy have before `-ml`. No file may have it. */
  readonly testSuffix?: string;
};
