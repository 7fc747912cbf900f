import type * as CodePipeline from "@aws-sdk/client-codepipeline";
import { AwsError, type CallContext, type Operations } from "../../service";
import { validation } from "./input-rules";
import { current, existingPipeline, type PipelineRecord, pipelines } from "./pipeline-record";

/** The state of a pipeline that never ran, since executions are not embedded. */
function getState(
  input: CodePipeline.GetPipelineStateInput,
  context: CallContext,
): CodePipeline.GetPipelineStateOutput {
  const record = existingPipeline(input.name!, context);
  const { version, stages } = current(record);
  return {
    pipelineName: record.name,
    pipelineVersion: version,
    stageStates: stages!.map(({ name, actions }) => ({
      stageName: name,
      inboundTransitionState: transition(record, name!),
      actionStates: actions!.map((action) => ({ actionName: action.name })),
    })),
    created: new Date(record.created),
    updated: new Date(record.updated),
  };
}

function transition({ closed }: PipelineRecord, stage: string): CodePipeline.TransitionState {
  const found = Object.hasOwn(closed, stage) ? closed[stage] : undefined;
  if (found === undefined) return { enabled: true };
  const { reason, by, at } = found;
  return { enabled: false, disabledReason: reason, lastChangedBy: by, lastChangedAt: new Date(at) };
}

function withStage(
  input: { pipelineName?: string; stageName?: string; transitionType?: string },
  context: CallContext,
): PipelineRecord {
  const record = existingPipeline(input.pipelineName!, context);
  if (!current(record).stages!.some(({ name }) => name === input.stageName)) {
    throw new AwsError(
      "StageNotFoundException",
      `Pipeline '${record.name}' does not have a stage with name '${input.stageName}'`,
    );
  }
  if (input.transitionType !== "Inbound") {
    throw new AwsError("NotImplemented", "The embedded AWS has inbound transitions alone.", 501);
  }
  return record;
}

function disable(input: CodePipeline.DisableStageTransitionInput, context: CallContext): void {
  const record = withStage(input, context);
  const reason = input.reason!;
  if (reason.length < 1 || reason.length > 300) throw validation("A reason has 1 to 300 characters.");
  const transition = { reason, by: context.caller.arn, at: context.now().toISOString() };
  pipelines.save(context, { ...record, closed: { ...record.closed, [input.stageName!]: transition } });
}

function enable(input: CodePipeline.EnableStageTransitionInput, context: CallContext): void {
  const record = withStage(input, context);
  const closed = Object.entries(record.closed).filter(([stage]) => stage !== input.stageName);
  pipelines.save(context, { ...record, closed: Object.fromEntries(closed) });
}

/** Operations on where a pipeline is, and where it may go. */
export const stateOperations: Operations = {
  GetPipelineState: getState,
  DisableStageTransition: disable,
  EnableStageTransition: enable,
};
