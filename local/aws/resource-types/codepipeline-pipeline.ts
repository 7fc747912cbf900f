import { isDeepStrictEqual } from "node:util";
import type { CallContext } from "../service";
import { toLowerCase } from "../services/tag-list";
import { generatedName } from "./generated-name";
import { HandlerError } from "./handler-error";
import { capitalMembers, smallMembers } from "./letter-case";
import type { ResourceType } from "./resource-type";
import { allPages, callService, defined, unlessMissing } from "./service-calls";
import { changedTags, readableTags, type Tag } from "./tags";
import { typedProperties } from "./typed-properties";

type Properties = Record<string, unknown>;

interface Found {
  pipeline: Properties & { name: string; version: number };
  metadata: { pipelineArn: string };
}

interface Transition {
  StageName: string;
  Reason: string;
}

const TYPE = "AWS::CodePipeline::Pipeline";

/** Properties that are parts of the declaration of a pipeline. */
const DECLARED = ["ArtifactStore", "ExecutionMode", "PipelineType", "RoleArn", "Stages", "Variables"];

/** Keys below them are those of the action's provider. */
const KEPT_BELOW = ["Configuration", "configuration"];

/** Pipelines with their tags, and the transitions between stages that are closed. */
export const codepipelinePipeline: ResourceType = {
  type: TYPE,
  primaryIdentifier: "Name",
  createOnly: ["Name"],
  readOnly: ["Version"],
  writeOnly: ["RestartExecutionOnUpdate"],
  extraAttributes: ["Arn"],
  nameProperty: { name: "Name", maxLength: 100 },
  tags: "list",
  ref: (model) => model.identifier,
  async create(desired, context, started) {
    const name = generatedName(desired.Name);
    const tags = (desired.Tags ?? []) as Tag[];
    await callService(context, "codepipeline", "CreatePipeline", {
      pipeline: declaration(name, desired),
      ...(tags.length > 0 ? { tags: toLowerCase(tags) } : {}),
    });
    started?.(name);
    await closeTransitions(name, {}, desired, context);
    return modelOf((await find(name, context))!);
  },
  async read(identifier, context) {
    const found = await find(identifier, context);
    if (found === undefined) return undefined;
    const shown = capitalMembers(found.pipeline, KEPT_BELOW) as Properties;
    const tags = readableTags(await tagsOf(found, context));
    const closed = await closedTransitions(identifier, context);
    return {
      identifier,
      properties: defined({
        ...Object.fromEntries(DECLARED.map((name) => [name, shown[name]])),
        DisableInboundStageTransitions: closed.length > 0 ? closed : undefined,
        Name: found.pipeline.name,
        Tags: tags.length > 0 ? tags : undefined,
        Version: String(found.pipeline.version),
      }),
    };
  },
  async update(identifier, previous, desired, context) {
    if (DECLARED.some((name) => !isDeepStrictEqual(previous[name], desired[name]))) {
      const pipeline = declaration(identifier, desired);
      await callService(context, "codepipeline", "UpdatePipeline", { pipeline });
    }
    await closeTransitions(identifier, previous, desired, context);
    const found = await existing(identifier, context);
    const tags = changedTags(previous.Tags as Tag[] | undefined, desired.Tags as Tag[] | undefined);
    const call = (operation: string, input: Properties) =>
      callService(context, "codepipeline", operation, {
        resourceArn: found.metadata.pipelineArn,
        ...input,
      });
    if (tags.removed.length > 0) await call("UntagResource", { tagKeys: tags.removed });
    if (tags.put.length > 0) await call("TagResource", { tags: toLowerCase(tags.put) });
    return modelOf(found);
  },
  async delete(identifier, context) {
    // CodePipeline itself says nothing of a pipeline that is not there.
    await existing(identifier, context);
    await callService(context, "codepipeline", "DeletePipeline", { name: identifier });
  },
  async list(context) {
    const pipelines = await allPages<{ name: string }>(context, {
      service: "codepipeline",
      operation: "ListPipelines",
      input: {},
      items: "pipelines",
    });
    return pipelines.map(({ name }) => name);
  },
};

/** A declaration for CodePipeline's API, in which every value of an action's configuration is a text. */
function declaration(name: string, desired: Properties): Properties {
  const declared = Object.fromEntries(DECLARED.map((each) => [each, desired[each]]));
  const pipeline = smallMembers(
    typedProperties(TYPE, { ...declared, Name: name }),
    KEPT_BELOW,
  ) as Properties & {
    stages?: { actions?: { configuration?: Properties }[] }[];
  };
  for (const action of (pipeline.stages ?? []).flatMap(({ actions = [] }) => actions)) {
    if (action.configuration === undefined) continue;
    const entries = Object.entries(action.configuration).map(([key, value]) => [
      key,
      typeof value === "string" ? value : JSON.stringify(value),
    ]);
    action.configuration = Object.fromEntries(entries) as Properties;
  }
  return pipeline;
}

async function closeTransitions(
  pipelineName: string,
  previous: Properties,
  desired: Properties,
  context: CallContext,
): Promise<void> {
  const before = (previous.DisableInboundStageTransitions ?? []) as Transition[];
  const after = (desired.DisableInboundStageTransitions ?? []) as Transition[];
  const stages = ((desired.Stages ?? []) as { Name: string }[]).map(({ Name }) => Name);
  const call = (operation: string, stageName: string, reason?: string) =>
    callService(
      context,
      "codepipeline",
      operation,
      defined({ pipelineName, stageName, transitionType: "Inbound", reason }),
    );
  for (const { StageName } of before) {
    const kept = after.some((each) => each.StageName === StageName);
    if (!kept && stages.includes(StageName)) await call("EnableStageTransition", StageName);
  }
  for (const each of after) {
    if (before.some((other) => isDeepStrictEqual(other, each))) continue;
    await call("DisableStageTransition", each.StageName, each.Reason);
  }
}

async function closedTransitions(name: string, context: CallContext): Promise<Transition[]> {
  const { stageStates = [] } = await callService<{
    stageStates?: {
      stageName: string;
      inboundTransitionState: { enabled: boolean; disabledReason?: string };
    }[];
  }>(context, "codepipeline", "GetPipelineState", { name });
  return stageStates
    .filter(({ inboundTransitionState }) => !inboundTransitionState.enabled)
    .map(({ stageName, inboundTransitionState }) => ({
      Reason: inboundTransitionState.disabledReason ?? "",
      StageName: stageName,
    }));
}

async function tagsOf({ metadata }: Found, context: CallContext): Promise<Tag[]> {
  const tags = await allPages<{ key: string; value: string }>(context, {
    service: "codepipeline",
    operation: "ListTagsForResource",
    input: { resourceArn: metadata.pipelineArn },
    items: "tags",
  });
  return tags.map(({ key, value }) => ({ Key: key, Value: value }));
}

function find(name: string, context: CallContext): Promise<Found | undefined> {
  return unlessMissing(callService<Found>(context, "codepipeline", "GetPipeline", { name }));
}

async function existing(name: string, context: CallContext): Promise<Found> {
  const found = await find(name, context);
  if (found === undefined) throw new HandlerError("NotFound", `There is no pipeline with name '${name}'`);
  return found;
}

function modelOf({ pipeline, metadata }: Found) {
  return {
    identifier: pipeline.name,
    properties: { Arn: metadata.pipelineArn, Version: String(pipeline.version) },
  };
}
