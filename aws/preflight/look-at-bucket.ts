import { describeAwsError } from "../aws-error";
import type { AwsClients } from "../clients";
import type { Answer } from "./answer";
import { ask } from "./ask";

/** What there is of a bucket: `foreign` is another account's, `elsewhere` in another region. */
export type BucketState =
  { kind: "ours" } | { kind: "missing" } | { kind: "foreign" } | { kind: "elsewhere"; region?: string };

/** What S3 answers with where a bucket is in another region: a redirection whose header names the region. */
interface Redirection {
  $metadata?: { httpStatusCode?: number };
  $response?: { headers?: Record<string, string | undefined> };
}

function redirectedTo(error: unknown): BucketState | undefined {
  const { $metadata, $response } = (error ?? {}) as Redirection;
  if ($metadata?.httpStatusCode !== 301) return undefined;
  const region = $response?.headers?.["x-amz-bucket-region"];
  return { kind: "elsewhere", ...(region === undefined ? {} : { region }) };
}

/**
 * What S3 tells of a bucket; where no owner is expected, `ours` is anybody's. Throws the SDK's errors, a denial among
 * them.
 */
export async function headBucket(aws: AwsClients, Bucket: string, owner?: string): Promise<BucketState> {
  const s3 = await aws.s3();
  try {
    const { BucketRegion: region } = await s3.headBucket({ Bucket, ExpectedBucketOwner: owner });
    const here = region === undefined || region === "" || region === aws.region;
    return here ? { kind: "ours" } : { kind: "elsewhere", region };
  } catch (error) {
    const elsewhere = redirectedTo(error);
    if (elsewhere !== undefined) return elsewhere;
    if (describeAwsError(error).kind === "not-found") return { kind: "missing" };
    throw error;
  }
}

/**
 * Whether a bucket exists, is the account's and lies in the region of the clients. S3 answers a bucket of another
 * owner as it answers a denied call: it is said to be foreign only where it may be read without asking for the owner.
 */
export async function lookAtBucket(
  aws: AwsClients,
  { bucket, accountId }: { bucket: string; accountId: string },
): Promise<Answer<BucketState>> {
  const answer = await ask(() => headBucket(aws, bucket, accountId));
  if ("value" in answer || answer.failure.kind !== "denied") return answer;
  const anyOwner = await ask(() => headBucket(aws, bucket));
  const there = "value" in anyOwner && anyOwner.value.kind === "ours";
  return there ? { value: { kind: "foreign" } } : answer;
}
