import { join } from "node:path";
import { templateYaml } from "../../core/template/serialize";
import { action, type ActionContext } from "../action";
import { render } from "../render";
import { writeWhole } from "../write-whole";

/** Where the template of an environment lies below the output folder. */
export function templatePath(output: string, stem: string): string {
  return join(output, "templates", `${stem}-template.yaml`);
}

/** Renders the template and writes it. */
export function createTemplate(context: ActionContext) {
  const { blueprint, template, deliveredBytes } = render(context);
  const text = templateYaml(template);
  const path = templatePath(context.output, blueprint.stem);
  writeWhole(path, text);
  context.log.info(`wrote ${path}`);
  return {
    path,
    bytes: Buffer.byteLength(text),
    deliveredBytes,
    resources: Object.keys(template.Resources).length,
    outputs: Object.keys(template.Outputs).length,
  };
}

/** Writes the CloudFormation template for people to read. */
export const createProvTemplate = action({
  id: "create-prov-template",
  title: "Create the CloudFormation template",
  summary: "Write the environment's CloudFormation template as YAML",
  options: [],
  effect: "local",
  files: ["templates/{stem}-template.yaml"],
  run: createTemplate,
  describe: (result) => [
    `Wrote ${result.path}`,
    `  size       ${result.bytes.toLocaleString("en")} bytes as YAML, ${result.deliveredBytes.toLocaleString("en")} as it is delivered`,
    `  resources  ${result.resources}`,
    `  outputs    ${result.outputs}`,
  ],
});
