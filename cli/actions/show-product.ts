import { mlParameterPath, scenario } from "../../core/naming/ml-names";
import type { SourceBlueprint } from "../../core/ml/blueprint";
import { watchedResources } from "../../core/template/watched-resources";
import { action, type MlContext } from "../action";
import { namedResources } from "../product-resources";
import { renderMl } from "../render";

function sourceInWords(source: SourceBlueprint): string {
  return source.kind === "codecommit"
    ? `CodeCommit repository ${source.repository}, branch ${source.branch}`
    : `s3://${source.bucket}/${source.key}`;
}

function productOf(context: MlContext) {
  const { config } = context;
  const { blueprint, template } = renderMl(context);
  const { client, environment, tier } = config;
  const where = { accountId: client.account_id, region: environment.region };
  const outputs = Object.keys(template.Outputs);
  return {
    mlName: blueprint.stem,
    stackName: blueprint.stackName,
    tier: tier.name,
    scenario: scenario(config),
    account: client.account_id,
    region: environment.region,
    protected: blueprint.protect,
    buildSource: sourceInWords(blueprint.buildSource),
    deploySource: sourceInWords(blueprint.deploySource),
    executionRole: blueprint.executionRole.name,
    retentionDays: blueprint.retention.days,
    alertsEmail: blueprint.alertsEmail,
    resources: namedResources(template, watchedResources(template, where)),
    parameterPath: mlParameterPath(config),
    parameters: outputs,
    notes: blueprint.notes,
  };
}

type Product = ReturnType<typeof productOf>;

function resourceLines({ resources }: Product): string[] {
  const width = Math.max(...resources.map(({ type }) => type.length));
  return resources.map(
    ({ logicalId, type, name = `${logicalId}, named by AWS` }) => `  ${type.padEnd(width)}  ${name}`,
  );
}

/** Says what an ML product consists of, from its config alone. */
export const showProduct = action<Product>({
  id: "show-product",
  title: "Show the ML product",
  summary: "Show what an ML product consists of: its names, its resources, where its code comes from",
  options: [],
  effect: "local",
  runMl: productOf,
  describe: (product) => [
    `${product.mlName} (${product.tier}, ${product.scenario})`,
    `  stack           ${product.stackName}${product.protected ? ", protected" : ""}`,
    `  account         ${product.account} in ${product.region}`,
    `  build code      ${product.buildSource}`,
    `  deploy code     ${product.deploySource}`,
    `  execution role  ${product.executionRole}`,
    `  logs kept       ${product.retentionDays} days`,
    ...(product.alertsEmail === undefined ? [] : [`  alerts to       ${product.alertsEmail}`]),
    `Resources (${product.resources.length})`,
    ...resourceLines(product),
    `Parameters below ${product.parameterPath}/ (${product.parameters.length})`,
    ...product.parameters.map((key) => `  ${key}`),
    ...(product.notes.length === 0 ? [] : ["Notes"]),
    ...product.notes.map(({ path, message }) => `  ${path}: ${message}`),
  ],
});
