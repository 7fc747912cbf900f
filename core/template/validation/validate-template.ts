import { isDeepStrictEqual } from "node:util";
import { type ConfigSource, visible } from "../../config/source";
import { InvalidInputError, type Problem } from "../../errors";
import { byText } from "../../text-order";
import { resourceSchema } from "../resource-schemas/type-schema";
import { TEMPLATE_LIMITS } from "../template-limits";
import { checkLimits, deliveredBytes } from "./check-limits";
import { checkReferences } from "./check-references";
import { checkResourceProperties } from "./check-resource-properties";
import { checkStructure } from "./check-structure";
import { TemplateContext, type ValidationTarget } from "./template-context";

/** What a valid template holds. */
export interface TemplateFacts {
  /** Bytes as it is delivered: JSON without whitespace. */
  deliveredBytes: number;
  /** Whether it is small enough to go along with the request; else it goes by URL. */
  fitsInline: boolean;
  parameters: number;
  outputs: number;
  resources: number;
  /** Resources by type. */
  byType: Record<string, number>;
  /** What could not be judged: types without a schema here, a macro. */
  notChecked: string[];
}

const checks = [checkStructure, checkReferences, checkResourceProperties, checkLimits];

/**
 * Judges a template by all that can be known without AWS.
 * @throws InvalidInputError with every problem at once, each with its place.
 */
export function validateTemplate(source: ConfigSource, target: ValidationTarget): TemplateFacts {
  const context = new TemplateContext(source, target);
  for (const check of checks) check(context);
  if (context.problems.length > 0) {
    const problems = ordered(context.problems);
    const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
    throw new InvalidInputError(problems, `The template has ${count}:`);
  }
  return factsOf(context);
}

function ordered(problems: readonly Problem[]): Problem[] {
  const printable = problems.map((problem) => ({ ...problem, message: visible(problem.message) }));
  const distinct = new Map(printable.map((problem) => [JSON.stringify(problem), problem]));
  return [...distinct.values()].sort(
    (a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  );
}

function factsOf(context: TemplateContext): TemplateFacts {
  const byType: Record<string, number> = {};
  const types = context.resources().map(({ type }) => type);
  for (const type of types.sort(byText)) byType[type] = (byType[type] ?? 0) + 1;
  const withoutSchema = Object.keys(byType).filter((type) => resourceSchema(type) === undefined);
  const bytes = deliveredBytes(context);
  const count = (section: string) => Object.keys(context.section(section)).length;
  return {
    deliveredBytes: bytes,
    fitsInline: bytes <= TEMPLATE_LIMITS.inlineBytes,
    parameters: count("Parameters"),
    outputs: count("Outputs"),
    resources: types.length,
    byType,
    notChecked: [
      ...withoutSchema.map((type) => `properties of ${type}`),
      ...(context.transformed ? ["what Transform makes of it"] : []),
    ],
  };
}

/** Whether two templates say the same, whatever the order of their keys. */
export function sameTemplate(a: unknown, b: unknown): boolean {
  const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;
  return isDeepStrictEqual(plain(a), plain(b));
}
