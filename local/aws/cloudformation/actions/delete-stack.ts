import { randomUUID } from "node:crypto";
import type { CallContext } from "../../service";
import { ChangeSetStore } from "../change-sets/change-set-record";
import { deleteStack as runDelete } from "../engine/delete-stack";
import { inBackground, Operation } from "../engine/operation";
import { validationError } from "../errors";
import { StackStore } from "../stack-store";

/** DeleteStack; a stack that does not exist is no error, as AWS has it. */
export function deleteStack(
  input: { StackName: string; RetainResources?: string[]; ClientRequestToken?: string },
  context: CallContext,
) {
  const store = new StackStore(context);
  const stack = store.find(input.StackName);
  if (stack === undefined || stack.status === "DELETE_COMPLETE" || stack.status === "DELETE_IN_PROGRESS")
    return {};
  if (stack.terminationProtection) {
    throw validationError(
      `Stack [${stack.stackName}] cannot be deleted while TerminationProtection is enabled`,
    );
  }
  if (
    stack.status.endsWith("_IN_PROGRESS") &&
    !["CREATE_IN_PROGRESS", "REVIEW_IN_PROGRESS"].includes(stack.status)
  ) {
    throw validationError(`Stack [${stack.stackName}] cannot be deleted while in status ${stack.status}`);
  }
  const retained = input.RetainResources ?? [];
  if (retained.length > 0 && stack.status !== "DELETE_FAILED") {
    throw validationError(
      "Invalid operation on stack. RetainResources can only be specified for stacks in the DELETE_FAILED state.",
    );
  }
  const known = new Set(store.resources(stack.stackId).map((record) => record.logicalId));
  const unknown = retained.filter((id) => !known.has(id));
  if (unknown.length > 0) {
    throw validationError(
      `The following resources to retain do not exist in the stack: [${unknown.join(", ")}]`,
    );
  }
  const operation = new Operation(store, stack.stackId, randomUUID());
  store.patch(stack.stackId, { operation: operation.id, clientRequestToken: input.ClientRequestToken });
  new ChangeSetStore(context).removeOfStack(stack.stackId);
  store.setStatus(stack.stackId, "DELETE_IN_PROGRESS", "User Initiated");
  inBackground(operation, "DELETE_FAILED", () => runDelete(operation, retained));
  return {};
}
