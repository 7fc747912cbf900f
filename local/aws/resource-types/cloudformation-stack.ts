import { setTimeout as sleep } from "node:timers/promises";
import type { CallContext } from "../service";
import type { ResourceModel } from "../resource-handler";
import { AwsError } from "../service";
import { HandlerError } from "./handler-error";
import type { ResourceType } from "./resource-type";
import { allPages, callService, defined } from "./service-calls";
import { readableTags, type Tag } from "./tags";

const POLL_MS = 25;

type Properties = Record<string, unknown>;

interface Stack {
  StackId: string;
  StackName: string;
  StackStatus: string;
  StackStatusReason?: string;
  Description?: string;
  RoleARN?: string;
  ParentId?: string;
  RootId?: string;
  ChangeSetId?: string;
  CreationTime: Date;
  LastUpdatedTime?: Date;
  TimeoutInMinutes?: number;
  DisableRollback?: boolean;
  EnableTerminationProtection?: boolean;
  Capabilities?: string[];
  NotificationARNs?: string[];
  Tags?: Tag[];
  Parameters?: { ParameterKey: string; ParameterValue: string }[];
  Outputs?: Properties[];
}

/** Stacks as Cloud Control serves them. */
export const cloudFormationStack: ResourceType = {
  type: "AWS::CloudFormation::Stack",
  primaryIdentifier: "StackId",
  createOnly: ["StackName"],
  readOnly: [
    "ChangeSetId",
    "CreationTime",
    "LastUpdateTime",
    "Outputs",
    "ParentId",
    "RootId",
    "StackId",
    "StackStatus",
    "StackStatusReason",
  ],
  writeOnly: ["StackPolicyBody", "StackPolicyURL", "TemplateURL"],
  tags: "list",
  ref: (model) => model.identifier,
  async create(desired, context, started) {
    const { StackId } = await callService<{ StackId: string }>(context, "cloudformation", "CreateStack", {
      StackName: desired.StackName,
      ...stackInput(desired),
      ...defined({
        DisableRollback: desired.DisableRollback,
        EnableTerminationProtection: desired.EnableTerminationProtection,
        TimeoutInMinutes: desired.TimeoutInMinutes,
      }),
    });
    started?.(StackId);
    return settle(StackId, "CREATE_COMPLETE", context);
  },
  async read(identifier, context) {
    const stack = await describe(identifier, context);
    return stack === undefined || stack.StackStatus === "DELETE_COMPLETE"
      ? undefined
      : readStack(stack, context);
  },
  update: updateStack,
  async delete(identifier, context) {
    await callService(context, "cloudformation", "DeleteStack", { StackName: identifier });
    await settle(identifier, "DELETE_COMPLETE", context);
  },
  async list(context) {
    const stacks = await allPages<Stack>(context, {
      service: "cloudformation",
      operation: "DescribeStacks",
      input: {},
      items: "Stacks",
    });
    return stacks.map((stack) => stack.StackId);
  },
};

async function updateStack(
  identifier: string,
  previous: Properties,
  desired: Properties,
  context: CallContext,
) {
  if (
    desired.EnableTerminationProtection !== undefined &&
    desired.EnableTerminationProtection !== previous.EnableTerminationProtection
  ) {
    await callService(context, "cloudformation", "UpdateTerminationProtection", {
      StackName: identifier,
      EnableTerminationProtection: desired.EnableTerminationProtection,
    });
  }
  const input: Properties = { StackName: identifier, ...stackInput(desired), Tags: desired.Tags ?? [] };
  if (desired.TemplateBody === undefined && desired.TemplateURL === undefined)
    input.UsePreviousTemplate = true;
  try {
    await callService(context, "cloudformation", "UpdateStack", input);
  } catch (error) {
    if (error instanceof AwsError && error.message === "No updates are to be performed.") {
      const stack = await describe(identifier, context);
      return readStack(stack!, context);
    }
    throw error;
  }
  return settle(identifier, "UPDATE_COMPLETE", context);
}

function stackInput(desired: Properties): Properties {
  const { TemplateBody, TemplateURL, StackPolicyBody } = desired;
  // A read shows the template's body even where it was given by URL: the URL is what was asked for.
  const template = TemplateURL === undefined ? { TemplateBody: asText(TemplateBody) } : { TemplateURL };
  return defined({
    ...template,
    Parameters: parameterList(desired.Parameters),
    Tags: desired.Tags,
    Capabilities: desired.Capabilities,
    RoleARN: desired.RoleARN,
    NotificationARNs: desired.NotificationARNs,
    StackPolicyBody: asText(StackPolicyBody),
  });
}

