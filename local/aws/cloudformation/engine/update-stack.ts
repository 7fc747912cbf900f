import { type PreparedTemplate, resolveOutputs } from "../prepare";
import { checkExports } from "./check-exports";
import { deleteResources } from "./delete-stack";
import { failureReason, type Operation } from "./operation";
import { pace } from "./pace";
import { deleteReplaced } from "./delete-steps";
import { updateStep } from "./resource-steps";
import { rollBackUpdate } from "./roll-back-update";
import { runInOrder } from "./run-in-order";

/** Brings a stack's resources to what a template wants, and back to what was there before where one fails. */
export async function updateStack(operation: Operation, plan: PreparedTemplate): Promise<void> {
  const { store, stackId } = operation;
  await pace.start();
  const failed: string[] = [];
  const cancelled = () => operation.stack.cancelled === true;
  const stopped = () => failed.length > 0 || cancelled();
  await runInOrder(
    plan.dependencies,
    async (id) => {
      const succeeded = await updateStep(operation, plan, id, () => failed.length > 0);
      if (!succeeded) failed.push(id);
      return succeeded;
    },
    stopped,
  );
  let reason: string | undefined;
  if (failed.length > 0) {
    reason = `The following resource(s) failed to ${failedActions(operation, failed)}: [${failed.sort().join(", ")}]. `;
  } else if (cancelled()) {
    reason = "User Initiated";
  } else {
    try {
      const outputs = resolveOutputs(plan, operation.resources());
      checkExports(outputs, stackId, store);
      store.patch(stackId, { outputs, imports: plan.imports });
    } catch (error) {
      reason = failureReason(error);
    }
  }
  if (reason === undefined) await cleanUp(operation, plan);
  else if (operation.stack.disableRollback && !cancelled()) store.setStatus(stackId, "UPDATE_FAILED", reason);
  else await rollBackUpdate(operation, reason);
}

/** Deletes what the new template no longer has and what was replaced; what can't be deleted does not fail the update. */
export async function cleanUp(operation: Operation, plan: PreparedTemplate): Promise<void> {
  const { store, stackId } = operation;
  store.setStatus(stackId, "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS");
  for (const before of store.snapshot(stackId)?.resources ?? []) {
    const current = operation.resource(before.logicalId);
    if (current === undefined || current.physicalId === before.physicalId) continue;
    await deleteReplaced(operation, before);
  }
  const removed = operation.resources().filter((record) => !Object.hasOwn(plan.resources, record.logicalId));
  await deleteResources(operation, removed);
  for (const record of removed) store.removeResource(stackId, record.logicalId);
  store.saveSnapshot(stackId, undefined);
  store.setStatus(stackId, "UPDATE_COMPLETE");
}

/** `create`, `update` or both, as the failures were. */
function failedActions(operation: Operation, failed: readonly string[]): string {
  const statuses = failed.map((id) => operation.resource(id)?.status ?? "");
  const actions = ["create", "update"].filter((action) =>
    statuses.includes(`${action.toUpperCase()}_FAILED`),
  );
  return actions.join(" and ");
}
