import * as pulumi from "@pulumi/pulumi";
import { describeAwsError, explainAwsFailure } from "../aws/aws-error";
import { connectToAws } from "../aws/clients";
import type { AwsConnection } from "../aws/connection";
import { describeRootCause, lastOperationEvents, rootCause } from "../aws/stack-events";

/** Milliseconds by which this machine's clock and AWS's may differ. */
const CLOCK_TOLERANCE = 30_000;

/** The stack whose failures are to be explained. */
export interface ExplainedStack {
  connection: AwsConnection;
  stackName: string;
  /** Names in AWS by logical id: AWS names none where a resource was never created. */
  names: Readonly<Record<string, string>>;
}

/** Why the stack's operation failed, in one line; undefined where its events since then name no failure. */
export async function explainStackFailure(
  { connection, stackName, names }: ExplainedStack,
  since: Date,
): Promise<string | undefined> {
  try {
    const from = new Date(since.getTime() - CLOCK_TOLERANCE);
    const cause = rootCause(await lastOperationEvents(connectToAws(connection), stackName, from));
    if (cause === undefined) return undefined;
    const physicalId = cause.physicalId === "" ? (names[cause.logicalId] ?? "") : cause.physicalId;
    return describeRootCause({ ...cause, physicalId });
  } catch (error) {
    const failure = describeAwsError(error);
    return failure.kind === "not-found"
      ? undefined
      : `the events of the stack ${stackName} could not be read: ${explainAwsFailure(failure)}`;
  }
}

/** A hook for the stack's resource that says, before the engine's own error, what failed first and AWS's reason. */
export function rootCauseHook(name: string, stack: ExplainedStack): pulumi.ErrorHook {
  const since = new Date();
  return new pulumi.ErrorHook(name, async ({ urn }) => {
    const explanation = await explainStackFailure(stack, since);
    // The resource itself can't be named to the log: its URN is not resolved before its registration is done.
    const resource = { urn: pulumi.output(urn) } as pulumi.Resource;
    if (explanation !== undefined) await pulumi.log.error(explanation, resource);
    return false;
  });
}
