import { heldPolicies, judgePolicy } from "../../analysis/judge-policies";
import { principalsOf } from "../../analysis/principals";
import type { ReferenceData } from "../../analysis/reference/reference-data";
import { isObject } from "../../config/source";
import { partitionOf } from "../../naming/partition";
import { tenantScope } from "../../naming/stack-names";
import type { PolicyDocument, Statement } from "../../security/policy-document";
import type { WatchedResource } from "../../template/watched-resource";
import { counted, joinWords } from "../../wording/join-words";
import type { MlBlueprint } from "../blueprint";
import { minimumRetention } from "../config/retention";

/** One thing about a product's security, as its template has it. */
export interface PostureCheck {
  title: string;
  /** `none`: the product has nothing that this could be said of. */
  state: "good" | "bad" | "none";
  /** What holds, or what breaks it. */
  detail: string;
}

/** What the posture is judged by. */
export interface PostureSources {
  blueprint: MlBlueprint;
  /** Every resource of the template. */
  resources: readonly WatchedResource[];
  reference: ReferenceData;
}

type Properties = Readonly<Record<string, unknown>>;

/** A value inside properties, by its keys and indices. */
function at(value: unknown, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      Array.isArray(inner) ? inner[Number(key)] : isObject(inner) ? inner[String(key)] : undefined,
    value,
  );
}

/** A check that must hold for each resource of a type. */
function forEach(
  title: string,
  nouns: readonly [one: string, several: string],
  resources: readonly WatchedResource[],
  holds: (properties: Properties, resource: WatchedResource) => boolean,
): PostureCheck {
  if (resources.length === 0) return { title, state: "none", detail: `the product has no ${nouns[1]}` };
  const broken = resources.filter((resource) => !holds(resource.properties, resource));
  return broken.length === 0
    ? { title, state: "good", detail: `all of ${counted(resources.length, nouns[0], nouns[1])}` }
    : { title, state: "bad", detail: `not ${joinWords(broken.map(({ logicalId }) => logicalId))}` };
}

/** Whether a document refuses whatever comes without TLS. */
function isTlsOnly(document: unknown): boolean {
  const statements = (at(document, "Statement") ?? []) as Statement[];
  return statements.some(
    ({ Effect, Principal, Condition }) =>
      Effect === "Deny" && Principal === "*" && Condition?.Bool?.["aws:SecureTransport"] === "false",
  );
}

const BUCKETS = ["bucket", "buckets"] as const;

function storage(of: (type: string) => WatchedResource[]): PostureCheck[] {
  const buckets = of("AWS::S3::Bucket");
  const policies = of("AWS::S3::BucketPolicy");
  const rule = ["BucketEncryption", "ServerSideEncryptionConfiguration", 0] as const;
  return [
    forEach(
      "Buckets are encrypted",
      BUCKETS,
      buckets,
      (properties) => at(properties, ...rule, "ServerSideEncryptionByDefault", "SSEAlgorithm") !== undefined,
    ),
    forEach(
      "Buckets keep what is overwritten or deleted",
      BUCKETS,
      buckets,
      (properties) => at(properties, "VersioningConfiguration", "Status") === "Enabled",
    ),
    forEach("Buckets are closed to the public", BUCKETS, buckets, (properties) =>
      ["BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"].every(
        (key) => at(properties, "PublicAccessBlockConfiguration", key) === true,
      ),
    ),
    forEach("Buckets take encrypted connections alone", BUCKETS, buckets, ({ BucketName }) =>
      policies.some(
        ({ properties }) => properties.Bucket === BucketName && isTlsOnly(properties.PolicyDocument),
      ),
    ),
    forEach(
      "Topics take encrypted connections alone",
      ["topic", "topics"],
      of("AWS::SNS::TopicPolicy"),
      ({ PolicyDocument }) => isTlsOnly(PolicyDocument),
    ),
  ];
}

/** What the rules of the analysis say of the roles' policies. */
function leastPrivilege({ blueprint, reference: data }: PostureSources): PostureCheck {
  const { client, environment } = blueprint.config;
  const tenant = {
    partition: partitionOf(environment.region),
    region: environment.region,
    account: client.account_id,
    scope: tenantScope(blueprint.config),
  };
  const held = heldPolicies(principalsOf(blueprint, data));
  const found = held.flatMap((policy) => judgePolicy(policy, { data, tenant }));
  const title = "Roles have no right that a rule finds too wide";
  return found.length === 0
    ? { title, state: "good", detail: `${counted(held.length, "policy", "policies")} judged` }
    : { title, state: "bad", detail: joinWords(found.map(({ policy, message }) => `${policy}: ${message}`)) };
}

