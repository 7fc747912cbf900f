import type { NotCompared } from "../../core/changes/deployed-template";
import type { Holder } from "../../core/changes/principal-access";
import type { WatchedResource } from "../../core/template/watched-resource";
import { describeAwsError, explainAwsFailure } from "../aws-error";
import type { AwsClients } from "../clients";
import { readWatched, type WatchedState } from "../drift/read-watched";
import { StackReferences } from "../drift/stack-references";
import { inParallel } from "../in-parallel";

/** What the account has of a stack's resources. */
export interface LiveResources {
  /** Those that exist, in canonical form. */
  found: WatchedResource[];
  /** Those that were deleted behind the stack's back. */
  gone: WatchedResource[];
  notChecked: NotCompared[];
  /** Whom each managed policy is attached to, by its ARN. */
  holders: Map<string, Holder[]>;
}

/** A call that AWS did not answer says nothing about the resource; one that never reached AWS ends everything. */
async function readOne(
  aws: AwsClients,
  references: StackReferences,
  watched: WatchedResource & { stackName: string },
): Promise<WatchedState> {
  try {
    return await readWatched(aws, references, watched);
  } catch (error) {
    const failure = describeAwsError(error);
    const unanswered = ["no-credentials", "bad-credentials", "unreachable"].includes(failure.kind);
    if (unanswered || (error as { $metadata?: object }).$metadata === undefined) throw error;
    return { kind: "unreadable", reason: explainAwsFailure(failure) };
  }
}

const HOLDERS = { Groups: "group", Roles: "role", Users: "user" } as const;

function holdersOf(properties: Record<string, unknown>): Holder[] {
  return Object.entries(HOLDERS).flatMap(([list, kind]) => {
    const names = properties[list];
    return Array.isArray(names) ? names.map((name) => ({ kind, name: String(name) })) : [];
  });
}

/**
 * Reads what the account has of each resource, and whom the policies are attached to. What AWS does not tell is
 * listed as not checked. Throws the signal's reason, and the SDK's errors where no call reaches AWS.
 */
export async function readLiveResources(
  aws: AwsClients,
  expected: readonly WatchedResource[],
  { stackId, signal }: { stackId: string; signal: AbortSignal },
): Promise<LiveResources> {
  const references = new StackReferences();
  const answers = await inParallel(expected, (resource) => {
    signal.throwIfAborted();
    return readOne(aws, references, { ...resource, stackName: stackId });
  });
  const result: LiveResources = { found: [], gone: [], notChecked: [], holders: new Map() };
  answers.forEach((live, index) => {
    const resource = expected[index]!;
    const { logicalId, type, identifier } = resource;
    if (live.kind === "gone") result.gone.push(resource);
    else if (live.kind === "found") {
      result.found.push({ ...resource, properties: live.properties });
      if (type === "AWS::IAM::ManagedPolicy") result.holders.set(identifier, holdersOf(live.live));
    } else result.notChecked.push({ logicalId, type, reason: live.reason });
  });
  return result;
}
