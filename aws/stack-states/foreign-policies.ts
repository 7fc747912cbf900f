import type { AwsClients } from "../clients";
import { describeAwsError } from "../aws-error";
import { inParallel } from "../in-parallel";

async function readDocument(aws: AwsClients, arn: string): Promise<unknown> {
  const iam = await aws.iam();
  const { Policy } = await iam.getPolicy({ PolicyArn: arn });
  const { PolicyVersion } = await iam.getPolicyVersion({
    PolicyArn: arn,
    VersionId: Policy?.DefaultVersionId,
  });
  return JSON.parse(decodeURIComponent(PolicyVersion?.Document ?? ""));
}

/**
 * The documents of policies that are none of the stack's, by ARN; those that AWS does not show are left out. Throws
 * the SDK's errors other than a denial, and the signal's reason.
 */
export async function foreignDocuments(
  aws: AwsClients,
  arns: readonly string[],
  signal: AbortSignal,
): Promise<Map<string, unknown>> {
  const documents = new Map<string, unknown>();
  await inParallel([...new Set(arns)], async (arn) => {
    signal.throwIfAborted();
    try {
      documents.set(arn, await readDocument(aws, arn));
    } catch (error) {
      if (!["denied", "not-found"].includes(describeAwsError(error).kind)) throw error;
    }
  });
  return documents;
}
