import type { ReferenceData } from "../analysis/reference/reference-data";
import type { ParsedStatement } from "../analysis/statement";
import type { Path } from "../config/source";
import type { JudgedEnvironment } from "./environment";
import type { Subject } from "./subject";

/** How hard a guardrail is enforced where nobody says otherwise, in the words of Pulumi's policy packs. */
export type Enforcement = "advisory" | "mandatory";

/** One thing that breaks a guardrail. */
export interface Violation {
  /** Names in AWS of the groups, roles or other resources that it is about. */
  principals: readonly string[];
  /** Name of the policy as AWS has it, or `trust`; undefined where no policy is meant. */
  policy?: string;
  /** Of the policy's document, from 0. */
  statement?: { index: number; sid?: string };
  /** What that statement says: by it the policy template or config that it comes from is found. */
  parsed?: ParsedStatement;
  /** Where it stands in the template; empty where the template itself, or its stack, is meant. */
  path: Path;
  /** Id of the rule of the analysis that found it, where one did: exemptions name it. */
  analysisRule?: string;
  message: string;
  /** What to write instead. */
  instead: string;
}

/** What a guardrail says of a subject. */
export type Verdict =
  | { readonly result: "compliant" }
  | { readonly result: "not-applicable"; readonly reason: string }
  | { readonly result: "violation"; readonly violations: readonly Violation[] };

/** One option of a guardrail as JSON Schema has it, with the value that holds where nobody sets it. */
export interface OptionSchema {
  type: "string" | "number" | "integer" | "boolean" | "array";
  items?: { type: "string" };
  minimum?: number;
  maximum?: number;
  enum?: readonly string[];
  description: string;
  default: unknown;
}

/** Options of a guardrail by their names. */
export type OptionSchemas<Options> = { readonly [Name in keyof Options]: OptionSchema };

/** What guardrails judge by, beside the subject. */
export interface GuardrailContext {
  /** What the config says whose stack it is; undefined where no config says it. */
  environment?: JudgedEnvironment;
  data: ReferenceData;
}

/** One guardrail: what it forbids and why, and the function that judges. */
export interface Guardrail<Options extends object = object> {
  /** kebab-case, the file's name and the name of the policy in the pack. */
  name: string;
  /** What it forbids, one sentence. */
  forbids: string;
  why: string;
  /** What to write instead. */
  remediation: string;
  /** A piece of a template, of a config or of the program on each side. */
  examples: { bad: string; good: string };
  enforcement: Enforcement;
  options: OptionSchemas<Options>;
  /** Pure: all that it needs is given. What it throws counts as a violation, see `judgeBy`. */
  judge(subject: Subject, context: GuardrailContext, options: Options): Verdict;
}

/** A guardrail with its options hidden, so that all fit into one list. */
export function guardrail<Options extends object>(rule: Guardrail<Options>): Guardrail {
  return { ...rule, judge: (subject, context, options) => rule.judge(subject, context, options as Options) };
}

/** The guardrail has nothing to say here. */
export function notApplicable(reason: string): Verdict {
  return { result: "not-applicable", reason };
}

/** How a violation names a statement. */
export function inStatement(parsed: ParsedStatement): Pick<Violation, "statement" | "parsed"> {
  const { index, sid } = parsed;
  return { statement: sid === undefined ? { index } : { index, sid }, parsed };
}

/** Compliant where nothing was found. */
export function verdictOf(violations: readonly Violation[]): Verdict {
  return violations.length === 0 ? { result: "compliant" } : { result: "violation", violations };
}
