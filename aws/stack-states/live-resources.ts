import type { NotCompared } from "../../core/changes/deployed-template";
import type { Holder } from "../../core/changes/principal-access";
import { canonicalLive, canonicalProperties } from "../../core/drift/canonical-properties";
import type { WatchedResource } from "../../core/template/watched-resource";
import { describeAwsError, explainAwsFailure } from "../aws-error";
import type { AwsClients } from "../clients";
import { hideStackId } from "../drift/stack-id";
import { inParallel } from "../in-parallel";
import { type LiveResource, readLiveResource } from "../live-resource";

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
async function readOne(aws: AwsClients, { type, identifier }: WatchedResource): Promise<LiveResource> {
  try {
    return await readLiveResource(aws, type, identifier);
  } catch (error) {
    const failure = describeAwsError(error);
    const unanswered = ["no-credentials", "bad-credentials", "unreachable"].includes(failure.kind);
    if (unanswered || (error as { $metadata?: object }).$metadata === undefined) throw error;
    return { kind: "unreadable", reason: explainAwsFailure(failure), failure };
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
  const answers = await inParallel(expected, (resource) => {
    signal.throwIfAborted();
    return readOne(aws, resource);
  });
  const result: LiveResources = { found: [], gone: [], notChecked: [], holders: new Map() };
  answers.forEach((live, index) => {
    const resource = expected[index]!;
    const { logicalId, type, identifier } = resource;
    if (live.kind === "gone") result.gone.push(resource);
    else if (live.kind === "unreadable") result.notChecked.push({ logicalId, type, reason: live.reason });
    else {
      const wanted = canonicalProperties(type, resource.properties);
      const properties = hideStackId(canonicalLive(type, live.properties, wanted), stackId);
      result.found.push({ ...resource, properties });
      if (type === "AWS::IAM::ManagedPolicy") result.holders.set(identifier, holdersOf(live.properties));
    }
  });
  return result;
}
