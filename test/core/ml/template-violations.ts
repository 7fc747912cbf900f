import { type JsonObject } from "../../../core/config/source";
import { plainSource } from "../../../core/config/stack-source";
import { InvalidInputError } from "../../../core/errors";
import type { Template } from "../../../core/template/cloudformation";
import { validateTemplate } from "../../../core/template/validation/validate-template";

/** Everything in which a template breaks CloudFormation's own rules and resource schemas, or that nothing here judges. */
export function templateViolations(template: Template): string[] {
  const source = plainSource(structuredClone(template) as unknown as JsonObject);
  try {
    const { notChecked } = validateTemplate(source, { accountId: "123456789012", region: "us-west-2" });
    return notChecked;
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    return error.problems.map(({ path, message }) => `${path} ${message}`);
  }
}
