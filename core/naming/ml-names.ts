import type { MlConfig } from "../ml/config/schema";
import { shortened } from "./shortened";
import { tenantScope } from "./stack-names";

/** Everything that the names of an ML product are made of. */
export type NamedProduct = Pick<
  MlConfig,
  "client" | "environment" | "ml_product" | "deployment" | "testSuffix"
>;

/**
 * Most characters of each kind of name: the API references of SageMaker, CodeCommit, CodeBuild, CodePipeline,
 * EventBridge, S3, IAM, KMS, SNS, CloudTrail, CloudWatch and EC2.
 */
export const ML_NAME_LIMITS = {
  modelPackageGroup: 63,
  endpoint: 63,
  repository: 100,
  project: 150,
  pipeline: 100,
  rule: 64,
  bucket: 63,
  role: 64,
  policy: 128,
  alias: 256,
  topic: 256,
  trail: 128,
  logGroup: 512,
  metricFilter: 512,
  alarm: 255,
  securityGroup: 255,
  stack: 128,
  parameter: 1011,
} as const;

/**
 * Room for what a build adds to a model's, job's or endpoint's name, of which SageMaker takes 63 characters: a hyphen
 * and ten more.
 */
const RUNTIME_PREFIX_LIMIT = ML_NAME_LIMITS.endpoint - 11;

/**
 * `{company_prefix}-{env}-{tenant_id}-{region}-{use_case}[-{workload}]-ml`, which names the product everywhere; a test
 * copy's has its suffix before `-ml`, and so every name of the copy is its own.
 */
export function mlName({ client, environment, ml_product: product, testSuffix }: NamedProduct): string {
  const { use_case: useCase, workload } = product;
  const scope = tenantScope({ client, environment });
  const words = [scope, environment.region, useCase, workload, testSuffix, "ml"];
  return words.filter((word) => word !== undefined).join("-");
}

/** The system tag that says which product something is of. */
export const PRODUCT_TAG = "MlProduct";

/**
 * `{use_case}` or `{use_case}/{workload}`, which tells apart products that have the same ml_name: a use case `a-b`, and
 * the workload `b` of a use case `a`.
 */
export function productTag({ ml_product: { use_case: useCase, workload } }: NamedProduct): string {
  return workload === undefined ? useCase : `${useCase}/${workload}`;
}

/** The CloudFormation stack: `deployment.stack_name` where a deployed stack's name is pinned, else `{ml_name}-stack`. */
export function mlStackName(product: NamedProduct): string {
  return product.deployment?.stack_name ?? `${mlName(product)}-stack`;
}

/** SSM parameters of the product lie under this path, which ends without a slash. */
export function mlParameterPath(product: NamedProduct): string {
  return `/ml/${mlName(product)}`;
}

/** How reports tell apart where code and VPC of a product come from: `codecommit`, `s3`, `codecommit-ssm`, … */
export function scenario({ ml_product: { source_control: source, vpc_source: vpc } }: NamedProduct): string {
  return vpc === undefined ? source : `${source}-${vpc}`;
}

/** `{ml_name}-{scenario}`, with which the files of reports and exports begin. */
export function mlReportStem(product: NamedProduct): string {
  return `${mlName(product)}-${scenario(product)}`;
}

/** The file name by which a product's config says which combination it is. */
export function mlConfigFileName({ client, environment, ml_product: product }: NamedProduct): string {
  const { use_case: useCase, source_control: source, vpc_mode: mode, vpc_source: vpc } = product;
  const words = [tenantScope({ client, environment }), environment.region, useCase, "ml", source, mode, vpc];
  if (product.workload !== undefined) words.push("workload");
  if (product.route_table_ids !== undefined) words.push("rtb");
  return `${words.filter((word) => word !== undefined).join("-")}.yaml`;
}

/** What the VPC provisioner publishes about the environment's VPC lies under this path. */
export function vpcParameterPath(product: Pick<NamedProduct, "client" | "environment">): string {
  return `/vpc/${tenantScope(product)}-${product.environment.region}-vpc`;
}

/** What the SG provisioner publishes about the environment's security groups lies under this path. */
export function securityGroupParameterPath(product: Pick<NamedProduct, "client" | "environment">): string {
  return `/sg/${tenantScope(product)}-${product.environment.region}-sg`;
}

/** The stages of a product that have a role of their own. */
export const ML_STAGES = [
  "model-build",
  "model-deploy",
  "build-pipeline",
  "deploy-pipeline",
  "pipeline-start",
  "sagemaker-execution",
  "trail",
] as const;

/** A stage of a product that has a role of its own. */
export type MlStage = (typeof ML_STAGES)[number];

/** How a stage is called in its role's name: short, since a role's name takes 64 characters and an ml_name 52 of them. */
const STAGE_SUFFIXES: Readonly<Record<MlStage, string>> = {
  "model-build": "build",
  "model-deploy": "deploy",
  "build-pipeline": "build-pipe",
  "deploy-pipeline": "deploy-pipe",
  "pipeline-start": "start",
  "sagemaker-execution": "sagemaker",
  trail: "trail",
};

/** The role of a stage: `{ml_name}-build`, `{ml_name}-sagemaker`, … */
export function mlRoleName(product: NamedProduct, stage: MlStage): string {
  return shortened(`${mlName(product)}-${STAGE_SUFFIXES[stage]}`, ML_NAME_LIMITS.role);
}

/** The names of a product's resources, each within AWS's limit. */
export type MlNames = ReturnType<typeof mlNames>;

/** The names of a product's resources, each within AWS's limit. */
export function mlNames(product: NamedProduct) {
  const name = mlName(product);
  const named = (kind: keyof typeof ML_NAME_LIMITS, suffix: string) =>
    shortened(`${name}-${suffix}`, ML_NAME_LIMITS[kind]);
  const runtimePrefix = shortened(name, RUNTIME_PREFIX_LIMIT);
  return {
    modelPackageGroup: named("modelPackageGroup", "models"),
    modelBuildRepository: named("repository", "model-build"),
    modelDeployRepository: named("repository", "model-deploy"),
    modelBuildProject: named("project", "model-build"),
    modelDeployProject: named("project", "model-deploy"),
    modelBuildPipeline: named("pipeline", "model-build"),
    modelDeployPipeline: named("pipeline", "model-deploy"),
    modelBuildSourceRule: named("rule", "build-code"),
    modelDeploySourceRule: named("rule", "deploy-code"),
    modelApprovedRule: named("rule", "approved"),
    pipelineFailedRule: named("rule", "failed"),
    artifactsBucket: named("bucket", "artifacts"),
    trailBucket: named("bucket", "trail"),
    alertsTopic: named("topic", "alerts"),
    securityAlertsTopic: named("topic", "security-alerts"),
    permissionBoundary: named("policy", "boundary"),
    keyAlias: shortened(`alias/${name}`, ML_NAME_LIMITS.alias),
    securityGroup: named("securityGroup", "endpoints"),
    trail: named("trail", "trail"),
    complianceLogGroup: named("logGroup", "compliance-logs"),
    unauthorizedApiCalls: named("alarm", "unauthorized-api-calls"),
    rootAccountUsage: named("alarm", "root-account-usage"),
    /** What builds name models, jobs and endpoint configs with; `-` and at most ten characters follow. */
    runtimePrefix,
    endpoint: `${runtimePrefix}-endpoint`,
  };
}
