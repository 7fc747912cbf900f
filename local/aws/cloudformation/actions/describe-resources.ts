import type { CallContext } from "../../service";
import { DriftStore, resourceDriftInformation } from "../drift/drift-record";
import { validationError } from "../errors";
import type { ResourceRecord, StackRecord } from "../stack-record";
import { StackStore } from "../stack-store";
import { anyStack, livingStack, page } from "./stack-input";

const PAGE = 100;

/** DescribeStackEvents: the newest first. */
export function describeStackEvents(input: { StackName?: string; NextToken?: string }, context: CallContext) {
  const store = new StackStore(context);
  const events = store.events(anyEventStack(store, input.StackName).stackId).reverse();
  const { items, next } = page(events, input.NextToken, PAGE);
  return {
    StackEvents: items.map((event) => ({ ...event, Timestamp: new Date(event.Timestamp) })),
    NextToken: next,
  };
}

/** DescribeStackResource. */
export function describeStackResource(
  input: { StackName: string; LogicalResourceId: string },
  context: CallContext,
) {
  const store = new StackStore(context);
  const stack = anyStack(store, input.StackName);
  const record = store.resource(stack.stackId, input.LogicalResourceId);
  if (record === undefined) {
    throw validationError(`Resource ${input.LogicalResourceId} does not exist for stack ${stack.stackName}`);
  }
  const metadata = record.metadata === undefined ? undefined : JSON.stringify(record.metadata);
  const { Timestamp, ...shape } = resourceShape(stack, record, new DriftStore(context));
  return { StackResourceDetail: { ...shape, LastUpdatedTimestamp: Timestamp, Metadata: metadata } };
}

/** DescribeStackResources: by stack, or by the physical id of one of its resources. */
export function describeStackResources(
  input: { StackName?: string; LogicalResourceId?: string; PhysicalResourceId?: string },
  context: CallContext,
) {
  const store = new StackStore(context);
  if ((input.StackName === undefined) === (input.PhysicalResourceId === undefined)) {
    throw validationError("Either StackName or PhysicalResourceId must be specified, and not both");
  }
  const stack =
    input.StackName === undefined
      ? stackOfResource(store, input.PhysicalResourceId!)
      : anyStack(store, input.StackName);
  const { LogicalResourceId: id } = input;
  const records = store
    .resources(stack.stackId)
    .filter((record) => id === undefined || record.logicalId === id);
  const drifts = new DriftStore(context);
  return { StackResources: records.map((record) => resourceShape(stack, record, drifts)) };
}

/** ListStackResources. */
export function listStackResources(input: { StackName: string; NextToken?: string }, context: CallContext) {
  const store = new StackStore(context);
  const stack = anyStack(store, input.StackName);
  const drifts = new DriftStore(context);
  const { items, next } = page(store.resources(stack.stackId), input.NextToken, PAGE);
  return {
    StackResourceSummaries: items.map((record) => ({
      LogicalResourceId: record.logicalId,
      PhysicalResourceId: record.physicalId,
      ResourceType: record.type,
      LastUpdatedTimestamp: new Date(record.timestamp),
      ResourceStatus: record.status,
      ResourceStatusReason: record.statusReason,
      DriftInformation: resourceDriftInformation(drifts.ofResource(stack.stackId, record.logicalId)),
    })),
    NextToken: next,
  };
}

function stackOfResource(store: StackStore, physicalId: string): StackRecord {
  const owner = store.holding(physicalId);
  if (owner === undefined) throw validationError(`Stack for ${physicalId} does not exist`);
  return livingStack(store, owner.stackId);
}

/** The events of a stack have a wording of their own for one that does not exist. */
function anyEventStack(store: StackStore, nameOrId: string | undefined): StackRecord {
  const stack = nameOrId === undefined ? undefined : store.find(nameOrId);
  if (stack === undefined) throw validationError(`Stack [${String(nameOrId)}] does not exist`);
  return stack;
}

function resourceShape(stack: StackRecord, record: ResourceRecord, drifts: DriftStore) {
  return {
    StackName: stack.stackName,
    StackId: stack.stackId,
    LogicalResourceId: record.logicalId,
    PhysicalResourceId: record.physicalId,
    ResourceType: record.type,
    Timestamp: new Date(record.timestamp),
    ResourceStatus: record.status,
    ResourceStatusReason: record.statusReason,
    DriftInformation: resourceDriftInformation(drifts.ofResource(stack.stackId, record.logicalId)),
  };
}
