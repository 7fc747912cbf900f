import { describeAwsError, explainAwsFailure } from "../../aws/aws-error";
import { type ConnectOptions, connectToAws } from "../../aws/clients";
import { detectDrift } from "../../aws/drift/detect-drift";
import type { WatchedArgs } from "../../aws/watched-args";
import type { ResourceDrift } from "../../core/drift/drift-report";
import { TierguardError } from "../../core/errors";

/**
 * Asks CloudFormation's own drift detection for what could not be read. Where it does not know either, or may not be
 * asked, a resource stays not checked, and the reason says so.
 */
export async function askCloudFormation(
  drifts: readonly ResourceDrift[],
  { connection, stackName }: WatchedArgs,
  { signal, onCall }: { signal: AbortSignal } & Pick<ConnectOptions, "onCall">,
): Promise<ResourceDrift[]> {
  const logicalIds = drifts
    .filter(({ status }) => status === "not-checked")
    .map(({ logicalId }) => logicalId);
  if (logicalIds.length === 0) return [...drifts];
  const alsoBecause = (why: string) =>
    drifts.map((drift) =>
      drift.status === "not-checked" ? { ...drift, reason: `${drift.reason}; ${why}` } : drift,
    );
  try {
    const detected = await detectDrift(connectToAws(connection, { onCall }), stackName, {
      logicalIds,
      signal,
    });
    const known = new Map(
      detected.filter(({ status }) => status !== "not-checked").map((one) => [one.logicalId, one]),
    );
    return drifts.map((drift) => {
      const found = known.get(drift.logicalId);
      if (drift.status !== "not-checked") return drift;
      if (found === undefined) {
        return { ...drift, reason: `${drift.reason}; CloudFormation's drift detection does not know either` };
      }
      const { status, differences } = found;
      return { ...drift, reason: undefined, status, differences, checkedBy: "cloudformation" };
    });
  } catch (error) {
    if (signal.aborted) throw error;
    if (error instanceof TierguardError) return alsoBecause(error.message);
    const failure = describeAwsError(error);
    return alsoBecause(
      failure.kind === "denied"
        ? "CloudFormation's drift detection may not be asked (cloudformation:DetectStackDrift)"
        : `CloudFormation's drift detection failed (${explainAwsFailure(failure)})`,
    );
  }
}
