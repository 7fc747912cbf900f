import { describeAwsError } from "./aws-error";
import type { AwsClients } from "./clients";

/**
 * What AWS has of one resource, in CloudFormation's own property shape, whole: what was added beside the stack is
 * in it. Undefined where it does not exist. Throws the SDK's errors.
 */
export async function readLiveResource(
  aws: AwsClients,
  type: string,
  identifier: string,
): Promise<Record<string, unknown> | undefined> {
  const cloudControl = await aws.cloudControl();
  try {
    const answer = await cloudControl.getResource({ TypeName: type, Identifier: identifier });
    return JSON.parse(answer.ResourceDescription?.Properties ?? "{}") as Record<string, unknown>;
  } catch (error) {
    if (describeAwsError(error).kind === "not-found") return undefined;
    throw error;
  }
}
