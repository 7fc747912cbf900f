import { ExitCode, TierguardError } from "../core/errors";
import type { AwsClients } from "./clients";
import { findStack } from "./deployed-stack";

/** Milliseconds; the pause between two looks grows up to the longest. */
const FIRST_PAUSE = 200;
const LONGEST_PAUSE = 5_000;
const REMOVAL_TIMEOUT = 5 * 60_000;

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Deletes what a failed first creation left behind: a stack in ROLLBACK_COMPLETE, which holds nothing, and waits
 * until it is gone. Nothing happens where it is gone already; a stack in any other state is left alone.
 * Throws TierguardError where it can't be deleted.
 */
export async function removeLeftoverStack(aws: AwsClients, stackId: string): Promise<void> {
  const cloudFormation = await aws.cloudFormation();
  const leftover = await findStack(aws, stackId);
  if (leftover === undefined || leftover.status !== "ROLLBACK_COMPLETE") return;
  if (leftover.terminationProtection) {
    await cloudFormation.updateTerminationProtection({
      StackName: stackId,
      EnableTerminationProtection: false,
    });
  }
  await deleteAndWait(aws, stackId, "left over from a failed first creation");
}

/**
 * Deletes the stack of that name, where its tag Stem says that it is the given environment's, and waits until it is
 * gone. Nothing happens where there is none, or another's.
 * Throws TierguardError where it can't be deleted.
 */
export async function removeStackOf(
  aws: AwsClients,
  { stackName, stem }: { stackName: string; stem: string },
): Promise<void> {
  const stack = await findStack(aws, stackName);
  if (stack === undefined || stack.status === "DELETE_COMPLETE" || stack.tags.Stem !== stem) return;
  await deleteAndWait(aws, stack.id, "a test copy");
}

async function deleteAndWait(aws: AwsClients, stackId: string, what: string): Promise<void> {
  const cloudFormation = await aws.cloudFormation();
  await cloudFormation.deleteStack({ StackName: stackId });
  const deadline = Date.now() + REMOVAL_TIMEOUT;
  for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
    const stack = await findStack(aws, stackId);
    if (stack === undefined || stack.status === "DELETE_COMPLETE") return;
    if (stack.status === "DELETE_FAILED" || Date.now() > deadline) {
      throw new TierguardError(
        `The stack ${stack.name}, ${what}, could not be deleted: ${stack.status}${stack.statusReason === undefined ? "" : `, ${stack.statusReason}`}`,
        {
          code: "leftover-stack",
          exitCode: ExitCode.Failed,
          hint: `aws cloudformation delete-stack --stack-name ${stack.name} --region ${aws.region}`,
        },
      );
    }
    await sleep(pause);
  }
}
