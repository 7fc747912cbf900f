import { randomUUID } from "node:crypto";
import type { CallContext } from "../../service";
import { detectResource, detectStack, isDetectable } from "../drift/detect";
import { type Difference, valueText } from "../drift/differences";
import { type DetectionRecord, DriftStore, type ResourceDrift } from "../drift/drift-record";
import { validationError } from "../errors";
import type { ResourceRecord, StackRecord } from "../stack-record";
import { StackStore } from "../stack-store";
import { anyStack, livingStack, page } from "./stack-input";

const PAGE = 100;

const NOT_THERE = "null";

/** Statuses in which a stack's drift can be detected. */
const CHECKABLE = [
  "CREATE_COMPLETE",
  "IMPORT_COMPLETE",
  "UPDATE_COMPLETE",
  "UPDATE_ROLLBACK_COMPLETE",
  "UPDATE_ROLLBACK_FAILED",
];

/** DetectStackDrift: in the background, of all resources or of those that are named. */
export function detectStackDrift(
  input: { StackName: string; LogicalResourceIds?: string[] },
  context: CallContext,
) {
  const store = new StackStore(context);
  const stack = checkableStack(store, input.StackName);
  const drifts = new DriftStore(context);
  if (drifts.running(stack.stackId) !== undefined) {
    throw validationError(`Drift detection is already in progress for stack [${stack.stackId}]`);
  }
  const records = (input.LogicalResourceIds ?? []).map((id) => resourceOf(store, stack, id));
  const chosen = records.length > 0 ? records : store.resources(stack.stackId);
  const detection: DetectionRecord = {
    detectionId: randomUUID(),
    stackId: stack.stackId,
    status: "DETECTION_IN_PROGRESS",
    timestamp: context.now().toISOString(),
  };
  drifts.saveDetection(detection);
  const checked = chosen.filter(({ type }) => isDetectable(type));
  detectStack(detection, checked, stack, store).catch((error: unknown) => {
    const statusReason = `Internal Failure: ${error instanceof Error ? error.message : String(error)}`;
    drifts.saveDetection({ ...detection, status: "DETECTION_FAILED", statusReason });
  });
  return { StackDriftDetectionId: detection.detectionId };
}

/** DescribeStackDriftDetectionStatus. */
export function describeStackDriftDetectionStatus(
  input: { StackDriftDetectionId: string },
  context: CallContext,
) {
  const detection = new DriftStore(context).detection(input.StackDriftDetectionId);
  if (detection === undefined) {
    throw validationError(`Drift detection status for id ${input.StackDriftDetectionId} was not found.`);
  }
  return {
    StackId: detection.stackId,
    StackDriftDetectionId: detection.detectionId,
    StackDriftStatus: detection.driftStatus,
    DetectionStatus: detection.status,
    DetectionStatusReason: detection.statusReason,
    DriftedStackResourceCount: detection.driftedResources,
    Timestamp: new Date(detection.timestamp),
  };
}

/** DescribeStackResourceDrifts: of the resources that were checked. */
export function describeStackResourceDrifts(
  input: {
    StackName: string;
    StackResourceDriftStatusFilters?: string[];
    NextToken?: string;
    MaxResults?: number;
  },
  context: CallContext,
) {
  const stack = anyStack(new StackStore(context), input.StackName);
  const filters = input.StackResourceDriftStatusFilters ?? [];
  const drifts = new DriftStore(context)
    .ofResources(stack.stackId)
    .filter(({ status }) => filters.length === 0 || filters.includes(status));
  const { items, next } = page(drifts, input.NextToken, input.MaxResults ?? PAGE);
  return { StackResourceDrifts: items.map((drift) => driftShape(stack, drift)), NextToken: next };
}

/** DetectStackResourceDrift: answers once it is done. */
export async function detectStackResourceDrift(
  input: { StackName: string; LogicalResourceId: string },
  context: CallContext,
) {
  const store = new StackStore(context);
  const stack = checkableStack(store, input.StackName);
  const record = resourceOf(store, stack, input.LogicalResourceId);
  if (!isDetectable(record.type)) {
    throw validationError("Drift detection is not supported for the specified ResourceType");
  }
  const drift = await detectResource(record, stack.stackId, store);
  return { StackResourceDrift: driftShape(stack, drift) };
}

function checkableStack(store: StackStore, nameOrId: string): StackRecord {
  const stack = livingStack(store, nameOrId);
  if (CHECKABLE.includes(stack.status)) return stack;
  throw validationError(
    `Drift detection cannot be performed on stack [${stack.stackId}] in status ${stack.status}`,
  );
}

function resourceOf(store: StackStore, stack: StackRecord, logicalId: string): ResourceRecord {
  const record = store.resource(stack.stackId, logicalId);
  if (record !== undefined) return record;
  throw validationError(`Resource ${logicalId} does not exist for stack ${stack.stackName}`);
}

function driftShape(stack: StackRecord, drift: ResourceDrift) {
  return {
    StackId: stack.stackId,
    LogicalResourceId: drift.logicalId,
    PhysicalResourceId: drift.physicalId,
    ResourceType: drift.type,
    ExpectedProperties: drift.expected,
    ActualProperties: drift.actual,
    PropertyDifferences: drift.differences.map(differenceShape),
    StackResourceDriftStatus: drift.status,
    DriftStatusReason: drift.reason,
    Timestamp: new Date(drift.timestamp),
  };
}

function differenceShape({ path, type, expected, actual }: Difference) {
  return {
    PropertyPath: path,
    ExpectedValue: expected === undefined ? NOT_THERE : valueText(expected),
    ActualValue: actual === undefined ? NOT_THERE : valueText(actual),
    DifferenceType: type,
  };
}
