import { mlParameterPath } from "../../naming/ml-names";
import { parameterLogicalId } from "../../naming/stack-names";
import type { Template, TemplateResource } from "../../template/cloudformation";
import { renderParameter } from "../../template/render-resources";
import { templateJson } from "../../template/serialize";
import { renderOutputs, type StackOutput } from "../../template/stack-outputs";
import { checkTemplateLimits } from "../../template/template-limits";
import { byText } from "../../text-order";
import type { MlBlueprint } from "../blueprint";
import { renderAlarms } from "./alarms";
import { renderAlerts } from "./alerts";
import { renderArtifacts } from "./artifacts";
import { renderBuilds } from "./builds";
import { renderEndpoints } from "./endpoints";
import type { TemplateFamily } from "./family";
import { renderKey } from "./key";
import { renderLogs } from "./logs";
import { renderPipelines } from "./pipelines";
import { renderRegistry } from "./registry";
import { renderRepositories } from "./repositories";
import { renderRoles } from "./roles";
import { renderTrail } from "./trail";
import { renderTriggers } from "./triggers";

const FAMILIES: readonly TemplateFamily[] = [
  renderRoles,
  renderRegistry,
  renderRepositories,
  renderArtifacts,
  renderLogs,
  renderBuilds,
  renderPipelines,
  renderTriggers,
  renderAlerts,
  renderKey,
  renderEndpoints,
  renderTrail,
  renderAlarms,
];

function sorted<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => byText(a, b)));
}

/**
 * The CloudFormation template of an ML product: a pure function, the same blueprint gives the same bytes.
 * @throws InvalidInputError where it passes one of CloudFormation's quotas.
 */
export function renderMlTemplate(blueprint: MlBlueprint): Template {
  const parts = FAMILIES.map((family) => family(blueprint));
  const outputs: StackOutput[] = [
    { key: "StackId", description: "Stack id", value: { Ref: "AWS::StackId" } },
    ...parts.flatMap((part) => part.outputs ?? []),
  ].sort((a, b) => byText(a.key, b.key));
  const parameters = Object.assign({}, ...parts.map((part) => part.parameters ?? {})) as NonNullable<
    Template["Parameters"]
  >;
  const resources: Record<string, TemplateResource> = {};
  for (const part of parts) Object.assign(resources, part.resources);
  for (const output of outputs) {
    const path = mlParameterPath(blueprint.config);
    resources[parameterLogicalId(output.key)] = renderParameter(path, blueprint.tags, output);
  }
  const template: Template = {
    AWSTemplateFormatVersion: "2010-09-09",
    Description: `ML product ${blueprint.stem}`,
    Metadata: { Tierguard: metadataOf(blueprint) },
    ...(Object.keys(parameters).length === 0 ? {} : { Parameters: sorted(parameters) }),
    Resources: sorted(resources),
    Outputs: renderOutputs(outputs),
  };
  checkTemplateLimits(template, Buffer.byteLength(templateJson(template)), "ml_product");
  return template;
}

function metadataOf({ config, stem }: MlBlueprint): Template["Metadata"] {
  const { use_case: useCase, workload } = config.ml_product;
  return {
    Tool: "tierguard",
    Product: "ml",
    Tier: config.tier.name,
    Stem: stem,
    UseCase: useCase,
    ...(workload === undefined ? {} : { Workload: workload }),
  };
}
