import { mlParameterPath, securityGroupParameterPath, vpcParameterPath } from "../../naming/ml-names";
import { partitionOf } from "../../naming/partition";
import { templateObjectArns } from "../../operator-policy/scope-arns";
import type { Scope } from "../../operator-policy/rights";
import { byText } from "../../text-order";
import type { MlBlueprint } from "../blueprint";
import { buildLogGroup, endpointLogGroup } from "../runtime-layout";

/** What a statement of an ML product's operator is about, beside what it is about for a security stack's. */
export type MlScope =
  | Scope
  | "pipelines"
  | "stages"
  | "projects"
  | "repositories"
  | "rules"
  | "model-group"
  | "log-groups"
  | "compliance-log-group"
  | "buckets"
  | "bucket-objects"
  | "source-bucket"
  | "model-packages"
  | "lookups"
  | "topics"
  | "trail"
  | "alarms"
  | "aliases"
  | "keys"
  | "key-roles"
  | "key-users"
  | "endpoints"
  | "endpoint-parts"
  | "endpoint-groups"
  | "vpc";

/**
 * ARNs of names that begin with the product's name become one pattern; those that were shortened stay whole, since
 * nothing of the product's name may be left in them.
 */
function together(stem: string, arns: readonly string[]): string[] {
  const patterns = arns.map((arn) => {
    const at = arn.indexOf(`${stem}-`);
    return at === -1 ? arn : `${arn.slice(0, at + stem.length + 1)}*`;
  });
  return [...new Set(patterns)].sort(byText);
}

function networkArns({
  network,
  config,
}: MlBlueprint): Pick<Record<MlScope, string[]>, "endpoints" | "endpoint-parts" | "endpoint-groups" | "vpc"> {
  if (network?.endpoints !== "create") {
    return { endpoints: [], "endpoint-parts": [], "endpoint-groups": [], vpc: [] };
  }
  const { region } = config.environment;
  const ec2 = (resource: string) =>
    `arn:${partitionOf(region)}:ec2:${region}:${config.client.account_id}:${resource}`;
  const of = (kind: string, lookup: { given: string | readonly string[] } | { parameter: string }) =>
    "given" in lookup ? [lookup.given].flat().map((id) => ec2(`${kind}/${id}`)) : [ec2(`${kind}/*`)];
  const { vpc, subnets, securityGroup, routeTables } = network;
  const own = securityGroup === "create";
  return {
    endpoints: [ec2("vpc-endpoint/*")],
    "endpoint-parts": [
      ...of("vpc", vpc),
      ...of("subnet", subnets),
      ...(own ? [ec2("security-group/*")] : of("security-group", securityGroup)),
      ...routeTables.map((id) => ec2(`route-table/${id}`)),
    ],
    "endpoint-groups": own ? [ec2("security-group/*")] : [],
    vpc: of("vpc", vpc),
  };
}

function lookupArns({ network, executionRole, config }: MlBlueprint, parameter: (name: string) => string) {
  const looksUp =
    network !== undefined && [network.vpc, network.subnets].some((value) => "parameter" in value);
  const group = network?.securityGroup;
  return [
    ...(looksUp ? [parameter(`${vpcParameterPath(config)}/*`)] : []),
    ...(typeof group === "object" && "parameter" in group
      ? [parameter(`${securityGroupParameterPath(config)}/*`)]
      : []),
    ...(executionRole.parameter === undefined ? [] : [parameter(executionRole.parameter)]),
  ];
}

