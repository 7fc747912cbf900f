import { type MlStage, mlRoleName } from "../../naming/ml-names";
import { pascalCase } from "../../naming/stack-names";
import type { Problem } from "../../errors";
import type { Grant, RoleBlueprint } from "../../security/blueprint";
import { checkRole } from "../../security/check-limits";
import type { PolicyDocument } from "../../security/policy-document";
import { byText } from "../../text-order";
import { modelBuildRole } from "./model-build";
import { modelDeployRole } from "./model-deploy";
import { buildPipelineRole, deployPipelineRole, pipelineStartRole } from "./pipelines";
import type { RoleContext, RoleDraft } from "./role-draft";
import { sagemakerExecutionRole } from "./sagemaker-execution";
import { trailRole } from "./trail";

/** Longest session of a service's role; services renew theirs. */
const SESSION_SECONDS = 3600;

/** Logical id of a stage's role; other resources and stacks rely on it. */
export function roleLogicalId(stage: MlStage): string {
  return `Role${pascalCase(stage)}`;
}

/** Only this service, only on behalf of these resources of this account ("The confused deputy problem", IAM User Guide). */
function trustPolicy({ service, sources }: RoleDraft, account: string): PolicyDocument {
  const pattern = sources.some((source) => source.includes("*"));
  const arns = { "aws:SourceArn": sources.length === 1 ? sources[0]! : [...sources] };
  const condition = {
    [pattern ? "ArnLike" : "ArnEquals"]: arns,
    StringEquals: { "aws:SourceAccount": account },
  };
  const statement = { Effect: "Allow" as const, Principal: { Service: service }, Action: ["sts:AssumeRole"] };
  return { Version: "2012-10-17", Statement: [{ ...statement, Condition: condition }] };
}

/** The section of the config that the roles are made from. */
const SECTION = "ml_product";

/** What of it says where the code comes from. */
function codeKey({ config }: RoleContext): "s3_prefix" | "source_control" {
  return config.ml_product.s3_prefix === undefined ? "source_control" : "s3_prefix";
}

function finish(context: RoleContext, draft: RoleDraft, boundary: string | undefined): RoleBlueprint {
  const configName = draft.stage.replaceAll("-", "_");
  const source = `${SECTION}.${configName}`;
  const grants: Grant[] = Object.entries(draft.policies)
    .sort(([a], [b]) => byText(a, b))
    .map(([name, statements]) => ({
      name,
      source: `${source}.${name}`,
      ...(name === "source" ? { askedBy: `${SECTION}.${codeKey(context)}` } : {}),
      document: { Version: "2012-10-17", Statement: [...statements] },
    }));
  return {
    kind: "service",
    configName,
    source: SECTION,
    logicalId: roleLogicalId(draft.stage),
    name: mlRoleName(context.config, draft.stage),
    description: draft.description,
    awsManagedPolicies: [],
    attachedPolicies: [],
    inlinePolicies: grants,
    grants,
    trustPolicy: trustPolicy(draft, context.config.client.account_id),
    trustSource: `${source}.trust`,
    maxSessionDuration: SESSION_SECONDS,
    ...(boundary === undefined ? {} : { permissionsBoundary: boundary }),
  };
}

/** Which stages have a role of their own in this product. */
export interface RolesOf {
  /** Whether CloudTrail delivers to a log group of the product. */
  trail: boolean;
  /** ARN of the permission boundary of every role. */
  boundary?: string;
}

/** One role a stage, in the order of their logical ids; what IAM would refuse is reported. */
export function buildMlRoles(context: RoleContext, of: RolesOf, problems: Problem[]): RoleBlueprint[] {
  const drafts = [
    modelBuildRole(context),
    modelDeployRole(context),
    buildPipelineRole(context),
    deployPipelineRole(context),
    pipelineStartRole(context),
    ...(context.executionRole.parameter === undefined ? [sagemakerExecutionRole(context)] : []),
    ...(of.trail ? [trailRole(context)] : []),
  ];
  const roles = drafts.map((draft) => finish(context, draft, of.boundary));
  for (const role of roles) checkRole({ config: context.config, problems }, role, SECTION);
  return roles.sort((a, b) => byText(a.logicalId, b.logicalId));
}
