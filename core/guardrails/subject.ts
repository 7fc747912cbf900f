import type { JsonObject, Path } from "../config/source";

/** A value of a template that is not known before the deployment. */
export interface OpenValue {
  logicalId: string;
  /** Top-level property in which it stands. */
  property: string;
  why: string;
}

/** One resource of a template, its intrinsic functions carried out as far as they can be. */
export interface JudgedResource {
  logicalId: string;
  /** CloudFormation type. */
  type: string;
  properties: JsonObject;
  path: Path;
}

/** A template as guardrails judge it. */
export interface JudgedTemplate {
  resources: readonly JudgedResource[];
  /** What could not be told of the resources' properties. */
  open: readonly OpenValue[];
  /** As it was written, intrinsics and all. */
  raw: JsonObject;
  /** Whether it is a whole template; else it is one watched resource, judged by itself. */
  whole: boolean;
}

/** What is known of the stack itself, beside its template. */
export interface JudgedStack {
  /** Undefined where CloudFormation or Pulumi makes one up. */
  name?: string;
  tags: Readonly<Record<string, string>>;
  terminationProtection: boolean;
  /** Whether Pulumi's `protect` is on. */
  protect: boolean;
  /** Where the provider of the stack is bound to; undefined where it is bound to none. */
  region?: string;
  /** The accounts that the provider takes; undefined where it takes any. */
  accounts?: readonly string[];
  /** How the template comes to CloudFormation. */
  delivery: "inline" | "url";
}

/** What a guardrail judges: a template, a stack, or both; or something that hides one. */
export interface Subject {
  template?: JudgedTemplate;
  stack?: JudgedStack;
  /** Why what will be deployed can't be told, and what to do about it. */
  hidden?: readonly { why: string; instead: string }[];
  /** Type of a Pulumi resource that makes IAM beside all stacks. */
  besideStacks?: string;
}

/** The resources of some types. */
export function resourcesOf(subject: Subject, ...types: readonly string[]): readonly JudgedResource[] {
  return subject.template?.resources.filter(({ type }) => types.includes(type)) ?? [];
}
