import type { KeyMetadata } from "@aws-sdk/client-kms";
import { ExitCode, TierguardError } from "../../core/errors";
import { type AwsFailure, describeAwsError, explainAwsFailure } from "../aws-error";
import type { AwsClients } from "../clients";
import { listStackResources } from "../deployed-stack";
import { isHeld } from "../preflight/names-to-look-up";

const KEY = "AWS::KMS::Key";

async function pendingKey(aws: AwsClients, KeyId: string): Promise<KeyMetadata | undefined> {
  try {
    const { KeyMetadata: key } = await (await aws.kms()).describeKey({ KeyId });
    return key?.KeyState === "PendingDeletion" ? key : undefined;
  } catch (error) {
    if (describeAwsError(error).kind === "not-found") return undefined;
    throw error;
  }
}

/**
 * What is to be known of a resource that reads as gone; undefined where there is nothing to it. CloudFormation and Cloud
 * Control count a key that waits for its deletion as gone (its handler answers NotFound). Throws nothing.
 */
export async function noteOnGone(
  aws: AwsClients,
  { type, identifier }: { type: string; identifier: string },
): Promise<string | undefined> {
  if (type !== KEY) return undefined;
  // Whoever may not look at it knows no less than before.
  const key = await pendingKey(aws, identifier).catch(() => undefined);
  if (key === undefined) return undefined;
  const day = key.DeletionDate === undefined ? "later" : `on ${key.DeletionDate.toISOString().slice(0, 10)}`;
  return `KMS will delete it ${day}; a deployment with a refresh cancels that and enables the key`;
}

function notPutBack(
  stackName: string,
  why: string,
  error: { hint: string; cause: AwsFailure },
): TierguardError {
  const message = `What is gone of the stack ${stackName} was not put back: ${why}: ${explainAwsFailure(error.cause)}`;
  return new TierguardError(message, { code: "key-not-kept", exitCode: ExitCode.Failed, ...error });
}

function notSeen(stackName: string, key: string, cause: AwsFailure): TierguardError {
  const why = `whether its key ${key} waits for its deletion, and would be replaced, could not be seen`;
  const hint = "the key's policy lets its administrators do kms:DescribeKey: let one of them put it back";
  return notPutBack(stackName, why, { hint, cause });
}

function notKept(stackName: string, key: string, cause: AwsFailure): TierguardError {
  const why =
    `its key ${key} waits for its deletion, nobody could read with another key what this one encrypted, and the ` +
    "deletion could not be cancelled";
  const hint = `have an administrator of the key run: aws kms cancel-key-deletion --key-id ${key} && aws kms enable-key --key-id ${key}`;
  return notPutBack(stackName, why, { hint, cause });
}

/**
 * Cancels the deletion of the stack's keys that wait for it, and enables them: CloudFormation would make other keys, and
 * what the stack's data is encrypted with would be lost at the end of the waiting period. The keys' ids.
 * @throws TierguardError where it can't be done.
 */
export async function keepPendingKeys(aws: AwsClients, stackName: string): Promise<string[]> {
  const kept: string[] = [];
  for (const resource of await listStackResources(aws, stackName)) {
    if (resource.type !== KEY || !isHeld(resource)) continue;
    const KeyId = resource.physicalId;
    const pending = await pendingKey(aws, KeyId).catch((error: unknown) => {
      throw notSeen(stackName, KeyId, describeAwsError(error));
    });
    if (pending === undefined) continue;
    try {
      const kms = await aws.kms();
      await kms.cancelKeyDeletion({ KeyId });
      await kms.enableKey({ KeyId });
      kept.push(KeyId);
    } catch (error) {
      throw notKept(stackName, KeyId, describeAwsError(error));
    }
  }
  return kept;
}
