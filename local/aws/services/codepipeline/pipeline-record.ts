import type * as CodePipeline from "@aws-sdk/client-codepipeline";
import { AwsError, type CallContext } from "../../service";
import { regionalArn } from "../regional-arn";
import { RegionalRecords } from "../regional-records";
import type { Tag } from "../tag-list";

/** A transition into a stage that somebody closed. */
export interface ClosedTransition {
  reason: string;
  by: string;
  /** ISO 8601. */
  at: string;
}

/** A pipeline with all its versions. */
export interface PipelineRecord {
  name: string;
  /** ISO 8601. */
  created: string;
  updated: string;
  /** The first one is version 1; the last one is in force. */
  versions: CodePipeline.PipelineDeclaration[];
  /** By the name of the stage. */
  closed: Record<string, ClosedTransition>;
  tags: Tag[];
}

/** The pipelines of a region. */
export const pipelines = new RegionalRecords<PipelineRecord>("codepipeline.pipelines", ({ name }) => name);

/** ARN of a pipeline. */
export function pipelineArn(
  scope: Pick<CallContext, "partition" | "region" | "caller">,
  name: string,
): string {
  return regionalArn(scope, "codepipeline", name);
}

/** The pipeline of a name. Throws PipelineNotFoundException where there is none. */
export function existingPipeline(name: string, context: CallContext): PipelineRecord {
  const found = pipelines.find(context, name);
  if (found !== undefined) return found;
  throw new AwsError(
    "PipelineNotFoundException",
    `Account '${context.caller.accountId}' does not have a pipeline with name '${name}'`,
  );
}

/** The version in force. */
export function current(record: PipelineRecord): CodePipeline.PipelineDeclaration {
  return record.versions.at(-1)!;
}
