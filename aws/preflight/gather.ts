import type { AwsClients } from "../clients";
import { findStack, listStackResources } from "../deployed-stack";
import { bareName, findExistingNames, type WantedName } from "../existing-names";
import { ask, exists } from "./ask";
import type { CallerIdentity, PreflightFindings, TakenName } from "./findings";
import { lookAtBucket } from "./look-at-bucket";
import { namesToLookUp } from "./names-to-look-up";
import { gatherPrerequisites } from "./prerequisites/gather";
import type { PreflightRequest } from "./request";

/** Tags of a role or policy, to say who has the name; none where they can't be read. */
async function ownerTags(aws: AwsClients, { type, identifier }: WantedName) {
  const iam = await aws.iam();
  const answer = await ask(async () => {
    if (type === "AWS::IAM::Role") return (await iam.getRole({ RoleName: bareName(identifier) })).Role?.Tags;
    if (type === "AWS::IAM::ManagedPolicy")
      return (await iam.getPolicy({ PolicyArn: identifier })).Policy?.Tags;
    return undefined;
  });
  if ("failure" in answer || answer.value === undefined) return undefined;
  return Object.fromEntries(answer.value.map((tag) => [tag.Key ?? "", tag.Value ?? ""]));
}

/** One owner tells for all IAM names: whoever has the role has the environment's groups, which have no tags, as well. */
async function withOwner(aws: AwsClients, taken: readonly WantedName[]): Promise<TakenName[]> {
  const role = taken.find(({ type }) => type === "AWS::IAM::Role");
  const policy = taken.find(({ type }) => type === "AWS::IAM::ManagedPolicy");
  const speaker = role ?? policy;
  const tags = speaker === undefined ? undefined : await ownerTags(aws, speaker);
  return taken.map((name) => (name.type.startsWith("AWS::IAM::") ? { ...name, ownerTags: tags } : name));
}

async function lookUpNames(aws: AwsClients, wanted: readonly WantedName[]) {
  const found = wanted.length === 0 ? [] : await findExistingNames(aws, wanted);
  return {
    takenNames: await withOwner(
      aws,
      found.flatMap(({ existing }) => existing),
    ),
    unknownNames: found.flatMap(({ type, failure }) => (failure === undefined ? [] : [{ type, failure }])),
  };
}

async function callerIdentity(aws: AwsClients): Promise<CallerIdentity> {
  const { Account, Arn } = await (await aws.sts()).getCallerIdentity({});
  return { accountId: Account ?? "", arn: Arn ?? "" };
}

/**
 * Asks AWS all that the pre-check wants to know: three calls where the stack holds every name already, more only
 * for new names, a permission boundary, a bucket, or what else the stack relies on. Throws nothing: what AWS refuses is part of the findings.
 */
export async function gatherPreflight(
  aws: AwsClients,
  request: PreflightRequest,
): Promise<PreflightFindings> {
  const { permissionBoundaryArn: boundary, templateBucket: bucket, prerequisites, accountId } = request;
  const [caller, stack, stackResources, boundaryExists, bucketState, relied] = await Promise.all([
    ask(() => callerIdentity(aws)),
    ask(() => findStack(aws, request.stackName)),
    ask(() => listStackResources(aws, request.stackName)),
    boundary === undefined
      ? undefined
      : exists(async () => (await aws.iam()).getPolicy({ PolicyArn: boundary })),
    bucket === undefined ? undefined : lookAtBucket(aws, { bucket, accountId }),
    prerequisites === undefined ? undefined : gatherPrerequisites(aws, prerequisites, accountId),
  ]);
  const wanted = "value" in stackResources ? namesToLookUp(request, stackResources.value) : [];
  return {
    caller,
    stack,
    stackResources,
    boundaryExists,
    bucket: bucketState,
    ...(relied === undefined ? {} : { prerequisites: relied }),
    ...(await lookUpNames(aws, wanted)),
  };
}
