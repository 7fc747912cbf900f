import * as pulumi from "@pulumi/pulumi";
import { describeAwsError, explainAwsFailure } from "../aws/aws-error";
import { connectToAws } from "../aws/clients";
import type { AwsConnection } from "../aws/connection";
import { describeRootCause, lastOperationEvents, rootCause } from "../aws/stack-events";

/** Milliseconds by which this machine's clock and AWS's may differ. */
const CLOCK_TOLERANCE = 30_000;

/** Why the stack's operation failed, in one line; undefined where its events since then name no failure. */
export async function explainStackFailure(
  connection: AwsConnection,
  stackName: string,
  since: Date,
): Promise<string | undefined> {
  try {
    const from = new Date(since.getTime() - CLOCK_TOLERANCE);
    const cause = rootCause(await lastOperationEvents(connectToAws(connection), stackName, from));
    return cause === undefined ? undefined : describeRootCause(cause);
  } catch (error) {
    const failure = describeAwsError(error);
    return failure.kind === "not-found"
      ? undefined
      : `the events of the stack ${stackName} could not be read: ${explainAwsFailure(failure)}`;
  }
}

/** A hook for the stack's resource that says, before the engine's own error, what failed first and AWS's reason. */
export function rootCauseHook(name: string, connection: AwsConnection, stackName: string): pulumi.ErrorHook {
  const since = new Date();
  return new pulumi.ErrorHook(name, async ({ urn }) => {
    const explanation = await explainStackFailure(connection, stackName, since);
    // The resource itself can't be named to the log: its URN is not resolved before its registration is done.
    const resource = { urn: pulumi.output(urn) } as pulumi.Resource;
    if (explanation !== undefined) await pulumi.log.error(explanation, resource);
    return false;
  });
}
