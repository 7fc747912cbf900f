import { isObject, type JsonObject } from "../../../core/config/source";
import { POLICY_PROPERTIES } from "../../../core/guardrails/resource-policies";
import type { StatementMutation } from "./mutate-statement";

/** One property of a resource broken, by the kind of what was broken. */
export interface ResourceMutation {
  kind: string;
  /** What changes of the properties; `undefined` takes one out. */
  properties: JsonObject;
}

type Mutate = (properties: JsonObject) => ResourceMutation[];

const one = (kind: string, properties: JsonObject): ResourceMutation[] => [{ kind, properties }];

/** Sets a property that is there; what is not there can't be broken. */
function set(name: string, kind: string, value: unknown): Mutate {
  return (properties) => (name in properties ? one(kind, { [name]: value }) : []);
}

/** Changes a value inside a property that is there. */
function within(name: string, kind: string, change: (value: JsonObject) => unknown): Mutate {
  return (properties) => (isObject(properties[name]) ? one(kind, { [name]: change(properties[name]) }) : []);
}

const encryptedBy = (algorithm: JsonObject) => ({
  ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: algorithm }],
});

const hasOwnKey = ({ BucketEncryption: encryption }: JsonObject) =>
  JSON.stringify(encryption ?? "").includes("KMSMasterKeyID");

const BUCKET: readonly Mutate[] = [
  set("BucketEncryption", "a bucket's encryption is taken out", undefined),
  (properties) =>
    hasOwnKey(properties)
      ? one("a bucket is encrypted by AWS's key", {
          BucketEncryption: encryptedBy({ SSEAlgorithm: "aws:kms", KMSMasterKeyID: "alias/aws/s3" }),
        })
      : [],
  (properties) =>
    hasOwnKey(properties)
      ? one("a bucket is encrypted by S3 itself", {
          BucketEncryption: encryptedBy({ SSEAlgorithm: "AES256" }),
        })
      : [],
  ...["BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"].map((flag) =>
    within("PublicAccessBlockConfiguration", `${flag} is off`, (value) => ({ ...value, [flag]: false })),
  ),
  set("PublicAccessBlockConfiguration", "a bucket is opened to the public", undefined),
  set("VersioningConfiguration", "a bucket keeps no versions", { Status: "Suspended" }),
  set("OwnershipControls", "access lists of a bucket count again", {
    Rules: [{ ObjectOwnership: "ObjectWriter" }],
  }),
];

const PIPELINE: readonly Mutate[] = [
  ({ Stages: stages }) => {
    const list = stages as { Name: string }[];
    return list.some(({ Name }) => Name === "Approval")
      ? one("the approval is taken out of a pipeline", {
          Stages: list.filter(({ Name }) => Name !== "Approval"),
        })
      : [];
  },
  ({ ArtifactStore: store }) =>
    isObject(store) && "EncryptionKey" in store
      ? one("a pipeline's artifacts are not encrypted by the product's key", {
          ArtifactStore: { ...store, EncryptionKey: undefined },
        })
      : [],
  set("RoleArn", "a pipeline runs with another role", "arn:aws:iam::123456789012:role/other"),
];

