import type { JsonObject } from "../../config/source";
import { plainSource } from "../../config/stack-source";
import { InvalidInputError } from "../../errors";
import type { Template } from "../cloudformation";
import { templateJson } from "../serialize";
import type { ValidationTarget } from "./template-context";
import { validateTemplate } from "./validate-template";

/**
 * Everything in which a rendered template breaks CloudFormation's own rules and resource schemas, or that could not be
 * judged, a sentence each; empty where there is nothing.
 */
export function templateProblems(template: Template, target: ValidationTarget): string[] {
  try {
    const source = plainSource(JSON.parse(templateJson(template)) as JsonObject);
    return validateTemplate(source, target).notChecked.map((what) => `not checked: ${what}`);
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    return error.problems.map(({ path, message }) => `${path} ${message}`);
  }
}
