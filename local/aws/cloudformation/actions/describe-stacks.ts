import type { CallContext } from "../../service";
import { DriftStore, stackDriftInformation } from "../drift/drift-record";
import type { StackRecord } from "../stack-record";
import { StackStore } from "../stack-store";
import { anyStack, livingStack, page } from "./stack-input";

const PAGE = 100;

/** DescribeStacks: one stack, or all that are not deleted. */
export function describeStacks(input: { StackName?: string; NextToken?: string }, context: CallContext) {
  const store = new StackStore(context);
  const drifts = new DriftStore(context);
  if (input.StackName !== undefined) {
    return { Stacks: [stackShape(anyStack(store, input.StackName), drifts)] };
  }
  const living = store.all().filter((stack) => stack.status !== "DELETE_COMPLETE");
  const { items, next } = page(living, input.NextToken, PAGE);
  return { Stacks: items.map((stack) => stackShape(stack, drifts)), NextToken: next };
}

/** ListStacks: deleted ones too. */
export function listStacks(
  input: { StackStatusFilter?: string[]; NextToken?: string },
  context: CallContext,
) {
  const drifts = new DriftStore(context);
  const filter = input.StackStatusFilter ?? [];
  const stacks = new StackStore(context)
    .all()
    .filter((stack) => filter.length === 0 || filter.includes(stack.status));
  const { items, next } = page(stacks, input.NextToken, PAGE);
  return { StackSummaries: items.map((stack) => summaryShape(stack, drifts)), NextToken: next };
}

/** UpdateTerminationProtection. */
export function updateTerminationProtection(
  input: { StackName: string; EnableTerminationProtection: boolean },
  context: CallContext,
) {
  const store = new StackStore(context);
  const stack = livingStack(store, input.StackName);
  store.patch(stack.stackId, { terminationProtection: input.EnableTerminationProtection });
  return { StackId: stack.stackId };
}

/** GetStackPolicy. */
export function getStackPolicy(input: { StackName: string }, context: CallContext) {
  return { StackPolicyBody: livingStack(new StackStore(context), input.StackName).stackPolicy };
}

/** SetStackPolicy; the policy is kept but not judged. */
export function setStackPolicy(input: { StackName: string; StackPolicyBody?: string }, context: CallContext) {
  const store = new StackStore(context);
  store.patch(livingStack(store, input.StackName).stackId, { stackPolicy: input.StackPolicyBody });
  return {};
}

function summaryShape(stack: StackRecord, drifts: DriftStore) {
  return {
    StackId: stack.stackId,
    StackName: stack.stackName,
    TemplateDescription: stack.description,
    CreationTime: new Date(stack.creationTime),
    LastUpdatedTime: date(stack.lastUpdatedTime),
    DeletionTime: date(stack.deletionTime),
    StackStatus: stack.status,
    StackStatusReason: stack.statusReason,
    DriftInformation: stackDriftInformation(drifts.ofStack(stack.stackId)),
  };
}

function stackShape(stack: StackRecord, drifts: DriftStore) {
  return {
    StackId: stack.stackId,
    StackName: stack.stackName,
    ChangeSetId: stack.changeSetId,
    Description: stack.description,
    Parameters: stack.parameters.map(({ key, value, resolvedValue, noEcho }) => ({
      ParameterKey: key,
      ParameterValue: noEcho ? "****" : value,
      ResolvedValue: noEcho || resolvedValue === undefined ? undefined : resolvedValue,
    })),
    CreationTime: new Date(stack.creationTime),
    DeletionTime: date(stack.deletionTime),
    LastUpdatedTime: date(stack.lastUpdatedTime),
    RollbackConfiguration: {},
    StackStatus: stack.status,
    StackStatusReason: stack.statusReason,
    DisableRollback: stack.disableRollback,
    NotificationARNs: stack.notificationArns,
    TimeoutInMinutes: stack.timeoutInMinutes,
    Capabilities: stack.capabilities.length > 0 ? stack.capabilities : undefined,
    Outputs: stack.outputs.length > 0 ? stack.outputs : undefined,
    RoleARN: stack.roleArn,
    Tags: stack.tags,
    EnableTerminationProtection: stack.terminationProtection,
    DriftInformation: stackDriftInformation(drifts.ofStack(stack.stackId)),
  };
}

function date(text: string | undefined): Date | undefined {
  return text === undefined ? undefined : new Date(text);
}
