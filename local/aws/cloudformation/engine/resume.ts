import { randomUUID } from "node:crypto";
import type { CallContext, Caller } from "../../service";
import type { Store } from "../../store";
import { sharedStore } from "../../store-scopes";
import { ChangeSetStore, MAKING } from "../change-sets/change-set-record";
import { DETECTING, DriftStore } from "../drift/drift-record";
import { storedTemplate } from "../prepare";
import type { StackRecord } from "../stack-record";
import { RUNNING, StackStore } from "../stack-store";
import { creationFailed, rollBackCreation } from "./create-stack";
import { deleteStack } from "./delete-stack";
import { inBackground, Operation } from "./operation";
import { cleanUpRollback, rollBackUpdate } from "./roll-back-update";
import { cleanUp } from "./update-stack";

interface RunningRecord {
  stackId: string;
  caller: Caller;
  region: string;
}

interface InterruptedRecord {
  id: string;
  caller: Caller;
  region: string;
}

const INTERRUPTED = "The operation was interrupted by the end of the embedded AWS. ";

/**
 * Takes up the operations that were in progress when the process before this one ended: what was being created or
 * updated is rolled back, what was being rolled back, cleaned up or deleted goes on.
 */
export function resumeStackOperations(
  store: Store,
  contextOf: (caller: Caller, region: string) => CallContext,
): void {
  for (const { stackId, caller, region } of sharedStore(store).list<RunningRecord>(RUNNING)) {
    const stacks = new StackStore(contextOf(caller, region));
    const stack = stacks.find(stackId);
    if (stack === undefined || !stack.status.endsWith("_IN_PROGRESS")) {
      stacks.noteAtRest(stackId);
      continue;
    }
    const operation = new Operation(stacks, stackId, randomUUID());
    stacks.patch(stackId, { operation: operation.id });
    for (const record of operation.resources()) {
      if (record.status === "CREATE_IN_PROGRESS")
        operation.setResource(record, "CREATE_FAILED", INTERRUPTED.trim());
    }
    const changeSets = new ChangeSetStore(stacks.context);
    inBackground(
      operation,
      failedStatus(stack.status),
      () => goOn(operation, stack),
      () => changeSets.noteExecuted(stack.changeSetId, stacks),
    );
  }
}

async function goOn(operation: Operation, stack: StackRecord): Promise<void> {
  switch (stack.status) {
    case "CREATE_IN_PROGRESS":
      return creationFailed(operation, INTERRUPTED);
    case "ROLLBACK_IN_PROGRESS":
      return rollBackCreation(operation, stack.statusReason ?? "");
    case "DELETE_IN_PROGRESS":
      return deleteStack(operation, []);
    case "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS":
      return cleanUp(operation, storedTemplate(stack, operation.store));
    case "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS":
      return cleanUpRollback(operation, stack.statusReason);
    default:
      return rollBackUpdate(operation, INTERRUPTED.trim());
  }
}

/** Change sets that were being made, and drift that was being looked for, when the process before this one ended. */
export function failInterruptedChecks(
  store: Store,
  contextOf: (caller: Caller, region: string) => CallContext,
): void {
  const shared = sharedStore(store);
  for (const { id, caller, region } of shared.list<InterruptedRecord>(MAKING)) {
    const changeSets = new ChangeSetStore(contextOf(caller, region));
    changeSets.patch(id, { status: "FAILED", statusReason: INTERRUPTED.trim() });
    changeSets.noteMade(id);
  }
  for (const { id, caller, region } of shared.list<InterruptedRecord>(DETECTING)) {
    const drifts = new DriftStore(contextOf(caller, region));
    const detection = drifts.detection(id);
    if (detection === undefined) continue;
    drifts.saveDetection({ ...detection, status: "DETECTION_FAILED", statusReason: INTERRUPTED.trim() });
  }
}

/** The status in which a stack rests when what works on it breaks. */
export function failedStatus(inProgress: string): string {
  if (inProgress === "CREATE_IN_PROGRESS") return "CREATE_FAILED";
  if (inProgress === "DELETE_IN_PROGRESS") return "DELETE_FAILED";
  return inProgress === "ROLLBACK_IN_PROGRESS" ? "ROLLBACK_FAILED" : "UPDATE_ROLLBACK_FAILED";
}
