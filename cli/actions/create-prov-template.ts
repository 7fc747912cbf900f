import { createRequire } from "node:module";
import { join } from "node:path";
import { referenceData } from "../../core/analysis/reference/reference-data";
import { templateYaml } from "../../core/template/serialize";
import type { StackBlueprint } from "../../core/security/blueprint";
import type { ViewSources } from "../../core/reports/environment-view";
import { watchedResources } from "../../core/template/watched-resources";
import { action, type ActionContext, type ActionResult, type MlContext, type RunContext } from "../action";
import { namedResources } from "../product-resources";
import type { ProductSources } from "../reports/product-sections";
import { render, type Rendered, renderMl } from "../render";
import type * as reports from "../reports/template-report";
import { writeWhole } from "../write-whole";

/** Loads what makes the report once there is something to report: the other actions have no use for it. */
const load = createRequire(__filename);

/** Where the template of an environment or a product lies below the output folder. */
export function templatePath(output: string, fileStem: string): string {
  return join(output, "templates", `${fileStem}-template.yaml`);
}

/** A template that was written, with its sizes. */
export interface WrittenTemplate {
  path: string;
  bytes: number;
  deliveredBytes: number;
  resources: number;
  outputs: number;
}

/** Writes a rendered template. */
export function writeTemplate(
  { output, log }: RunContext,
  { fileStem, template, deliveredBytes }: Rendered<StackBlueprint>,
): WrittenTemplate {
  const text = templateYaml(template);
  const path = templatePath(output, fileStem);
  writeWhole(path, text);
  log.info(`wrote ${path}`);
  return {
    path,
    bytes: Buffer.byteLength(text),
    deliveredBytes,
    resources: Object.keys(template.Resources).length,
    outputs: Object.keys(template.Outputs).length,
  };
}

/** What the report says of the environment or the product. */
type Subject = Pick<ViewSources, "blueprint" | "catalogue"> | Omit<ProductSources, "reference">;

/** Writes the report beside the log, under the log's own name. */
function writeReport(
  { log }: RunContext,
  { template, deliveredBytes }: Rendered<StackBlueprint>,
  subject: Subject,
): string {
  const { templateReport } = load("../reports/template-report") as typeof reports;
  const path = log.beside("html");
  const html = templateReport({
    ...subject,
    reference: referenceData(),
    figures: {
      deliveredBytes,
      resources: Object.keys(template.Resources).length,
      outputs: Object.keys(template.Outputs).length,
    },
    made: log.begun,
    mask: (text) => log.withoutSecrets(text),
  });
  writeWhole(path, html);
  log.info(`wrote ${path}`);
  return path;
}

function createdOfEnvironment(context: ActionContext) {
  const rendered = render(context);
  const { blueprint } = rendered;
  const written = writeTemplate(context, rendered);
  return { ...written, report: writeReport(context, rendered, { blueprint, catalogue: context.catalogue }) };
}

function createdOfProduct(context: MlContext) {
  const rendered = renderMl(context);
  const { blueprint, template } = rendered;
  const { client, environment } = context.config;
  const target = { accountId: client.account_id, region: environment.region };
  const resources = namedResources(template, watchedResources(template, target));
  const parameters = Object.keys(template.Outputs);
  const written = writeTemplate(context, rendered);
  return { ...written, report: writeReport(context, rendered, { blueprint, resources, parameters }) };
}

/** Writes the CloudFormation template for people to read, and a report on what it would bring about. */
export const createProvTemplate = action<WrittenTemplate & { report: string } & ActionResult>({
  id: "create-prov-template",
  title: "Create the CloudFormation template",
  summary: "Write the CloudFormation template as YAML, and a report on it as HTML",
  options: [],
  effect: "local",
  files: ["templates/{stem}-template.yaml", "reports/{stem}-create-prov-template-{time}.html"],
  run: createdOfEnvironment,
  runMl: createdOfProduct,
  describe: (result) => [
    `Wrote ${result.path}`,
    `  size       ${result.bytes.toLocaleString("en")} bytes as YAML, ${result.deliveredBytes.toLocaleString("en")} as it is delivered`,
    `  resources  ${result.resources}`,
    `  outputs    ${result.outputs}`,
    `Report: ${result.report}`,
  ],
});
