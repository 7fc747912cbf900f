import { exportsOf, importersOf } from "../exports";
import type { ResourceRecord } from "../stack-record";
import type { Operation } from "./operation";
import { pace } from "./pace";
import { deleteStep } from "./delete-steps";
import { reversed, runInOrder } from "./run-in-order";

/** Deletes a stack's resources and then the stack; what can't be deleted stays, in DELETE_FAILED. */
export async function deleteStack(operation: Operation, retained: readonly string[]): Promise<void> {
  const { store, stackId } = operation;
  await pace.start();
  await waitForCreation(operation);
  const inUse = exportsOf(store)
    .filter((exported) => exported.ExportingStackId === stackId)
    .map(({ Name }) => ({ name: Name, importers: importersOf(Name, store) }))
    .find(({ importers }) => importers.length > 0);
  if (inUse !== undefined) {
    const users = inUse.importers.join(", ");
    store.setStatus(
      stackId,
      "DELETE_FAILED",
      `Export ${inUse.name} cannot be deleted as it is in use by ${users}`,
    );
    return;
  }
  for (const logicalId of retained) {
    const record = operation.resource(logicalId);
    if (record !== undefined) operation.setResource(record, "DELETE_SKIPPED");
  }
  const failed = await deleteResources(operation, operation.resources().filter(isLeft));
  if (failed.length > 0) {
    const reason = `The following resource(s) failed to delete: [${failed.join(", ")}]. `;
    store.setStatus(stackId, "DELETE_FAILED", reason);
    return;
  }
  store.patch(stackId, { deletionTime: store.context.now().toISOString(), outputs: [] });
  store.saveSnapshot(stackId, undefined);
  store.setStatus(stackId, "DELETE_COMPLETE");
}

/** Deletes resources, those first that others do not depend on. Resolves to the ids of those that failed. */
export async function deleteResources(
  operation: Operation,
  records: readonly ResourceRecord[],
): Promise<string[]> {
  const byId = new Map(records.map((record) => [record.logicalId, record]));
  const order = reversed(new Map(records.map((record) => [record.logicalId, record.dependsOn])));
  const failed: string[] = [];
  await runInOrder(order, async (id) => {
    const succeeded = await deleteStep(operation, byId.get(id)!);
    if (!succeeded) failed.push(id);
    return succeeded;
  });
  return failed.sort();
}

/** Whether a deletion has something to do for it. */
export function isLeft(record: ResourceRecord): boolean {
  return record.status !== "DELETE_COMPLETE" && record.status !== "DELETE_SKIPPED";
}

/** A creation that this deletion interrupts ends the steps that it has begun. */
async function waitForCreation(operation: Operation): Promise<void> {
  const busy = () =>
    operation
      .resources()
      .some((record) => record.status === "CREATE_IN_PROGRESS" && record.operation !== operation.id);
  while (busy()) await pace.handover();
}