/** The ARNs of each scope of a product; none where the product has no such thing. */
export function mlScopeArns(blueprint: MlBlueprint, operatorRole: string): Record<MlScope, string[]> {
  const { config, names, arns, stem, stackName, roles, buildSource, compliance, key } = blueprint;
  const { region } = config.environment;
  const account = config.client.account_id;
  const partition = `arn:${partitionOf(region)}`;
  const resolved = (list: readonly string[]) =>
    together(
      stem,
      list.map((arn) => arn.replaceAll("${AWS::Partition}", partitionOf(region))),
    );
  const parameter = (name: string) => `${partition}:ssm:${region}:${account}:parameter${name}`;
  const roleArns = resolved(roles.map(({ name }) => arns.role(name)));
  const boundary = blueprint.boundary === undefined ? [] : resolved([arns.policy(blueprint.boundary.name)]);
  const trail = compliance?.trail === "create";
  const administrators = config.ml_product.key_administrators ?? [];
  const { bucket, objects } = templateObjectArns(config, stem);
  const groups = [
    buildLogGroup(names.modelBuildProject),
    buildLogGroup(names.modelDeployProject),
    endpointLogGroup(names.endpoint),
    // The account's own group is not the product's to change: only its filters are.
    ...(trail ? [compliance.logGroup] : []),
  ];
  const topics = [
    ...(blueprint.alertsEmail === undefined ? [] : [names.alertsTopic]),
    ...(compliance === undefined ? [] : [names.securityAlertsTopic]),
  ];
  return {
    "iam-names": [...roleArns, ...boundary],
    roles: roleArns,
    // A product's boundary is its own, and among its names.
    boundary: [],
    stacks: [`${partition}:cloudformation:${region}:${account}:stack/${stackName}/*`],
    parameters: [parameter(`${mlParameterPath(config)}/*`)],
    "template-objects": objects,
    "template-bucket": bucket,
    "operator-role": [`${partition}:iam::${account}:role/${operatorRole}`],
    everything: ["*"],
    pipelines: resolved([names.modelBuildPipeline, names.modelDeployPipeline].map(arns.pipeline)),
    stages: resolved(
      [names.modelBuildPipeline, names.modelDeployPipeline].map((name) => `${arns.pipeline(name)}/*`),
    ),
    projects: resolved([names.modelBuildProject, names.modelDeployProject].map(arns.project)),
    repositories:
      buildSource.kind === "codecommit"
        ? resolved([names.modelBuildRepository, names.modelDeployRepository].map(arns.repository))
        : [],
    rules: resolved(
      [
        names.modelBuildSourceRule,
        names.modelDeploySourceRule,
        names.modelApprovedRule,
        ...(topics.length > 0 ? [names.pipelineFailedRule] : []),
      ].map(arns.rule),
    ),
    "model-group": resolved([arns.sagemaker(`model-package-group/${names.modelPackageGroup}`)]),
    // CloudWatch Logs asks for some actions with `:*` behind the name.
    "log-groups": resolved(groups.map((group) => `${arns.logGroup(group)}*`)),
    "compliance-log-group": resolved(
      compliance === undefined ? [] : [`${arns.logGroup(compliance.logGroup)}*`],
    ),
    buckets: resolved([names.artifactsBucket, ...(trail ? [names.trailBucket] : [])].map(arns.bucket)),
    "bucket-objects": resolved(
      [names.artifactsBucket, ...(trail ? [names.trailBucket] : [])].map((name) => arns.objects(name)),
    ),
    "source-bucket": buildSource.kind === "s3" ? resolved([arns.bucket(buildSource.bucket)]) : [],
    "model-packages": resolved([arns.sagemaker(`model-package/${names.modelPackageGroup}/*`)]),
    lookups: lookupArns(blueprint, parameter),
    topics: resolved(topics.map(arns.topic)),
    trail: trail ? resolved([arns.trail(names.trail)]) : [],
    alarms:
      compliance === undefined
        ? []
        : resolved([names.unauthorizedApiCalls, names.rootAccountUsage].map(arns.alarm)),
    aliases: key === undefined ? [] : [`${partition}:kms:${region}:${account}:${key.alias}`],
    keys: key === undefined ? [] : resolved([arns.anyKey()]),
    "key-roles": administrators.filter((arn) => arn.includes(":role/")),
    "key-users": administrators.filter((arn) => arn.includes(":user/")),
    ...networkArns(blueprint),
  };
}
