import { randomUUID } from "node:crypto";
import type { CallContext } from "../../service";
import { inBackground, Operation } from "../engine/operation";
import { rollBackUpdate } from "../engine/roll-back-update";
import { validationError } from "../errors";
import type { StackRecord } from "../stack-record";
import { StackStore } from "../stack-store";
import { livingStack } from "./stack-input";

/** CancelUpdateStack: the update stops before its next resource and is rolled back. */
export function cancelUpdateStack(input: { StackName: string }, context: CallContext) {
  const store = new StackStore(context);
  const stack = livingStack(store, input.StackName);
  if (stack.status !== "UPDATE_IN_PROGRESS") {
    throw validationError("CancelUpdateStack cannot be called from current stack status");
  }
  store.patch(stack.stackId, { cancelled: true });
  return {};
}

/** ContinueUpdateRollback: tries again what a rollback failed at, leaving out what is to be skipped. */
export function continueUpdateRollback(
  input: { StackName: string; ResourcesToSkip?: string[]; ClientRequestToken?: string },
  context: CallContext,
) {
  const store = new StackStore(context);
  const stack = livingStack(store, input.StackName);
  if (stack.status !== "UPDATE_ROLLBACK_FAILED") {
    throw validationError(
      `Stack:${stack.stackId} is in ${stack.status} state and can not continue rolling back its update.`,
    );
  }
  const skipped = input.ResourcesToSkip ?? [];
  const failed = store
    .resources(stack.stackId)
    .filter((record) => record.status === "UPDATE_FAILED")
    .map((record) => record.logicalId);
  const wrong = skipped.filter((id) => !failed.includes(id));
  if (wrong.length > 0) {
    throw validationError(
      `ResourcesToSkip can only contain resources in the UPDATE_FAILED state: [${wrong.join(", ")}]`,
    );
  }
  rollBack(store, stack, { skipped, clientRequestToken: input.ClientRequestToken });
  return {};
}

/** RollbackStack: rolls an update back that failed and was left as it was. */
export function rollbackStack(
  input: { StackName: string; ClientRequestToken?: string },
  context: CallContext,
) {
  const store = new StackStore(context);
  const stack = livingStack(store, input.StackName);
  if (stack.status !== "UPDATE_FAILED" || store.snapshot(stack.stackId) === undefined) {
    throw validationError(`Stack:${stack.stackId} is in ${stack.status} state and can not be rolled back.`);
  }
  rollBack(store, stack, { skipped: [], clientRequestToken: input.ClientRequestToken });
  return { StackId: stack.stackId };
}

function rollBack(store: StackStore, stack: StackRecord, changes: Partial<StackRecord>): void {
  const operation = new Operation(store, stack.stackId, randomUUID());
  store.patch(stack.stackId, { ...changes, operation: operation.id });
  // The status of the answer's moment: whoever asks right after it sees a rollback.
  store.patch(stack.stackId, { status: "UPDATE_ROLLBACK_IN_PROGRESS" });
  inBackground(operation, "UPDATE_ROLLBACK_FAILED", () => rollBackUpdate(operation, "User Initiated"));
}
