import { type AwsFailure, describeAwsError } from "../aws-error";
import type { AwsClients } from "../clients";
import type { Remainder } from "./remains";

/** What became of the remains that were to be removed. */
export interface RemovedRemains {
  removed: Remainder[];
  failed: { remainder: Remainder; failure: AwsFailure }[];
}

async function remove(aws: AwsClients, { kind, identifier }: Remainder): Promise<boolean> {
  if (kind === "parameter") {
    await (await aws.ssm()).deleteParameter({ Name: identifier });
    return true;
  }
  const object = kind === "template" ? /^s3:\/\/([^/]+)\/(.+)$/.exec(identifier) : null;
  if (object === null) return false;
  await (await aws.s3()).deleteObject({ Bucket: object[1]!, Key: object[2]! });
  return true;
}

/**
 * Removes the listed parameters and uploaded templates, which are nobody's but the environment's; groups, roles and
 * policies stay, since people may work with them. Throws nothing that AWS answers.
 */
export async function removeRemains(
  aws: AwsClients,
  remains: readonly Remainder[],
  { onRemoved }: { onRemoved?: (remainder: Remainder) => void } = {},
): Promise<RemovedRemains> {
  const result: RemovedRemains = { removed: [], failed: [] };
  for (const remainder of remains) {
    try {
      if (!(await remove(aws, remainder))) continue;
    } catch (error) {
      const failure = describeAwsError(error);
      if (failure.kind !== "not-found") {
        result.failed.push({ remainder, failure });
        continue;
      }
    }
    result.removed.push(remainder);
    onRemoved?.(remainder);
  }
  return result;
}
