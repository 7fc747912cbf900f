import { ExitCode, TierguardError } from "../../core/errors";
import type { AwsClients } from "../clients";
import { type DeployedStack, findStack } from "../deployed-stack";
import { poll } from "../poll";
import { describeRootCause, lastOperationEvents, rootCause } from "../stack-events";
import type { WayOut } from "./way-out";

/** Milliseconds. */
const TIMEOUT = 60 * 60_000;
/** Milliseconds by which this machine's clock and AWS's may differ. */
const CLOCK_TOLERANCE = 30_000;

/** What the way out needs to know. */
export interface TakeOptions {
  /** Logical ids of resources that a rollback leaves as they are. */
  skip: readonly string[];
  signal: AbortSignal;
}

async function begin(
  aws: AwsClients,
  stack: DeployedStack,
  way: WayOut,
  skip: readonly string[],
): Promise<void> {
  const cloudFormation = await aws.cloudFormation();
  const StackName = stack.id;
  switch (way.kind) {
    case "delete":
      if (stack.terminationProtection) {
        await cloudFormation.updateTerminationProtection({ StackName, EnableTerminationProtection: false });
      }
      await cloudFormation.deleteStack({ StackName });
      return;
    case "continue-rollback":
      await cloudFormation.continueUpdateRollback({ StackName, ResourcesToSkip: [...skip] });
      return;
    case "roll-back":
      await cloudFormation.rollbackStack({ StackName });
      return;
    case "wait":
    case "none":
    case "unknown":
      return;
  }
}

/** Waits until nothing is under way; the status then, `DELETE_COMPLETE` where the stack is gone. */
export async function awaitRest(aws: AwsClients, stackId: string, signal: AbortSignal): Promise<string> {
  const status = await poll(
    TIMEOUT,
    async () => {
      const status = (await findStack(aws, stackId))?.status ?? "DELETE_COMPLETE";
      return status.endsWith("_IN_PROGRESS") && status !== "REVIEW_IN_PROGRESS" ? undefined : status;
    },
    signal,
  );
  if (status !== undefined) return status;
  throw new TierguardError("The stack was not done within an hour", {
    code: "stack-busy",
    exitCode: ExitCode.Failed,
    hint: "look at it in the CloudFormation console",
  });
}

const DONE: Partial<Record<WayOut["kind"], string>> = {
  delete: "DELETE_COMPLETE",
  "continue-rollback": "UPDATE_ROLLBACK_COMPLETE",
  "roll-back": "UPDATE_ROLLBACK_COMPLETE",
};

/**
 * Takes the way out, and waits until it is done. The stack's status then.
 * @throws TierguardError with the first cause where AWS could not go it, and the SDK's errors.
 */
export async function takeWayOut(
  aws: AwsClients,
  stack: DeployedStack,
  way: WayOut,
  { skip, signal }: TakeOptions,
): Promise<string> {
  const since = new Date(Date.now() - CLOCK_TOLERANCE);
  await begin(aws, stack, way, skip);
  const status = await awaitRest(aws, stack.id, signal);
  if (DONE[way.kind] === undefined || status === DONE[way.kind]) return status;
  const cause = rootCause(await lastOperationEvents(aws, stack.id, since));
  const reason = cause === undefined ? "" : `: ${describeRootCause(cause)}`;
  const toSkip = cause === undefined ? "" : `, or leave it as it is with --skip-resources ${cause.logicalId}`;
  throw new TierguardError(`The stack ${stack.name} is in ${status}${reason}`, {
    code: "not-recovered",
    exitCode: ExitCode.Failed,
    hint: `remove what AWS names as the reason and run recover again${way.kind === "continue-rollback" ? toSkip : ""}`,
  });
}
