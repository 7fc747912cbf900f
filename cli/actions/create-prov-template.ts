import { createRequire } from "node:module";
import { join } from "node:path";
import { referenceData } from "../../core/analysis/reference/reference-data";
import { templateYaml } from "../../core/template/serialize";
import type { StackBlueprint } from "../../core/security/blueprint";
import { action, type ActionContext, type ActionResult, type RunContext } from "../action";
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

/** Writes the report beside the log, under the log's own name. */
function writeReport(
  { catalogue, log }: ActionContext,
  { blueprint, template, deliveredBytes }: Rendered,
): string {
  const { templateReport } = load("../reports/template-report") as typeof reports;
  const path = log.beside("html");
  const html = templateReport({
    blueprint,
    catalogue,
    reference: referenceData(),
    deliveredBytes,
    resources: Object.keys(template.Resources).length,
    outputs: Object.keys(template.Outputs).length,
    made: log.begun,
    mask: (text) => log.withoutSecrets(text),
  });
  writeWhole(path, html);
  log.info(`wrote ${path}`);
  return path;
}

/** Writes the CloudFormation template for people to read, and a report on what it would bring about. */
export const createProvTemplate = action<WrittenTemplate & { report?: string } & ActionResult>({
  id: "create-prov-template",
  title: "Create the CloudFormation template",
  summary: "Write the CloudFormation template as YAML, and for a security config a report on it as HTML",
  options: [],
  effect: "local",
  files: [
    "templates/{stem}-template.yaml",
    "reports/{stem}-create-prov-template-{time}.html, of a security config",
  ],
  run: (context) => {
    const rendered = render(context);
    return { ...writeTemplate(context, rendered), report: writeReport(context, rendered) };
  },
  runMl: (context) => ({ ...writeTemplate(context, renderMl(context)) }),
  describe: (result) => [
    `Wrote ${result.path}`,
    `  size       ${result.bytes.toLocaleString("en")} bytes as YAML, ${result.deliveredBytes.toLocaleString("en")} as it is delivered`,
    `  resources  ${result.resources}`,
    `  outputs    ${result.outputs}`,
    ...(result.report === undefined ? [] : [`Report: ${result.report}`]),
  ],
});
