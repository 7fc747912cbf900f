import type { CallContext } from "../../service";
import { AwsError } from "../../service";
import { sharedStore } from "../../store-scopes";
import type { Tag } from "../../resource-types/tags";
import { stackNotFound, validationError } from "../errors";
import type { ResourceRecord } from "../stack-record";
import { StackStore } from "../stack-store";
import type { StackParameter } from "../template/parameter-values";

const CHANGE_SETS = "cloudformation-change-sets";

/** Change sets that are being made, in the shared store, so that a server that starts finds what was interrupted. */
export const MAKING = "cloudformation-change-sets-running";

/** A change set as the store keeps it. Times are ISO 8601. */
export interface ChangeSetRecord {
  changeSetId: string;
  name: string;
  stackId: string;
  stackName: string;
  type: "CREATE" | "UPDATE";
  description?: string;
  status: "CREATE_PENDING" | "CREATE_IN_PROGRESS" | "CREATE_COMPLETE" | "FAILED";
  statusReason?: string;
  executionStatus:
    "UNAVAILABLE" | "AVAILABLE" | "OBSOLETE" | "EXECUTE_IN_PROGRESS" | "EXECUTE_COMPLETE" | "EXECUTE_FAILED";
  creationTime: string;
  template: string;
  parameters: StackParameter[];
  tags: Tag[];
  capabilities: string[];
  notificationArns: string[];
  roleArn?: string;
  onStackFailure?: "DELETE" | "DO_NOTHING" | "ROLLBACK";
  includeNestedStacks: boolean;
  importExistingResources: boolean;
  deploymentMode?: "REVERT_DRIFT";
  /** Of a drift-aware change set, once it is made. */
  stackDriftStatus?: "DRIFTED" | "IN_SYNC";
  /** Of a drift-aware change set: what is there in the place of what the stack believes. */
  live?: LiveState;
  /** As the API shows them, with property values. */
  changes: Record<string, unknown>[];
}

/** What of a stack's resources has drifted. */
export interface LiveState {
  modified: ResourceRecord[];
  /** Logical ids. */
  deleted: string[];
}

/** The change sets of one account. */
export class ChangeSetStore {
  constructor(readonly context: CallContext) {}

  get(changeSetId: string): ChangeSetRecord | undefined {
    return this.context.store.get<ChangeSetRecord>(CHANGE_SETS, changeSetId);
  }

  save(record: ChangeSetRecord): void {
    this.context.store.put(CHANGE_SETS, record.changeSetId, record);
  }

  patch(changeSetId: string, changes: Partial<ChangeSetRecord>): void {
    const record = this.get(changeSetId);
    if (record !== undefined) this.save({ ...record, ...changes });
  }

  remove(changeSetId: string): void {
    this.context.store.delete(CHANGE_SETS, changeSetId);
  }

  /** Those of a stack that were not executed, the oldest first. */
  ofStack(stackId: string): ChangeSetRecord[] {
    return this.context.store
      .list<ChangeSetRecord>(CHANGE_SETS)
      .filter((record) => record.stackId === stackId && !record.executionStatus.startsWith("EXECUTE_"))
      .sort((a, b) => (a.creationTime < b.creationTime ? -1 : 1));
  }

  noteMaking(changeSetId: string): void {
    const { caller, region } = this.context;
    sharedStore(this.context.store).put(MAKING, changeSetId, { id: changeSetId, caller, region });
  }

  noteMade(changeSetId: string): void {
    sharedStore(this.context.store).delete(MAKING, changeSetId);
  }

  /** An update of the stack by another way leaves its change sets without a base. */
  makeObsolete(stackId: string): void {
    for (const { changeSetId, executionStatus } of this.ofStack(stackId)) {
      if (executionStatus === "AVAILABLE") this.patch(changeSetId, { executionStatus: "OBSOLETE" });
    }
  }

  /** Notes how the execution of a change set has ended, by the status in which its stack rests. */
  noteExecuted(changeSetId: string | undefined, stacks: StackStore): void {
    const record = changeSetId === undefined ? undefined : this.get(changeSetId);
    if (record?.executionStatus !== "EXECUTE_IN_PROGRESS") return;
    const succeeded = /^(?:CREATE|UPDATE)_COMPLETE$/.test(stacks.find(record.stackId)?.status ?? "");
    this.patch(record.changeSetId, { executionStatus: succeeded ? "EXECUTE_COMPLETE" : "EXECUTE_FAILED" });
  }

  removeOfStack(stackId: string): void {
    for (const { changeSetId } of this.ofStack(stackId)) this.remove(changeSetId);
  }
}

/** How a call names a change set. */
export interface ChangeSetName {
  ChangeSetName: string;
  StackName?: string;
}

/** The change set that a call names, undefined where it is not there. Throws where the call names none. */
export function namedChangeSet(
  { ChangeSetName, StackName }: ChangeSetName,
  context: CallContext,
): ChangeSetRecord | undefined {
  const store = new ChangeSetStore(context);
  if (ChangeSetName.startsWith("arn:")) return store.get(ChangeSetName);
  if (StackName === undefined) {
    throw validationError("StackName must be specified if ChangeSetName is not specified as an ARN.");
  }
  const stack = new StackStore(context).find(StackName);
  if (stack === undefined) throw stackNotFound(StackName);
  return store.ofStack(stack.stackId).find(({ name }) => name === ChangeSetName);
}

/** As namedChangeSet; throws ChangeSetNotFound where it is not there. */
export function existingChangeSet(input: ChangeSetName, context: CallContext): ChangeSetRecord {
  const record = namedChangeSet(input, context);
  if (record !== undefined) return record;
  throw new AwsError("ChangeSetNotFoundException", `ChangeSet [${input.ChangeSetName}] does not exist`, 404);
}

/** The answer to a call that the state of a change set does not allow. */
export function wrongChangeSetState(record: ChangeSetRecord, verb: "deleted" | "executed"): AwsError {
  const state =
    record.status === "CREATE_COMPLETE"
      ? `execution status of [${record.executionStatus}]`
      : `status of [${record.status}]`;
  return new AwsError(
    "InvalidChangeSetStatusException",
    `ChangeSet [${record.changeSetId}] cannot be ${verb} in its current ${state}`,
    400,
  );
}
