import type { CallContext } from "../../service";
import {
  type ChangeSetName,
  type ChangeSetRecord,
  ChangeSetStore,
  existingChangeSet,
  namedChangeSet,
  wrongChangeSetState,
} from "../change-sets/change-set-record";
import { validationError } from "../errors";
import { prepareTemplate } from "../prepare";
import type { StackRecord } from "../stack-record";
import { StackStore } from "../stack-store";
import { beginCreation } from "./create-stack";
import { livingStack, wrongState } from "./stack-input";
import { beginUpdate, UPDATABLE } from "./update-stack";

/** ExecuteChangeSet: the stack's other change sets are gone from then on. */
export async function executeChangeSet(
  input: ChangeSetName & { ClientRequestToken?: string; DisableRollback?: boolean },
  context: CallContext,
) {
  const record = existingChangeSet(input, context);
  const store = new StackStore(context);
  const before = executable(record, store);
  if (input.DisableRollback !== undefined && record.onStackFailure !== undefined) {
    throw validationError("DisableRollback and OnStackFailure cannot be specified together.");
  }
  const stack: StackRecord = {
    ...before,
    tags: record.tags,
    capabilities: record.capabilities,
    notificationArns: record.notificationArns,
    roleArn: record.roleArn ?? before.roleArn,
    changeSetId: record.changeSetId,
    clientRequestToken: input.ClientRequestToken,
    disableRollback: input.DisableRollback ?? record.onStackFailure === "DO_NOTHING",
    ...(record.type === "CREATE" ? { onFailure: record.onStackFailure ?? "ROLLBACK" } : {}),
  };
  const given = record.parameters.map(({ key, value }) => ({ ParameterKey: key, ParameterValue: value }));
  const plan = await prepareTemplate(record.template, { parameters: given, previous: [], stack }, store);
  // Another request may have come while the parameter store was read.
  executable(existingChangeSet({ ChangeSetName: record.changeSetId }, context), store);
  const changeSets = new ChangeSetStore(context);
  changeSets.patch(record.changeSetId, { executionStatus: "EXECUTE_IN_PROGRESS" });
  changeSets.removeOfStack(record.stackId);
  const finished = (): void => changeSets.noteExecuted(record.changeSetId, store);
  if (record.type === "CREATE") beginCreation(store, stack, plan, finished);
  else beginUpdate(store, before, stack, plan, { live: record.live, finished });
  return {};
}

/** The stack of a change set that can be executed now. */
function executable(record: ChangeSetRecord, store: StackStore): StackRecord {
  if (record.status !== "CREATE_COMPLETE" || record.executionStatus !== "AVAILABLE") {
    throw wrongChangeSetState(record, "executed");
  }
  const stack = livingStack(store, record.stackId);
  if (record.type === "CREATE" && stack.status !== "REVIEW_IN_PROGRESS") throw wrongState(stack, "created");
  if (record.type === "UPDATE" && !UPDATABLE.includes(stack.status)) throw wrongState(stack, "updated");
  return stack;
}

/** DeleteChangeSet; one that does not exist is no error as long as its stack does, as AWS has it. */
export function deleteChangeSet(input: ChangeSetName, context: CallContext) {
  const record = namedChangeSet(input, context);
  if (record === undefined) return {};
  const busy = record.status === "CREATE_PENDING" || record.status === "CREATE_IN_PROGRESS";
  if (busy || record.executionStatus === "EXECUTE_IN_PROGRESS") throw wrongChangeSetState(record, "deleted");
  new ChangeSetStore(context).remove(record.changeSetId);
  return {};
}
