import { isDeepStrictEqual } from "node:util";
import type { ResourceRecord, StackSnapshot } from "../stack-record";
import { deleteResources } from "./delete-stack";
import { deleteReplaced } from "./delete-steps";
import { failureReason, type Operation } from "./operation";
import { pace } from "./pace";
import { update } from "./resource-steps";
import { runInOrder } from "./run-in-order";

/** Brings a stack back to what it was before an update that failed, as far as that goes. */
export async function rollBackUpdate(operation: Operation, reason: string | undefined): Promise<void> {
  const { store, stackId } = operation;
  store.setStatus(stackId, "UPDATE_ROLLBACK_IN_PROGRESS", reason);
  const snapshot = store.snapshot(stackId)!;
  const before = new Map(snapshot.resources.map((record) => [record.logicalId, record]));
  const failed: string[] = [];
  await runInOrder(
    new Map(snapshot.resources.map((record) => [record.logicalId, record.dependsOn])),
    async (id) => {
      const succeeded = await restore(operation, before.get(id)!);
      if (!succeeded) failed.push(id);
      return true;
    },
  );
  if (failed.length > 0) {
    const left = `The following resource(s) failed to update: [${failed.sort().join(", ")}]. `;
    store.setStatus(stackId, "UPDATE_ROLLBACK_FAILED", left);
    return;
  }
  await cleanUpRollback(operation, reason);
}

/** Deletes what the failed update made, and puts the stack's own settings back. */
export async function cleanUpRollback(operation: Operation, reason: string | undefined): Promise<void> {
  const { store, stackId } = operation;
  store.setStatus(stackId, "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS");
  const snapshot = store.snapshot(stackId)!;
  for (const leftover of snapshot.leftovers) await deleteReplaced(operation, leftover);
  const known = new Set(snapshot.resources.map((record) => record.logicalId));
  const added = operation.resources().filter((record) => !known.has(record.logicalId));
  await deleteResources(operation, added);
  for (const record of added) store.removeResource(stackId, record.logicalId);
  for (const record of snapshot.believed ?? []) store.saveResource(stackId, record);
  store.saveTemplate(stackId, snapshot.template);
  store.patch(stackId, settingsBefore(snapshot));
  store.saveSnapshot(stackId, undefined);
  store.setStatus(stackId, "UPDATE_ROLLBACK_COMPLETE");
  // The event of the end has no reason, the stack keeps that of the rollback.
  store.patch(stackId, { statusReason: reason });
}

function settingsBefore({ stack }: StackSnapshot) {
  const { parameters, tags, capabilities, outputs, imports, description, roleArn, notificationArns } = stack;
  return { parameters, tags, capabilities, outputs, imports, description, roleArn, notificationArns };
}

async function restore(operation: Operation, before: ResourceRecord): Promise<boolean> {
  const { store, stackId } = operation;
  const current = operation.resource(before.logicalId)!;
  const replaced = current.physicalId !== before.physicalId;
  if (!replaced && isDeepStrictEqual(current.properties, before.properties)) {
    if (current.status === "UPDATE_FAILED") operation.setResource(before, "UPDATE_COMPLETE");
    else store.saveResource(stackId, before);
    return true;
  }
  if (replaced) {
    const snapshot = store.snapshot(stackId)!;
    store.saveSnapshot(stackId, { ...snapshot, leftovers: [...snapshot.leftovers, current] });
  }
  const skipped = operation.stack.skipped?.includes(before.logicalId) === true;
  if (!skipped) operation.setResource(replaced ? before : current, "UPDATE_IN_PROGRESS");
  try {
    const restored = replaced || skipped ? before : await update(operation, before, current.properties);
    await pace.stabilise();
    operation.setResource(restored, "UPDATE_COMPLETE");
    return true;
  } catch (error) {
    operation.setResource(current, "UPDATE_FAILED", failureReason(error));
    return false;
  }
}
