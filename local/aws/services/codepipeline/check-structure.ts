import {
  type ActionDeclaration,
  ExecutionMode,
  type PipelineDeclaration,
  PipelineType,
  type StageDeclaration,
} from "@aws-sdk/client-codepipeline";
import { limits } from "../../limits";
import { AwsError, type CallContext } from "../../service";
import { trustsService } from "../sts/service-trust";
import { refuseUnsupported } from "../unsupported-input";
import { ACTION_TYPES, type ActionType } from "./action-types";
import { checkName, validation } from "./input-rules";
import { pipelineArn } from "./pipeline-record";

const CONFIGURATION_LENGTH = 1000;

/** What belongs to other regions, to Git hosts, or to conditions, is not embedded. */
const UNSUPPORTED = ["artifactStores", "triggers"] as const satisfies readonly (keyof PipelineDeclaration)[];
const UNSUPPORTED_OF_STAGES = [
  "beforeEntry",
  "onFailure",
  "onSuccess",
] as const satisfies readonly (keyof StageDeclaration)[];
const UNSUPPORTED_OF_ACTIONS = [
  "commands",
  "environmentVariables",
  "outputVariables",
  "region",
  "roleArn",
] as const satisfies readonly (keyof ActionDeclaration)[];

function structure(message: string): AwsError {
  return new AwsError("InvalidStructureException", message);
}

function action(message: string): AwsError {
  return new AwsError("InvalidActionDeclarationException", message);
}

/** Throws as CodePipeline does where a pipeline could not run: its stages, its actions, their artifacts, its role. */
export function checkStructure(pipeline: PipelineDeclaration, context: CallContext): void {
  refuseUnsupported(pipeline, UNSUPPORTED);
  checkName(pipeline.name!, "pipeline.name");
  if (pipeline.artifactStore === undefined) {
    throw structure("A pipeline must have exactly one of artifactStore and artifactStores");
  }
  checkType(pipeline);
  const stages = pipeline.stages!;
  if (stages.length < 2 || stages.length > limits.stagesPerPipeline) {
    throw structure(
      `Pipeline has ${stages.length} stage(s). There should be a minimum of 2 stages and a maximum of ${limits.stagesPerPipeline} stages in a pipeline`,
    );
  }
  refuseTwice(
    stages.map(({ name }) => name!),
    "stage names within a pipeline",
  );
  const artifacts = new Set<string>();
  stages.forEach((stage, index) => checkStage(stage, index === 0, artifacts));
  checkRole(pipeline, context);
}

function checkType({
  pipelineType = "V1",
  executionMode = "SUPERSEDED",
  variables,
}: PipelineDeclaration): void {
  if (!Object.hasOwn(PipelineType, pipelineType))
    throw validation(`${pipelineType} is no type of pipelines.`);
  if (!Object.hasOwn(ExecutionMode, executionMode))
    throw validation(`${executionMode} is no execution mode.`);
  if (pipelineType === "V2") return;
  if (executionMode !== "SUPERSEDED") {
    throw structure(`Execution mode ${executionMode} is only supported for pipelines of type V2`);
  }
  if (variables !== undefined && variables.length > 0) {
    throw structure("Pipeline variables are only supported for pipelines of type V2");
  }
}

function checkStage(stage: StageDeclaration, isFirst: boolean, artifacts: Set<string>): void {
  refuseUnsupported(stage, UNSUPPORTED_OF_STAGES);
  const name = stage.name!;
  const actions = stage.actions!;
  checkName(name, "pipeline.stages.member.name");
  if (actions.length === 0) throw structure(`Stage ${name} has no actions`);
  refuseTwice(
    actions.map((each) => each.name!),
    `action names within stage ${name}`,
  );
  const isSource = (each: ActionDeclaration) => each.actionTypeId!.category === "Source";
  if (isFirst && !actions.every(isSource)) {
    throw structure("Pipeline should start with a stage that only contains source actions");
  }
  if (!isFirst && actions.some(isSource)) {
    throw structure(`Only the first stage can contain source actions, but stage ${name} has one`);
  }
  // What runs earlier within a stage hands on to what runs later.
  for (const each of [...actions].sort((a, b) => (a.runOrder ?? 1) - (b.runOrder ?? 1))) {
    checkAction(each, artifacts);
  }
}

function checkAction(declared: ActionDeclaration, artifacts: Set<string>): void {
  refuseUnsupported(declared, UNSUPPORTED_OF_ACTIONS);
  const name = declared.name!;
  checkName(name, "pipeline.stages.member.actions.member.name");
  const { category, owner, provider, version } = declared.actionTypeId!;
  const type = ACTION_TYPES.find((each) => each.category === category && each.provider === provider);
  if (type === undefined || owner !== "AWS" || version !== "1") {
    const id = `${category}/${owner}/${provider}/${version}`;
    throw new AwsError("NotImplemented", `The embedded AWS does not have the action type ${id}.`, 501);
  }
  checkConfiguration(declared, type);
  const [inputs, outputs] = [declared.inputArtifacts ?? [], declared.outputArtifacts ?? []];
  checkCount(name, "input", inputs.length, type.inputs);
  checkCount(name, "output", outputs.length, type.outputs);
  for (const { name: artifact } of inputs) {
    if (artifacts.has(artifact!)) continue;
    throw structure(`Input artifact ${artifact} of action ${name} is not the output of an action before it`);
  }
  for (const { name: artifact } of outputs) {
    if (artifacts.has(artifact!)) throw structure(`Output artifact ${artifact} is there twice`);
    artifacts.add(artifact!);
  }
}

function checkConfiguration({ name, configuration = {} }: ActionDeclaration, type: ActionType): void {
  const missing = type.required.filter((key) => configuration[key] === undefined);
  if (missing.length > 0) {
    throw action(
      `Action configuration for action '${name}' is missing required configuration '${missing[0]}'`,
    );
  }
  for (const [key, value] of Object.entries(configuration)) {
    if (!type.required.includes(key) && !type.optional.includes(key)) {
      throw action(`Action configuration for action '${name}' contains unknown configuration '${key}'`);
    }
    if (value.length > CONFIGURATION_LENGTH || value === "") {
      throw action(
        `Action configuration '${key}' of action '${name}' must have 1 to ${CONFIGURATION_LENGTH} characters`,
      );
    }
  }
}

function checkCount(
  name: string,
  what: string,
  count: number,
  [least, most]: readonly [number, number],
): void {
  if (count >= least && count <= most) return;
  const range = least === most ? String(least) : `${least} to ${most}`;
  throw action(`Action '${name}' has ${count} ${what} artifacts, but should have ${range}`);
}

function refuseTwice(names: readonly string[], what: string): void {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw structure(`Duplicate ${what}: ${twice}`);
}

function checkRole({ name, roleArn }: PipelineDeclaration, context: CallContext): void {
  const source = pipelineArn(context, name!);
  if (trustsService(roleArn!, { service: "codepipeline.amazonaws.com", source }, context)) return;
  throw structure(`CodePipeline is not authorized to perform AssumeRole on role ${roleArn}`);
}
