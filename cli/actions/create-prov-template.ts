import { join } from "node:path";
import { templateYaml } from "../../core/template/serialize";
import { action } from "../action";
import { render } from "../render";
import { writeWhole } from "../write-whole";

/** Writes the CloudFormation template for people to read. */
export const createProvTemplate = action({
  id: "create-prov-template",
  title: "Create the CloudFormation template",
  summary: "Write the environment's CloudFormation template as YAML",
  options: [],
  effect: "local",
  run: (context) => {
    const { blueprint, template, deliveredBytes } = render(context);
    const text = templateYaml(template);
    const path = join(context.output, "templates", `${blueprint.stem}-template.yaml`);
    writeWhole(path, text);
    context.log.info(`wrote ${path}`);
    return {
      path,
      bytes: Buffer.byteLength(text),
      deliveredBytes,
      resources: Object.keys(template.Resources).length,
      outputs: Object.keys(template.Outputs).length,
    };
  },
  describe: (result) => [
    `Wrote ${result.path}`,
    `  size       ${result.bytes.toLocaleString("en")} bytes as YAML, ${result.deliveredBytes.toLocaleString("en")} as it is delivered`,
    `  resources  ${result.resources}`,
    `  outputs    ${result.outputs}`,
  ],
});
