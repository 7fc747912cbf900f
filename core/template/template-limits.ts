import { InvalidInputError, type Problem } from "../errors";
import type { Template } from "./cloudformation";

/** Quotas of CloudFormation and SSM for one template (CloudFormation User Guide, "Understand quotas"). */
export const TEMPLATE_LIMITS = {
  /** Bytes of a template that goes along with the request; a larger one goes by URL. */
  inlineBytes: 51_200,
  /** Bytes of a template at a URL: 1 MiB. */
  urlBytes: 1_048_576,
  parameters: 200,
  mappings: 200,
  resources: 500,
  outputs: 200,
  descriptionBytes: 1024,
  logicalIdCharacters: 255,
  /** Bytes of a parameter's value in Parameter Store: standard and advanced tier. */
  parameterValueBytes: 4096,
  advancedParameterValueBytes: 8192,
  parameterNameCharacters: 1011,
} as const;

/** What CloudFormation would refuse about a template's size and its number of entries. */
export interface TemplateLimitFinding {
  /** The section that has too many entries, or undefined for the template itself. */
  section?: keyof typeof SECTIONS;
  message: string;
}

const SECTIONS = {
  Parameters: "parameters",
  Mappings: "mappings",
  Resources: "resources",
  Outputs: "outputs",
} as const;

/** Everything of a template that is over CloudFormation's quotas, `bytes` being its size as delivered. */
export function templateLimitFindings(
  template: Readonly<Partial<Record<keyof typeof SECTIONS, object>>>,
  bytes: number,
): TemplateLimitFinding[] {
  const over = (what: string, count: number, limit: number) =>
    count > limit ? [`the template has ${count} ${what}, at most ${limit} are allowed`] : [];
  const size = over("bytes", bytes, TEMPLATE_LIMITS.urlBytes).map((message) => ({ message }));
  const counts = Object.entries(SECTIONS).flatMap(([name, what]) => {
    const section = name as keyof typeof SECTIONS;
    const count = Object.keys(template[section] ?? {}).length;
    return over(what, count, TEMPLATE_LIMITS[what]).map((message) => ({ section, message }));
  });
  return [...size, ...counts];
}

/**
 * @param bytes The size of the template as delivered.
 * @param path The section of the config that makes the template as large as it is.
 * @throws InvalidInputError where CloudFormation would refuse the template.
 */
export function checkTemplateLimits(template: Template, bytes: number, path = "security"): void {
  const { Resources, Outputs } = template;
  const findings = templateLimitFindings({ Resources, Outputs }, bytes);
  const problems: Problem[] = findings.map(({ message }) => ({ path, message }));
  if (problems.length > 0) throw new InvalidInputError(problems);
}
