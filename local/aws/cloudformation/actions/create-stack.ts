import { randomUUID } from "node:crypto";
import { AwsError, type CallContext } from "../../service";
import { createStack as runCreate } from "../engine/create-stack";
import { inBackground, Operation } from "../engine/operation";
import { constraintError, validationError } from "../errors";
import { type PreparedTemplate, prepareTemplate } from "../prepare";
import type { StackRecord } from "../stack-record";
import { StackStore } from "../stack-store";
import { requireCapabilities } from "../template/capabilities";
import type { ParameterInput } from "../template/parameters";
import { templateText } from "../template/template-source";
import { checkStackName, checkTags } from "./stack-input";

/** The parts of CreateStack's input that are looked at. */
export interface CreateStackInput {
  StackName: string;
  TemplateBody?: string;
  TemplateURL?: string;
  Parameters?: ParameterInput[];
  Capabilities?: string[];
  Tags?: { Key?: string; Value?: string }[];
  OnFailure?: StackRecord["onFailure"];
  DisableRollback?: boolean;
  EnableTerminationProtection?: boolean;
  TimeoutInMinutes?: number;
  NotificationARNs?: string[];
  RoleARN?: string;
  StackPolicyBody?: string;
  ClientRequestToken?: string;
}

/** CreateStack: checks everything that can be checked, then creates in the background. */
export async function createStack(input: CreateStackInput, context: CallContext) {
  checkStackName(input.StackName);
  if (input.OnFailure !== undefined && input.DisableRollback !== undefined) {
    throw validationError("Either DisableRollback or OnFailure can be specified, not both.");
  }
  if (input.OnFailure !== undefined && !["DELETE", "DO_NOTHING", "ROLLBACK"].includes(input.OnFailure)) {
    throw constraintError(
      "onFailure",
      input.OnFailure,
      "Member must satisfy enum value set: [ROLLBACK, DELETE, DO_NOTHING]",
    );
  }
  const store = new StackStore(context);
  const repeated = store.find(input.StackName);
  if (repeated !== undefined) {
    const token = input.ClientRequestToken;
    if (token !== undefined && token === repeated.clientRequestToken) return { StackId: repeated.stackId };
    throw new AwsError("AlreadyExistsException", `Stack [${input.StackName}] already exists`, 400);
  }
  const body = await templateText(input, context);
  if (body === undefined) {
    throw validationError("Either Template URL or Template Body must be specified.");
  }
  const stack = newStack(input, context);
  const plan = await prepareTemplate(
    body,
    { parameters: input.Parameters ?? [], previous: [], stack },
    store,
  );
  requireCapabilities(plan.template, stack.capabilities);
  // Another request may have come while S3 or the parameter store was read.
  if (store.find(input.StackName) !== undefined) {
    throw new AwsError("AlreadyExistsException", `Stack [${input.StackName}] already exists`, 400);
  }
  beginCreation(store, stack, plan);
  return { StackId: stack.stackId };
}

/** Notes what is to be created and lets it run; `finished` is called at its end. */
export function beginCreation(
  store: StackStore,
  stack: StackRecord,
  plan: PreparedTemplate,
  finished?: () => void,
): void {
  store.save({ ...stack, parameters: plan.parameters, description: plan.template.Description });
  store.saveTemplate(stack.stackId, plan.body);
  store.setStatus(stack.stackId, "CREATE_IN_PROGRESS", "User Initiated");
  const operation = new Operation(store, stack.stackId, stack.operation);
  inBackground(operation, "CREATE_FAILED", () => runCreate(operation, plan), finished);
}

/** A stack with nothing in it. */
export function newStack(input: CreateStackInput, context: CallContext): StackRecord {
  const { partition, region, caller } = context;
  return {
    stackId: `arn:${partition}:cloudformation:${region}:${caller.accountId}:stack/${input.StackName}/${randomUUID()}`,
    stackName: input.StackName,
    status: "CREATE_IN_PROGRESS",
    creationTime: context.now().toISOString(),
    parameters: [],
    tags: checkTags(input.Tags),
    capabilities: input.Capabilities ?? [],
    roleArn: input.RoleARN,
    notificationArns: input.NotificationARNs ?? [],
    timeoutInMinutes: input.TimeoutInMinutes,
    disableRollback: input.DisableRollback ?? false,
    onFailure: input.OnFailure ?? (input.DisableRollback ? "DO_NOTHING" : "ROLLBACK"),
    terminationProtection: input.EnableTerminationProtection ?? false,
    stackPolicy: input.StackPolicyBody,
    outputs: [],
    clientRequestToken: input.ClientRequestToken,
    operation: randomUUID(),
  };
}
