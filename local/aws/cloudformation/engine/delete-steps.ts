import { type HandlerError, toHandlerError } from "../../resource-types/handler-error";
import { resourceType } from "../../resource-types/registry";
import type { ResourceRecord } from "../stack-record";
import { failureReason, type Operation } from "./operation";
import { pace } from "./pace";

/** Deletes one resource, with the events that say so. Resolves to false where it failed. */
export async function deleteStep(operation: Operation, record: ResourceRecord): Promise<boolean> {
  if (record.deletionPolicy === "Retain" && record.physicalId !== undefined) {
    operation.setResource(record, "DELETE_SKIPPED");
    return true;
  }
  const deleting = operation.setResource(record, "DELETE_IN_PROGRESS");
  const failure = await deletePhysical(operation, record);
  if (failure !== undefined) {
    operation.setResource(deleting, "DELETE_FAILED", failureReason(failure));
    return false;
  }
  await pace.stabilise();
  operation.setResource(deleting, "DELETE_COMPLETE");
  return true;
}

/** Deletes what another resource has taken the place of; the record of that stays as it is. */
export async function deleteReplaced(operation: Operation, record: ResourceRecord): Promise<void> {
  const event = (status: string, reason?: string): void => {
    const timestamp = operation.store.context.now().toISOString();
    operation.store.addResourceEvent(operation.stackId, {
      ...record,
      status,
      statusReason: reason,
      timestamp,
    });
  };
  if (record.updateReplacePolicy === "Retain") {
    event("DELETE_SKIPPED");
    return;
  }
  event("DELETE_IN_PROGRESS");
  const failure = await deletePhysical(operation, record);
  if (failure === undefined) event("DELETE_COMPLETE");
  else event("DELETE_FAILED", failureReason(failure));
}

/** What is gone already is no failure. */
async function deletePhysical(
  operation: Operation,
  record: ResourceRecord,
): Promise<HandlerError | undefined> {
  if (record.physicalId === undefined) return undefined;
  try {
    await resourceType(record.type).delete(record.physicalId, operation.store.context, record.properties);
    return undefined;
  } catch (error) {
    const failure = toHandlerError(error, record.type);
    return failure.code === "NotFound" ? undefined : failure;
  }
}