function asText(value: unknown): unknown {
  return value === undefined || typeof value === "string" ? value : JSON.stringify(value);
}

function parameterList(parameters: unknown): Properties[] | undefined {
  if (parameters === undefined) return undefined;
  return Object.entries(parameters as Record<string, unknown>).map(([ParameterKey, value]) => ({
    ParameterKey,
    // What a read shows of a NoEcho parameter is not its value.
    ...(value === "****" ? { UsePreviousValue: true } : { ParameterValue: String(value) }),
  }));
}

async function describe(identifier: string, context: CallContext): Promise<Stack | undefined> {
  try {
    const { Stacks } = await callService<{ Stacks: Stack[] }>(context, "cloudformation", "DescribeStacks", {
      StackName: identifier,
    });
    return Stacks[0];
  } catch (error) {
    if (error instanceof AwsError && error.message.endsWith("does not exist")) return undefined;
    throw error;
  }
}

/** Waits until the stack is at rest, and fails unless it rests in the status that was wanted. */
async function settle(identifier: string, wanted: string, context: CallContext): Promise<ResourceModel> {
  for (;;) {
    const stack = await describe(identifier, context);
    if (stack === undefined) throw new HandlerError("NotFound", `Stack with id ${identifier} does not exist`);
    if (!stack.StackStatus.endsWith("_IN_PROGRESS")) {
      if (stack.StackStatus === wanted)
        return wanted === "DELETE_COMPLETE" ? modelOf(stack) : readStack(stack, context);
      throw new HandlerError("NotStabilized", failure(stack), identifier);
    }
    await sleep(POLL_MS);
  }
}

function failure(stack: Stack): string {
  const reason = stack.StackStatusReason === undefined ? "" : `: ${stack.StackStatusReason}`;
  return `Stack ${stack.StackName} is in ${stack.StackStatus} state${reason}`;
}

function modelOf(stack: Stack): ResourceModel {
  return { identifier: stack.StackId, properties: { StackId: stack.StackId, StackName: stack.StackName } };
}

async function readStack(stack: Stack, context: CallContext): Promise<ResourceModel> {
  const { StackPolicyBody } = await callService<{ StackPolicyBody?: string }>(
    context,
    "cloudformation",
    "GetStackPolicy",
    { StackName: stack.StackId },
  );
  const { TemplateBody } = await callService<{ TemplateBody?: string }>(
    context,
    "cloudformation",
    "GetTemplate",
    {
      StackName: stack.StackId,
      TemplateStage: "Original",
    },
  );
  const parameters = (stack.Parameters ?? []).map(({ ParameterKey, ParameterValue }) => [
    ParameterKey,
    ParameterValue,
  ]);
  const listed = (list: unknown[] | undefined) =>
    list === undefined || list.length === 0 ? undefined : list;
  const tags = readableTags(stack.Tags);
  return {
    identifier: stack.StackId,
    properties: defined({
      StackName: stack.StackName,
      StackId: stack.StackId,
      StackStatus: stack.StackStatus,
      StackStatusReason: stack.StackStatusReason,
      Description: stack.Description,
      TemplateBody,
      StackPolicyBody,
      Parameters: parameters.length > 0 ? (Object.fromEntries(parameters) as Properties) : undefined,
      Tags: listed(tags),
      Capabilities: listed(stack.Capabilities),
      NotificationARNs: listed(stack.NotificationARNs),
      RoleARN: stack.RoleARN,
      TimeoutInMinutes: stack.TimeoutInMinutes,
      DisableRollback: stack.DisableRollback,
      EnableTerminationProtection: stack.EnableTerminationProtection,
      Outputs: listed(stack.Outputs),
      ParentId: stack.ParentId,
      RootId: stack.RootId,
      ChangeSetId: stack.ChangeSetId,
      CreationTime: time(stack.CreationTime),
      LastUpdateTime: time(stack.LastUpdatedTime),
    }),
  };
}

function time(value: Date | string | undefined): string | undefined {
  return value instanceof Date ? value.toISOString() : value;
}