const BY_TYPE: Readonly<Record<string, readonly Mutate[]>> = {
  "AWS::S3::Bucket": BUCKET,
  "AWS::CodePipeline::Pipeline": PIPELINE,
  "AWS::CodeBuild::Project": [
    within("Environment", "builds run with privileges", (value) => ({ ...value, PrivilegedMode: true })),
    set("EncryptionKey", "a build's artifacts are not encrypted by the product's key", undefined),
    set("LogsConfig", "builds are not logged", { CloudWatchLogs: { Status: "DISABLED" } }),
    set("ServiceRole", "builds run with another role", "arn:aws:iam::123456789012:role/other"),
  ],
  "AWS::KMS::Key": [
    set("EnableKeyRotation", "the key is not rotated", false),
    set("PendingWindowInDays", "the key is deleted after 7 days", 7),
  ],
  "AWS::Logs::LogGroup": [
    set("RetentionInDays", "logs are kept for 60 days", 60),
    set("RetentionInDays", "nobody decides how long logs are kept", undefined),
  ],
  "AWS::Logs::MetricFilter": [
    set("FilterPattern", "a metric filter looks for something else", "{ $.x = 1 }"),
  ],
  "AWS::CloudWatch::Alarm": [
    set("AlarmActions", "an alarm tells nobody", undefined),
    set("Threshold", "an alarm waits for a thousand events", 1000),
  ],
  "AWS::CloudTrail::Trail": [
    set("IsLogging", "the trail does not log", false),
    set("IsMultiRegionTrail", "the trail logs one region", false),
    set("EnableLogFileValidation", "the trail's files can't be verified", false),
    set("IncludeGlobalServiceEvents", "the trail leaves out global services", false),
    set("CloudWatchLogsLogGroupArn", "the trail delivers to no log group", undefined),
  ],
  "AWS::EC2::VPCEndpoint": [
    set("PrivateDnsEnabled", "an endpoint has no private DNS", false),
    set("SecurityGroupIds", "an endpoint has the VPC's default security group", undefined),
  ],
  "AWS::EC2::SecurityGroup": [
    () =>
      one("a security group lets in every address", {
        SecurityGroupIngress: [{ IpProtocol: "-1", CidrIp: "0.0.0.0/0" }],
      }),
  ],
  "AWS::EC2::SecurityGroupIngress": [
    () =>
      one("a security group lets in every address", {
        SourceSecurityGroupId: undefined,
        CidrIp: "0.0.0.0/0",
      }),
  ],
  "AWS::IAM::Role": [
    set("PermissionsBoundary", "the boundary is taken off a role", undefined),
    set("PermissionsBoundary", "a role has another boundary", "arn:aws:iam::aws:policy/AdministratorAccess"),
  ],
  "AWS::SNS::Subscription": [set("Endpoint", "alerts go to somebody else", "somebody@example.org")],
};

/** Everything that can be broken in a resource of an ML product, beside its names, tags and policies. */
export function mutateResource(type: string, properties: JsonObject): ResourceMutation[] {
  return (BY_TYPE[type] ?? []).flatMap((mutate) => mutate(properties));
}

/** Types of which one that is missing leaves another one unguarded. */
const GUARDING = new Set([
  "AWS::CloudTrail::Trail",
  "AWS::CloudWatch::Alarm",
  "AWS::EC2::VPCEndpoint",
  "AWS::Logs::MetricFilter",
  "AWS::S3::BucketPolicy",
  "AWS::SNS::Subscription",
  "AWS::SNS::TopicPolicy",
]);

/** Whether taking out a resource of this type breaks something. */
export function isGuarding(type: string): boolean {
  return GUARDING.has(type);
}

/** The property with the policy that a resource of this type has. */
export function policyProperty(type: string): string | undefined {
  return POLICY_PROPERTIES[type];
}

/** Everything that can be broken in one statement of a bucket's, topic's or key's policy, one at a time. */
export function mutateResourceStatement(statement: JsonObject): StatementMutation[] {
  const { Effect, Action, Condition } = statement;
  const [first = ""] = [Action].flat().map(String);
  const unconditional = { ...statement };
  delete unconditional.Condition;
  const conditions =
    Condition === undefined
      ? []
      : [
          { kind: "the condition of a resource's policy is taken out", statement: unconditional },
          { kind: "the condition of a resource's policy is misspelt", statement: misspelt(statement) },
        ];
  if (Effect !== "Allow")
    return [{ kind: "a resource's policy takes plain connections", statement: undefined }, ...conditions];
  return [
    { kind: "a resource's policy lets in everybody", statement: { ...statement, Principal: "*" } },
    {
      kind: "a resource's policy lets in another account",
      statement: { ...unconditional, Principal: { AWS: "arn:aws:iam::999999999999:root" } },
    },
    {
      kind: "a resource's policy allows a whole service",
      statement: { ...statement, Action: `${first.split(":")[0]}:*` },
    },
    ...conditions,
  ];
}

function misspelt(statement: JsonObject): JsonObject {
  const keys = Object.values(statement.Condition as JsonObject).flatMap((tests) =>
    Object.keys(tests as object),
  );
  const text = JSON.stringify(statement.Condition).replaceAll(`"${keys[0]}"`, `"${keys[0]}X"`);
  return { ...statement, Condition: JSON.parse(text) as JsonObject };
}