/** Whether services alone may assume a role, and on behalf of this account alone. */
function isBoundToAccount(document: unknown, account: string): boolean {
  return (document as PolicyDocument).Statement.every(
    ({ Principal, Condition }) =>
      typeof Principal === "object" &&
      Object.keys(Principal).every((kind) => kind === "Service") &&
      Condition?.StringEquals?.["aws:SourceAccount"] === account,
  );
}

function access(sources: PostureSources, of: (type: string) => WatchedResource[]): PostureCheck[] {
  const { blueprint } = sources;
  const roles = of("AWS::IAM::Role");
  const bounded = blueprint.boundary === undefined ? [] : roles;
  return [
    leastPrivilege(sources),
    forEach(
      "Services alone assume the roles, and for this account alone",
      ["role", "roles"],
      roles,
      ({ AssumeRolePolicyDocument: document }) =>
        isBoundToAccount(document, blueprint.config.client.account_id),
    ),
    forEach(
      "Roles have a permission boundary",
      ["role", "roles under a boundary"],
      bounded,
      ({ PermissionsBoundary }) => PermissionsBoundary !== undefined,
    ),
    forEach(
      "The key is rotated every year",
      ["key", "key of its own"],
      of("AWS::KMS::Key"),
      ({ EnableKeyRotation }) => EnableKeyRotation === true,
    ),
    forEach(
      "Nobody has every right on the key",
      ["key", "key of its own"],
      of("AWS::KMS::Key"),
      ({ KeyPolicy }) =>
        !(KeyPolicy as PolicyDocument).Statement.some(({ Action }) => [Action].flat().includes("kms:*")),
    ),
  ];
}

/** Whether a person approves before anything but the source of a pipeline runs. */
function isApprovedFirst(properties: Properties): boolean {
  const stages = (properties.Stages ?? []) as { Actions: unknown[] }[];
  const categories = stages.map(({ Actions: [first] }) => at(first, "ActionTypeId", "Category"));
  return categories[1] === "Approval";
}

function operation({ blueprint }: PostureSources, of: (type: string) => WatchedResource[]): PostureCheck[] {
  const { config, names } = blueprint;
  const fewest = minimumRetention(config.ml_product.compliance_framework);
  const deploying = of("AWS::CodePipeline::Pipeline").filter(
    ({ identifier }) => identifier === names.modelDeployPipeline,
  );
  const framework = config.ml_product.compliance_framework ?? "general";
  return [
    forEach(
      `Logs are kept ${fewest} days at least (${framework})`,
      ["log group", "log groups"],
      of("AWS::Logs::LogGroup"),
      ({ RetentionInDays }) => typeof RetentionInDays === "number" && RetentionInDays >= fewest,
    ),
    forEach(
      "A person approves each deployment of a model",
      ["pipeline that deploys", "pipelines that deploy"],
      deploying,
      isApprovedFirst,
    ),
    forEach(
      "Builds run without privileges",
      ["build project", "build projects"],
      of("AWS::CodeBuild::Project"),
      ({ Environment }) => at(Environment, "PrivilegedMode") === false,
    ),
    forEach(
      "API calls are recorded in every region, and the record can be verified",
      ["trail", "trail of its own"],
      of("AWS::CloudTrail::Trail"),
      ({ EnableLogFileValidation, IsLogging, IsMultiRegionTrail }) =>
        [EnableLogFileValidation, IsLogging, IsMultiRegionTrail].every((value) => value === true),
    ),
    forEach(
      "Alarms tell somebody",
      ["alarm", "alarms"],
      of("AWS::CloudWatch::Alarm"),
      ({ AlarmActions }) => Array.isArray(AlarmActions) && AlarmActions.length > 0,
    ),
    {
      title: "The stack is protected against deletion",
      ...(config.environment.env === "prod"
        ? { state: blueprint.protect ? "good" : "bad", detail: "termination protection in prod" }
        : { state: "none", detail: `${config.environment.env} is not prod` }),
    },
  ];
}

/** Everything about a product's security that its template shows. */
export function postureOf(sources: PostureSources): PostureCheck[] {
  const of = (type: string) => sources.resources.filter((resource) => resource.type === type);
  return [...storage(of), ...access(sources, of), ...operation(sources, of)];
}
