import { type PreparedTemplate, resolveOutputs } from "../prepare";
import { deleteResources, isLeft } from "./delete-stack";
import { failureReason, type Operation } from "./operation";
import { checkExports } from "./check-exports";
import { pace } from "./pace";
import { createStep } from "./resource-steps";
import { runInOrder } from "./run-in-order";

/** Creates a stack's resources, and undoes it, as the stack asks for, where one fails. */
export async function createStack(operation: Operation, plan: PreparedTemplate): Promise<void> {
  const { store, stackId } = operation;
  await pace.start();
  const failed: string[] = [];
  const stopped = () => failed.length > 0 || !operation.inCharge;
  await runInOrder(
    plan.dependencies,
    async (id) => {
      const succeeded = await createStep(operation, plan, id, stopped);
      if (!succeeded) failed.push(id);
      return succeeded;
    },
    stopped,
  );
  if (!operation.inCharge) return;
  if (failed.length > 0) {
    await creationFailed(
      operation,
      `The following resource(s) failed to create: [${failed.sort().join(", ")}]. `,
    );
    return;
  }
  try {
    const outputs = resolveOutputs(plan, operation.resources());
    checkExports(outputs, stackId, store);
    store.patch(stackId, { outputs, imports: plan.imports });
    store.setStatus(stackId, "CREATE_COMPLETE");
  } catch (error) {
    await creationFailed(operation, failureReason(error));
  }
}

/** Undoes a creation, or leaves it as it is, as the stack asks for. */
export async function creationFailed(operation: Operation, reason: string): Promise<void> {
  const { store, stackId, stack } = operation;
  if (stack.onFailure === "DO_NOTHING" || stack.disableRollback) {
    store.setStatus(stackId, "CREATE_FAILED", reason.trimEnd());
    return;
  }
  const deletes = stack.onFailure === "DELETE";
  const why = deletes ? `${reason}Delete requested by user.` : `${reason}Rollback requested by user.`;
  store.setStatus(stackId, deletes ? "DELETE_IN_PROGRESS" : "ROLLBACK_IN_PROGRESS", why);
  await rollBackCreation(operation, why);
}

/** Deletes what a failed creation made. */
export async function rollBackCreation(operation: Operation, reason: string): Promise<void> {
  const { store, stackId, stack } = operation;
  const deletes = stack.status === "DELETE_IN_PROGRESS";
  await pace.stabilise();
  const failed = await deleteResources(operation, operation.resources().filter(isLeft));
  if (failed.length > 0) {
    const left = `The following resource(s) failed to delete: [${failed.join(", ")}]. `;
    store.setStatus(stackId, deletes ? "DELETE_FAILED" : "ROLLBACK_FAILED", left);
    return;
  }
  if (deletes) store.patch(stackId, { deletionTime: store.context.now().toISOString() });
  store.setStatus(stackId, deletes ? "DELETE_COMPLETE" : "ROLLBACK_COMPLETE");
  // The event of the end has no reason, the stack keeps that of the rollback.
  store.patch(stackId, { statusReason: reason });
}
