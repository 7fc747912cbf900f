import type { Canonical } from "../canonical-values";

/** What AWS does with the properties of one CloudFormation type, as far as it matters for comparing them. */
export interface TypeRules {
  /** Read-only attributes, and what is judged on another resource's side. */
  leftOut: readonly string[];
  /** What AWS fills in where a template leaves a property out, and goes by where its answer does. */
  defaults: Readonly<Record<string, unknown>>;
  /** Properties that can be written but are not in AWS's answer: they can't be checked. */
  unreadable: readonly string[];
  /** Properties for which AWS makes something up: they are compared where a template sets them. */
  filledIn?: readonly string[];
  /**
   * Lists whose items the template makes by resources of their own, which judge and put back each: here only what stands
   * beside them counts.
   */
  madeElsewhere?: readonly string[];
  /** Properties that AWS changes only by making the resource anew, which loses nothing where it holds only what a template says. */
  remadeFor?: readonly string[];
  /** How values are brought into one form, by the properties' names, beside what all types share. */
  canonical?: Readonly<Record<string, Canonical>>;
  /** Whether AWS shows nothing, an empty value or false alike where a property without a default is not set. */
  emptyIsNothing?: true;
}

/** Rules by CloudFormation type. */
export type RulesByType = Readonly<Record<string, TypeRules>>;
