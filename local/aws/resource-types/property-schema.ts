import { propertyViolations, type Violation } from "../../../core/template/resource-schemas/check-properties";
import {
  type PropertyShape,
  resourceSchema,
  type TypeSchema,
} from "../../../core/template/resource-schemas/type-schema";

/**
 * `AWS::CloudFormation::Stack` as Cloud Control knows it: the resource specification has only the properties of nested
 * stacks, this is its registry schema.
 */
const STACK: TypeSchema = {
  properties: {
    Capabilities: { list: "string" },
    Description: "string",
    DisableRollback: "boolean",
    EnableTerminationProtection: "boolean",
    NotificationARNs: { list: "string" },
    Parameters: { map: "string" },
    RoleARN: "string",
    StackName: "string",
    StackPolicyBody: "json",
    StackPolicyURL: "string",
    StackStatusReason: "string",
    Tags: {
      list: { object: { properties: { Key: "string", Value: "string" }, required: ["Key", "Value"] } },
    },
    TemplateBody: "json",
    TemplateURL: "string",
    TimeoutInMinutes: "integer",
  },
  required: ["StackName"],
};

/** Types of which the handler has only some properties: the others are refused, never silently left out. */
const HANDLED: Readonly<Record<string, readonly string[]>> = {
  "AWS::CloudTrail::Trail": [
    "CloudWatchLogsLogGroupArn",
    "CloudWatchLogsRoleArn",
    "EnableLogFileValidation",
    "EventSelectors",
    "IncludeGlobalServiceEvents",
    "IsLogging",
    "IsMultiRegionTrail",
    "KMSKeyId",
    "S3BucketName",
    "S3KeyPrefix",
    "Tags",
    "TrailName",
  ],
  "AWS::CloudWatch::Alarm": [
    "ActionsEnabled",
    "AlarmActions",
    "AlarmDescription",
    "AlarmName",
    "ComparisonOperator",
    "DatapointsToAlarm",
    "Dimensions",
    "EvaluationPeriods",
    "InsufficientDataActions",
    "MetricName",
    "Namespace",
    "OKActions",
    "Period",
    "Statistic",
    "Tags",
    "Threshold",
    "TreatMissingData",
    "Unit",
  ],
  "AWS::CodeBuild::Project": [
    "Artifacts",
    "AutoRetryLimit",
    "BadgeEnabled",
    "Cache",
    "ConcurrentBuildLimit",
    "Description",
    "EncryptionKey",
    "Environment",
    "LogsConfig",
    "Name",
    "QueuedTimeoutInMinutes",
    "ServiceRole",
    "Source",
    "SourceVersion",
    "Tags",
    "TimeoutInMinutes",
  ],
  "AWS::CodeCommit::Repository": ["KmsKeyId", "RepositoryDescription", "RepositoryName", "Tags"],
  "AWS::CodePipeline::Pipeline": [
    "ArtifactStore",
    "DisableInboundStageTransitions",
    "ExecutionMode",
    "Name",
    "PipelineType",
    "RestartExecutionOnUpdate",
    "RoleArn",
    "Stages",
    "Tags",
    "Variables",
  ],
  "AWS::EC2::SecurityGroupEgress": [
    "CidrIp",
    "CidrIpv6",
    "Description",
    "FromPort",
    "GroupId",
    "IpProtocol",
    "DestinationPrefixListId",
    "DestinationSecurityGroupId",
    "ToPort",
  ],
  "AWS::EC2::SecurityGroupIngress": [
    "CidrIp",
    "CidrIpv6",
    "Description",
    "FromPort",
    "GroupId",
    "IpProtocol",
    "SourcePrefixListId",
    "SourceSecurityGroupId",
    "ToPort",
  ],
  "AWS::EC2::VPCEndpoint": [
    "PolicyDocument",
    "PrivateDnsEnabled",
    "RouteTableIds",
    "SecurityGroupIds",
    "ServiceName",
    "SubnetIds",
    "Tags",
    "VpcEndpointType",
    "VpcId",
  ],
  "AWS::Logs::LogGroup": ["KmsKeyId", "LogGroupClass", "LogGroupName", "RetentionInDays", "Tags"],
  "AWS::Logs::MetricFilter": ["FilterName", "FilterPattern", "LogGroupName", "MetricTransformations"],
  "AWS::S3::Bucket": [
    "BucketEncryption",
    "BucketName",
    "LifecycleConfiguration",
    "OwnershipControls",
    "PublicAccessBlockConfiguration",
    "Tags",
    "VersioningConfiguration",
  ],
  "AWS::SNS::Subscription": [
    "DeliveryPolicy",
    "Endpoint",
    "FilterPolicy",
    "FilterPolicyScope",
    "Protocol",
    "RawMessageDelivery",
    "RedrivePolicy",
    "TopicArn",
  ],
  "AWS::SNS::Topic": ["DisplayName", "KmsMasterKeyId", "Subscription", "Tags", "TopicName"],
  "AWS::SageMaker::ModelPackageGroup": ["ModelPackageGroupDescription", "ModelPackageGroupName", "Tags"],
};

/** The schema of a type that there is a handler for. */
export function schemaOf(type: string): TypeSchema {
  if (type === "AWS::CloudFormation::Stack") return STACK;
  const schema = resourceSchema(type);
  if (schema === undefined) throw new Error(`There is no schema of ${type}.`);
  const handled = HANDLED[type];
  if (handled === undefined) return schema;
  const properties = Object.entries(schema.properties).filter(([name]) => handled.includes(name));
  return {
    properties: Object.fromEntries(properties),
    ...(schema.required === undefined ? {} : { required: schema.required }),
  };
}

/**
 * Everything in which properties break the schema of their type, worded as the registry's validator words it
 * (`#: extraneous key [X] is not permitted`). `ignored` names top-level keys that are let through.
 */
export function schemaViolations(
  type: string,
  properties: Record<string, unknown>,
  ignored: readonly string[] = [],
): string[] {
  const known = Object.fromEntries(Object.entries(properties).filter(([name]) => !ignored.includes(name)));
  return propertyViolations(schemaOf(type), known).map(worded);
}

function worded({ path, kind, name, shape, value }: Violation): string {
  const where = ["#", ...path].join("/");
  switch (kind) {
    case "missing":
      return `${where}: required key [${name}] not found`;
    case "unknown":
      return `${where}: extraneous key [${name}] is not permitted`;
    case "enum":
      return `${where}: #: ${String(value)} is not a valid enum value`;
    case "type":
      return `${where}: expected type: ${expected(shape!)}, found: ${typeName(value)}`;
  }
}

function expected(shape: PropertyShape): string {
  if (typeof shape !== "string") return "list" in shape ? "JSONArray" : "JSONObject";
  return shape === "json" ? "JSONObject" : shape[0]!.toUpperCase() + shape.slice(1);
}

function typeName(value: unknown): string {
  if (value === null || value === undefined) return "Null";
  if (Array.isArray(value)) return "JSONArray";
  const names: Record<string, string> = { string: "String", number: "Integer", boolean: "Boolean" };
  return names[typeof value] ?? "JSONObject";
}
