import type * as CodePipeline from "@aws-sdk/client-codepipeline";
import { limits } from "../../limits";
import { AwsError, type CallContext, type Operations } from "../../service";
import { toLowerCase } from "../tag-list";
import { checkStructure } from "./check-structure";
import { page, pipelineTags } from "./input-rules";
import { current, existingPipeline, pipelineArn, pipelines } from "./pipeline-record";

/** A declaration with what CodePipeline fills up. */
function filledUp(
  declared: CodePipeline.PipelineDeclaration,
  version: number,
): CodePipeline.PipelineDeclaration {
  return {
    ...declared,
    version,
    executionMode: declared.executionMode ?? "SUPERSEDED",
    pipelineType: declared.pipelineType ?? "V1",
    stages: declared.stages!.map((stage) => ({
      ...stage,
      actions: stage.actions!.map((action) => ({
        ...action,
        runOrder: action.runOrder ?? 1,
        inputArtifacts: action.inputArtifacts ?? [],
        outputArtifacts: action.outputArtifacts ?? [],
      })),
    })),
  };
}

function createPipeline(
  input: CodePipeline.CreatePipelineInput,
  context: CallContext,
): CodePipeline.CreatePipelineOutput {
  const declared = input.pipeline!;
  const tags = pipelineTags(input.tags);
  checkStructure(declared, context);
  const name = declared.name!;
  if (pipelines.find(context, name) !== undefined) {
    throw new AwsError(
      "PipelineNameInUseException",
      `A pipeline with the name '${name}' already exists in account '${context.caller.accountId}'`,
    );
  }
  if (pipelines.all(context).length >= limits.pipelines) {
    throw new AwsError("LimitExceededException", `There may be no more than ${limits.pipelines} pipelines`);
  }
  const now = context.now().toISOString();
  const pipeline = filledUp(declared, 1);
  pipelines.save(context, { name, created: now, updated: now, versions: [pipeline], closed: {}, tags });
  return { pipeline, tags: toLowerCase(tags) };
}

/** Replaces a pipeline by a new version. */
function updatePipeline(
  input: CodePipeline.UpdatePipelineInput,
  context: CallContext,
): CodePipeline.UpdatePipelineOutput {
  const declared = input.pipeline!;
  const record = existingPipeline(declared.name!, context);
  checkStructure(declared, context);
  const pipeline = filledUp(declared, record.versions.length + 1);
  const stages = pipeline.stages!.map(({ name }) => name);
  pipelines.save(context, {
    ...record,
    updated: context.now().toISOString(),
    versions: [...record.versions, pipeline],
    closed: Object.fromEntries(Object.entries(record.closed).filter(([stage]) => stages.includes(stage))),
  });
  return { pipeline };
}

function getPipeline(
  input: CodePipeline.GetPipelineInput,
  context: CallContext,
): CodePipeline.GetPipelineOutput {
  const record = existingPipeline(input.name!, context);
  const pipeline = input.version === undefined ? current(record) : record.versions[input.version - 1];
  if (pipeline === undefined) {
    throw new AwsError(
      "PipelineVersionNotFoundException",
      `Pipeline '${record.name}' does not have version '${input.version}'`,
    );
  }
  return {
    pipeline,
    metadata: {
      pipelineArn: pipelineArn(context, record.name),
      created: new Date(record.created),
      updated: new Date(record.updated),
    },
  };
}

function listPipelines(
  input: CodePipeline.ListPipelinesInput,
  context: CallContext,
): CodePipeline.ListPipelinesOutput {
  const { items, nextToken } = page(pipelines.all(context), input);
  const summaries = items.map((record) => {
    const { version, pipelineType, executionMode } = current(record);
    const [created, updated] = [new Date(record.created), new Date(record.updated)];
    return { name: record.name, version, pipelineType, executionMode, created, updated };
  });
  return { pipelines: summaries, nextToken };
}

/** Operations on pipelines. */
export const pipelineOperations: Operations = {
  CreatePipeline: createPipeline,
  UpdatePipeline: updatePipeline,
  GetPipeline: getPipeline,
  ListPipelines: listPipelines,
  /** A pipeline that is not there is deleted already. */
  DeletePipeline: (input: CodePipeline.DeletePipelineInput, context) =>
    pipelines.delete(context, input.name!),
};
