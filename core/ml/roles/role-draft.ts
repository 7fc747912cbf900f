import type { MlNames, MlStage } from "../../naming/ml-names";
import type { Statement } from "../../security/policy-document";
import type { MlArns } from "../arns";
import type { ExecutionRole, SourceBlueprint } from "../blueprint";
import type { MlConfig } from "../config/schema";

/** What the roles of a product are made from. */
export interface RoleContext {
  config: MlConfig;
  names: MlNames;
  arns: MlArns;
  buildSource: SourceBlueprint;
  deploySource: SourceBlueprint;
  executionRole: ExecutionRole;
  /** Whether the artifacts are encrypted with the product's own key. */
  hasKey: boolean;
}

/** The role of one stage: which service takes it, for which of its resources, and what it may do. */
export interface RoleDraft {
  stage: MlStage;
  description: string;
  /** Service principal, such as `codebuild.amazonaws.com`. */
  service: string;
  /** ARNs of the resources on whose behalf the service takes the role; patterns only where AWS makes the id. */
  sources: readonly string[];
  /** Inline policies by name. */
  policies: Readonly<Record<string, readonly Statement[]>>;
}

/** One statement that allows. */
export function allow(
  Sid: string,
  Action: string[],
  Resource: string[],
  Condition?: Statement["Condition"],
): Statement {
  return { Sid, Effect: "Allow", Action, Resource, ...(Condition === undefined ? {} : { Condition }) };
}
