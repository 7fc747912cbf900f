import type { Change, CloudFormation } from "@aws-sdk/client-cloudformation";
import { randomUUID } from "node:crypto";
import { ExitCode, TierguardError } from "../../core/errors";
import { describeAwsError, explainAwsFailure } from "../aws-error";
import type { AwsClients } from "../clients";
import { findStack } from "../deployed-stack";
import { poll } from "../poll";
import { describeRootCause, lastOperationEvents, rootCause } from "../stack-events";

/** Milliseconds. */
const CHANGE_SET_TIMEOUT = 5 * 60_000;
const STACK_TIMEOUT = 30 * 60_000;
/** Milliseconds by which this machine's clock and AWS's may differ. */
const CLOCK_TOLERANCE = 30_000;

/** What a drift-aware change set does to one resource. */
export interface RevertedResource {
  logicalId: string;
  type: string;
  action: "Add" | "Modify" | "Remove" | "Import" | "Dynamic" | "SyncWithActual";
}

/** Told before anything is changed. */
export type Announce = (changes: readonly RevertedResource[]) => Promise<void>;

function failed(stackName: string, reason: string): TierguardError {
  return new TierguardError(`What is gone of the stack ${stackName} could not be put back: ${reason}`, {
    code: "not-put-back",
    exitCode: ExitCode.Failed,
  });
}

function revertedResource({ ResourceChange: change }: Change): RevertedResource[] {
  if (change?.LogicalResourceId === undefined) return [];
  return [
    {
      logicalId: change.LogicalResourceId,
      type: change.ResourceType ?? "",
      action: change.Action ?? "Modify",
    },
  ];
}

type Target = { StackName: string; ChangeSetName: string };

/** Everything that a finished change set does. */
async function changesOf(cloudFormation: CloudFormation, target: Target): Promise<RevertedResource[]> {
  const changes: RevertedResource[] = [];
  let next: string | undefined;
  do {
    const page = await cloudFormation.describeChangeSet({ ...target, NextToken: next });
    changes.push(...(page.Changes ?? []).flatMap(revertedResource));
    next = page.NextToken;
  } while (next !== undefined);
  return changes;
}

/** Waits for the change set; what it does, nothing where CloudFormation found no drift. */
async function awaitChangeSet(cloudFormation: CloudFormation, target: Target): Promise<RevertedResource[]> {
  const changes = await poll(CHANGE_SET_TIMEOUT, async () => {
    const { Status, StatusReason = "AWS gives no reason" } = await cloudFormation.describeChangeSet(target);
    if (Status === "CREATE_COMPLETE") return changesOf(cloudFormation, target);
    if (Status !== "FAILED") return undefined;
    // The words in which CloudFormation says that there is nothing to do.
    if (/didn't contain changes|No updates are to be performed/i.test(StatusReason)) return [];
    throw failed(target.StackName, `the drift-aware change set failed: ${StatusReason}`);
  });
  if (changes !== undefined) return changes;
  throw failed(target.StackName, "the drift-aware change set was not ready within five minutes");
}

/** Waits until the stack is done; throws with the first thing that went wrong where it was not updated. */
async function awaitStack(aws: AwsClients, stackName: string, since: Date): Promise<void> {
  const status = await poll(STACK_TIMEOUT, async () => {
    const status = (await findStack(aws, stackName))?.status ?? "gone";
    return status.endsWith("_IN_PROGRESS") ? undefined : status;
  });
  if (status === "UPDATE_COMPLETE") return;
  if (status === undefined) throw failed(stackName, "the stack was not done within half an hour");
  const cause = rootCause(await lastOperationEvents(aws, stackName, since));
  throw failed(stackName, cause === undefined ? `the stack is in ${status}` : describeRootCause(cause));
}

async function removeChangeSet(cloudFormation: CloudFormation, target: Target) {
  try {
    await cloudFormation.deleteChangeSet(target);
  } catch (error) {
    const failure = describeAwsError(error);
    // CloudFormation removes an executed one itself.
    if (failure.kind === "not-found" || failure.code === "InvalidChangeSetStatusException") return;
    throw failed(
      target.StackName,
      `the change set ${target.ChangeSetName} could not be removed: ${explainAwsFailure(failure)}`,
    );
  }
}

/**
 * Makes a stack's resources again what its own template says, by a drift-aware change set (CloudFormation User Guide,
 * "Using drift-aware change sets"), what is gone included. The change set is removed whatever happens. What it did;
 * empty where CloudFormation found no drift. Throws TierguardError, and the SDK's errors.
 */
export async function revertDrift(
  aws: AwsClients,
  stackName: string,
  announce: Announce,
): Promise<RevertedResource[]> {
  const cloudFormation = await aws.cloudFormation();
  const since = new Date(Date.now() - CLOCK_TOLERANCE);
  const target = { StackName: stackName, ChangeSetName: `tierguard-put-back-${randomUUID()}` };
  await cloudFormation.createChangeSet({
    ...target,
    ChangeSetType: "UPDATE",
    DeploymentMode: "REVERT_DRIFT",
    UsePreviousTemplate: true,
    Capabilities: ["CAPABILITY_NAMED_IAM"],
    Description: "Puts back what was deleted beside the stack",
  });
  try {
    const changes = await awaitChangeSet(cloudFormation, target);
    if (changes.length === 0) return [];
    await announce(changes);
    await cloudFormation.executeChangeSet(target);
    await awaitStack(aws, stackName, since);
    return changes;
  } finally {
    await removeChangeSet(cloudFormation, target);
  }
}
