import type {
  CloudFormation,
  PropertyDifference as AwsDifference,
  StackResourceDrift,
} from "@aws-sdk/client-cloudformation";
import { ExitCode, TierguardError } from "../../core/errors";
import type { PropertyDifference } from "../../core/drift/compare-properties";
import { describeAwsError } from "../aws-error";
import type { AwsClients } from "../clients";
import { poll } from "../poll";

/** Milliseconds; of a large stack it takes minutes (CloudFormation User Guide, "Detect drift on an entire stack"). */
const DETECTION_TIMEOUT = 15 * 60_000;

/** What CloudFormation's drift detection says of one resource. */
export interface DetectedDrift {
  logicalId: string;
  status: "in-sync" | "drifted" | "deleted" | "not-checked";
  differences: PropertyDifference[];
}

const STATUSES: Record<string, DetectedDrift["status"]> = {
  IN_SYNC: "in-sync",
  MODIFIED: "drifted",
  DELETED: "deleted",
};

const CHANGES: Record<string, PropertyDifference["change"]> = { ADD: "added", REMOVE: "removed" };

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "null") as unknown;
  } catch {
    return text;
  }
}

function toDifference(difference: AwsDifference): PropertyDifference {
  const change = CHANGES[difference.DifferenceType ?? ""] ?? "changed";
  const [property = "", ...rest] = (difference.PropertyPath ?? "").split("/").slice(1);
  return {
    property,
    item: rest.join("/"),
    change,
    ...(change === "added" ? {} : { expected: parsed(difference.ExpectedValue) }),
    ...(change === "removed" ? {} : { actual: parsed(difference.ActualValue) }),
  };
}

function toDetected(drift: StackResourceDrift): DetectedDrift {
  return {
    logicalId: drift.LogicalResourceId ?? "",
    status: STATUSES[drift.StackResourceDriftStatus ?? ""] ?? "not-checked",
    differences: (drift.PropertyDifferences ?? []).map(toDifference),
  };
}

/** Resources that one detection may name (CloudFormation API Reference, `DetectStackDrift`); more means all. */
const MAX_NAMED = 200;

/** Begins a detection, after the one that somebody else has begun; undefined while that one runs. */
async function begin(cloudFormation: CloudFormation, StackName: string, logicalIds: readonly string[]) {
  try {
    const { StackDriftDetectionId } = await cloudFormation.detectStackDrift({
      StackName,
      ...(logicalIds.length > MAX_NAMED ? {} : { LogicalResourceIds: [...logicalIds] }),
    });
    return StackDriftDetectionId;
  } catch (error) {
    if (/already in progress/i.test(describeAwsError(error).message)) return undefined;
    throw error;
  }
}

function tooLong(): TierguardError {
  return new TierguardError("CloudFormation's drift detection was not done within a quarter of an hour", {
    code: "drift-detection-timeout",
    exitCode: ExitCode.Failed,
    hint: "try again later",
  });
}

/** Runs a detection. A resource that could not be checked makes it fail, and the others are told all the same. */
async function detect(
  cloudFormation: CloudFormation,
  stackName: string,
  { logicalIds, signal }: DetectionScope,
): Promise<void> {
  const id = await poll(DETECTION_TIMEOUT, () => begin(cloudFormation, stackName, logicalIds), signal);
  if (id === undefined) throw tooLong();
  const done = await poll(
    DETECTION_TIMEOUT,
    async () => {
      const answer = await cloudFormation.describeStackDriftDetectionStatus({ StackDriftDetectionId: id });
      return answer.DetectionStatus === "DETECTION_IN_PROGRESS" ? undefined : true;
    },
    signal,
  );
  if (done === undefined) throw tooLong();
}

/** Of which resources a detection asks, and what ends the wait for it. */
export interface DetectionScope {
  logicalIds: readonly string[];
  signal?: AbortSignal;
}

/**
 * Asks CloudFormation's drift detection for some of a stack's resources, and waits for it. It does not see what was
 * added beside the stack: it is for what can't be read directly. Throws the SDK's errors, and TierguardError where it
 * takes too long.
 */
export async function detectDrift(
  aws: AwsClients,
  stackName: string,
  scope: DetectionScope,
): Promise<DetectedDrift[]> {
  const cloudFormation = await aws.cloudFormation();
  await detect(cloudFormation, stackName, scope);
  const wanted = new Set(scope.logicalIds);
  const found: DetectedDrift[] = [];
  let next: string | undefined;
  do {
    const page = await cloudFormation.describeStackResourceDrifts({ StackName: stackName, NextToken: next });
    found.push(...(page.StackResourceDrifts ?? []).map(toDetected));
    next = page.NextToken;
  } while (next !== undefined);
  return found.filter(({ logicalId }) => wanted.has(logicalId));
}
