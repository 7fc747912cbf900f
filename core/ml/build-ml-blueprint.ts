import { InvalidInputError, type Problem } from "../errors";
import {
  mlName,
  mlNames,
  mlParameterPath,
  mlRoleName,
  mlStackName,
  PRODUCT_TAG,
  productTag,
} from "../naming/ml-names";
import type { IamNames } from "../naming/iam-names";
import { parameterPath } from "../naming/stack-names";
import { stackTags } from "../security/stack-tags";
import { mlArns } from "./arns";
import type {
  ComplianceBlueprint,
  ExecutionRole,
  KeyBlueprint,
  MlBlueprint,
  SourceBlueprint,
} from "./blueprint";
import { networkOf } from "./build-network";
import { retentionOf } from "./config/retention";
import type { MlConfig } from "./config/schema";
import { keyPolicy, keyUsers } from "./key-policy";
import { notesOf } from "./notes";
import { permissionBoundary } from "./permission-boundary";
import { securityStackRole } from "./product-place";
import { buildMlRoles, roleLogicalId } from "./roles/build-ml-roles";
import type { RoleContext } from "./roles/role-draft";
import { prerequisitesOf } from "./prerequisites";
import { BRANCH, SOURCE_ARCHIVES } from "./runtime-layout";

/**
 * Resolves the validated config of an ML product: everything that it will have, named, with what each role may do.
 * @throws InvalidInputError with everything that AWS would refuse.
 */
export function buildMlBlueprint(config: MlConfig): MlBlueprint {
  const problems: Problem[] = [];
  const names = mlNames(config);
  const arns = mlArns(config);
  const enterprise = config.tier.name === "enterprise";
  const context: RoleContext = {
    config,
    names,
    arns,
    buildSource: sourceOf(config, "build"),
    deploySource: sourceOf(config, "deploy"),
    executionRole: executionRoleOf(config),
    hasKey: enterprise,
  };
  const compliance = enterprise ? complianceOf(config) : undefined;
  const boundaryArn = enterprise ? arns.policy(names.permissionBoundary) : undefined;
  const rolesOf = { trail: compliance?.trail === "create", boundary: boundaryArn };
  const roles = buildMlRoles(context, rolesOf, problems);
  const stem = mlName(config);
  const boundary = enterprise
    ? permissionBoundary({ name: names.permissionBoundary, stem }, roles, problems)
    : undefined;
  const tags = stackTags({ config, problems }, stem, { [PRODUCT_TAG]: productTag(config) });
  if (problems.length > 0) throw new InvalidInputError(problems);
  const { buildSource, deploySource, executionRole } = context;
  const network = enterprise ? networkOf(config) : undefined;
  const blueprint: Omit<MlBlueprint, "notes"> = {
    config,
    stem,
    stackName: mlStackName(config),
    protect: config.environment.env === "prod" && config.testSuffix === undefined,
    groups: [],
    roles,
    policies: boundary === undefined ? [] : [boundary],
    tags,
    parameterPath: mlParameterPath(config),
    iamNames: iamNamesOf(stem, [...roles, ...(boundary === undefined ? [] : [boundary])]),
    runtimePrefix: names.runtimePrefix,
    prerequisites: prerequisitesOf({ config, network, executionRole, buildSource }),
    names,
    arns,
    ...{ buildSource, deploySource, executionRole },
    retention: retentionOf(config.ml_product),
    alertsEmail: config.ml_product.alerts_email,
    boundary,
    key: enterprise ? keyOf(context, roles) : undefined,
    network,
    compliance,
  };
  return { ...blueprint, notes: notesOf(blueprint) };
}

/** A product is one of several of its tenant: its IAM names begin with its own. */
function iamNamesOf(stem: string, named: readonly { name: string }[]): IamNames {
  const prefix = `${stem}-`;
  const shortened = named.map(({ name }) => name).filter((name) => !name.startsWith(prefix));
  return { prefix, shortened };
}

function sourceOf(config: MlConfig, stage: "build" | "deploy"): SourceBlueprint {
  const { source_control: source, s3_prefix: prefix = "" } = config.ml_product;
  if (source === "codecommit") {
    const { modelBuildRepository, modelDeployRepository } = mlNames(config);
    const repository = stage === "build" ? modelBuildRepository : modelDeployRepository;
    return { kind: "codecommit", repository, branch: BRANCH };
  }
  const [bucket = "", ...folders] = prefix.split("/");
  return { kind: "s3", bucket, key: [...folders, SOURCE_ARCHIVES[stage]].join("/") };
}

function executionRoleOf(config: MlConfig): ExecutionRole {
  const arns = mlArns(config);
  const { client, environment, ml_product: product } = config;
  const { security_stack: security } = product;
  const name = securityStackRole(config);
  if (security === undefined || name === undefined) {
    const own = mlRoleName(config, "sagemaker-execution");
    return { name: own, arn: arns.role(own) };
  }
  const path = parameterPath({ client, environment, tier: { name: security.tier } });
  return { name, arn: arns.role(name), parameter: `${path}/${roleLogicalId("sagemaker-execution")}Arn` };
}

function complianceOf(config: MlConfig): ComplianceBlueprint {
  const { trail = "create", log_group_name: account } = config.ml_product.compliance ?? {};
  const own = mlNames(config).complianceLogGroup;
  return { trail, logGroup: trail === "account" && account !== undefined ? account : own };
}

function keyOf(
  { config, names, arns, executionRole }: RoleContext,
  roles: MlBlueprint["roles"],
): KeyBlueprint {
  const administrators = config.ml_product.key_administrators ?? [];
  return {
    alias: names.keyAlias,
    policy: keyPolicy({ administrators, roles, executionRole, arns }),
    users: keyUsers(roles).map(({ logicalId }) => logicalId),
  };
}
