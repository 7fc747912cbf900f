import { describeAwsError } from "../aws-error";
import type { AwsClients } from "../clients";

/** A key that is scheduled for deletion: until then nothing that it encrypted is lost. */
export type PendingKey = {
  keyId: string;
  /** ISO 8601, UTC. */
  deletionDate: string;
  /** Commands that keep the key, and make it usable again. */
  cancelWith: string[];
};

async function pendingKey(aws: AwsClients, KeyId: string): Promise<PendingKey[]> {
  const kms = await aws.kms();
  try {
    const { KeyMetadata: key } = await kms.describeKey({ KeyId });
    if (key?.DeletionDate === undefined) return [];
    const which = `--key-id ${KeyId} --region ${aws.region}`;
    return [
      {
        keyId: KeyId,
        deletionDate: key.DeletionDate.toISOString(),
        cancelWith: [`aws kms cancel-key-deletion ${which}`, `aws kms enable-key ${which}`],
      },
    ];
  } catch (error) {
    if (describeAwsError(error).kind === "not-found") return [];
    throw error;
  }
}

/** Those of some keys that are scheduled for deletion. Throws the SDK's errors. */
export async function pendingKeys(aws: AwsClients, keyIds: readonly string[]): Promise<PendingKey[]> {
  return (await Promise.all(keyIds.map((keyId) => pendingKey(aws, keyId)))).flat();
}
