import { describeAwsError } from "../aws-error";
import type { AwsClients } from "../clients";
import { findStack } from "../deployed-stack";
import type { Candidate } from "./candidates";
import type { RemainsRequest } from "./remains-request";

/** By what something is known to be the environment's, `nobody` where nothing tells. */
export type Owner = "tag" | "stack" | "nobody" | "other";

type Tags = readonly { Key?: string; Value?: string }[] | undefined;

/** Groups have no tags, and policies only where somebody gave them some. */
async function tagsOf(aws: AwsClients, { type, name, identifier }: Candidate): Promise<Tags> {
  const iam = await aws.iam();
  try {
    if (type === "AWS::IAM::Role") return (await iam.getRole({ RoleName: name })).Role?.Tags;
    if (type === "AWS::IAM::ManagedPolicy")
      return (await iam.getPolicy({ PolicyArn: identifier })).Policy?.Tags;
  } catch (error) {
    if (describeAwsError(error).kind !== "denied") throw error;
  }
  return undefined;
}

/** The ARN of the stack that holds something now; undefined where none does. */
async function holderOf(aws: AwsClients, physicalId: string): Promise<string | undefined> {
  const cloudFormation = await aws.cloudFormation();
  try {
    const { StackResources = [] } = await cloudFormation.describeStackResources({
      PhysicalResourceId: physicalId,
    });
    return StackResources.find(
      ({ PhysicalResourceId, ResourceStatus }) =>
        PhysicalResourceId === physicalId && ResourceStatus !== "DELETE_COMPLETE",
    )?.StackId;
  } catch (error) {
    if (describeAwsError(error).kind === "not-found") return undefined;
    throw error;
  }
}

/**
 * Whose something with the tenant's prefix is: the tag Stem decides where there is one, then the stack that holds it
 * now, then the list of what the environment's own stack held. Throws the SDK's errors.
 */
export async function ownerOf(
  aws: AwsClients,
  candidate: Candidate,
  request: Pick<RemainsRequest, "tags" | "stem" | "stackId" | "stackName"> & { held: boolean },
): Promise<Owner> {
  const tags = new Map(((await tagsOf(aws, candidate)) ?? []).map(({ Key, Value }) => [Key, Value]));
  if (tags.get("ManagedBy") === request.tags.ManagedBy)
    return tags.get("Stem") === request.stem ? "tag" : "other";
  const holder = await holderOf(aws, candidate.identifier);
  if (holder === undefined) return request.held ? "stack" : "nobody";
  const own = request.stackId ?? (await findStack(aws, request.stackName))?.id;
  return holder === own ? "stack" : "other";
}
