import { InvalidInputError, type Problem } from "../errors";
import type { Template } from "./cloudformation";

/** Quotas of CloudFormation and SSM for one template (CloudFormation User Guide, "Understand quotas"). */
export const TEMPLATE_LIMITS = {
  /** Bytes of a template that goes along with the request; a larger one goes by URL. */
  inlineBytes: 51_200,
  /** Bytes of a template at a URL: 1 MiB. */
  urlBytes: 1_048_576,
  resources: 500,
  outputs: 200,
  outputDescriptionBytes: 1024,
  /** Bytes of a standard parameter's value: 4 KiB. */
  parameterValueBytes: 4096,
  parameterNameCharacters: 1011,
} as const;

/**
 * @param bytes The size of the template as delivered.
 * @param section The section of the config that makes the template as large as it is.
 * @throws InvalidInputError where CloudFormation would refuse the template.
 */
export function checkTemplateLimits(template: Template, bytes: number, section = "security"): void {
  const problems: Problem[] = [];
  const check = (what: string, count: number, limit: number) => {
    if (count > limit)
      problems.push({
        path: section,
        message: `the template has ${count} ${what}, at most ${limit} are allowed`,
      });
  };
  check("bytes", bytes, TEMPLATE_LIMITS.urlBytes);
  check("resources", Object.keys(template.Resources).length, TEMPLATE_LIMITS.resources);
  check("outputs", Object.keys(template.Outputs).length, TEMPLATE_LIMITS.outputs);
  if (problems.length > 0) throw new InvalidInputError(problems);
}
