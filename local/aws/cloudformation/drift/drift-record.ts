import type { CallContext } from "../../service";
import { sharedStore } from "../../store-scopes";
import type { Difference } from "./differences";

const DETECTIONS = "cloudformation-drift-detections";
const STACK_DRIFT = "cloudformation-stack-drift";

/** Detections that run, in the shared store, so that a server that starts finds what was interrupted. */
export const DETECTING = "cloudformation-drift-detections-running";

/** One run of drift detection. Times are ISO 8601. */
export interface DetectionRecord {
  detectionId: string;
  stackId: string;
  status: "DETECTION_IN_PROGRESS" | "DETECTION_COMPLETE" | "DETECTION_FAILED";
  statusReason?: string;
  driftStatus?: StackDrift["status"];
  driftedResources?: number;
  timestamp: string;
}

/** What is known of a stack's drift. */
export interface StackDrift {
  status: "DRIFTED" | "IN_SYNC" | "UNKNOWN" | "NOT_CHECKED";
  timestamp?: string;
}

/** What is known of a resource's drift. */
export interface ResourceDrift {
  logicalId: string;
  physicalId?: string;
  type: string;
  status: "IN_SYNC" | "MODIFIED" | "DELETED" | "UNKNOWN" | "NOT_CHECKED";
  reason?: string;
  /** JSON. */
  expected?: string;
  actual?: string;
  differences: Difference[];
  timestamp: string;
}

/** What drift detection has found in one account. */
export class DriftStore {
  constructor(readonly context: CallContext) {}

  detection(detectionId: string): DetectionRecord | undefined {
    return this.context.store.get<DetectionRecord>(DETECTIONS, detectionId);
  }

  saveDetection(record: DetectionRecord): void {
    const { store, caller, region } = this.context;
    const id = record.detectionId;
    store.put(DETECTIONS, id, record);
    const running = sharedStore(store);
    if (record.status === "DETECTION_IN_PROGRESS") running.put(DETECTING, id, { id, caller, region });
    else running.delete(DETECTING, id);
  }

  /** Those that have not come to their end. */
  running(stackId: string): DetectionRecord | undefined {
    return this.context.store
      .list<DetectionRecord>(DETECTIONS)
      .find((record) => record.stackId === stackId && record.status === "DETECTION_IN_PROGRESS");
  }

  ofStack(stackId: string): StackDrift {
    return this.context.store.get<StackDrift>(STACK_DRIFT, stackId) ?? { status: "NOT_CHECKED" };
  }

  saveOfStack(stackId: string, drift: StackDrift): void {
    this.context.store.put(STACK_DRIFT, stackId, drift);
  }

  ofResources(stackId: string): ResourceDrift[] {
    return this.context.store.list<ResourceDrift>(resources(stackId));
  }

  ofResource(stackId: string, logicalId: string): ResourceDrift | undefined {
    return this.context.store.get<ResourceDrift>(resources(stackId), logicalId);
  }

  saveOfResource(stackId: string, drift: ResourceDrift): void {
    this.context.store.put(resources(stackId), drift.logicalId, drift);
  }

  /** An update makes what was found before it worthless. */
  forget(stackId: string): void {
    this.context.store.delete(STACK_DRIFT, stackId);
    for (const { logicalId } of this.ofResources(stackId)) {
      this.context.store.delete(resources(stackId), logicalId);
    }
  }
}

function resources(stackId: string): string {
  return `cloudformation-resource-drift/${stackId}`;
}

/** `DriftInformation` of a stack. */
export function stackDriftInformation({ status, timestamp }: StackDrift) {
  return {
    StackDriftStatus: status,
    LastCheckTimestamp: timestamp === undefined ? undefined : new Date(timestamp),
  };
}

/** `DriftInformation` of a resource. */
export function resourceDriftInformation(drift: ResourceDrift | undefined) {
  return {
    StackResourceDriftStatus: drift?.status ?? "NOT_CHECKED",
    LastCheckTimestamp: drift === undefined ? undefined : new Date(drift.timestamp),
  };
}
