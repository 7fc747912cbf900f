import { canonicalLive, canonicalProperties, type Properties } from "../../core/drift/canonical-properties";
import { describeAwsError } from "../aws-error";
import type { AwsClients } from "../clients";
import { readLiveResource } from "../live-resource";
import type { WatchedArgs } from "../watched-args";
import { hideStackId, mentionsStackId, type StackIds } from "./stack-id";

/** What a watched resource is in AWS now. */
export type WatchedState =
  | {
      kind: "found";
      /** In canonical form, with what AWS's answer can't show as the arguments say it. */
      properties: Properties;
    }
  | { kind: "gone" }
  /** Nobody can say what there is: neither that it is as it should be, nor that it is not. */
  | { kind: "unreadable"; reason: string };

/** Reads one watched resource. Throws the SDK's errors other than a denial. */
export async function readWatched(
  aws: AwsClients,
  stackIds: StackIds,
  watched: WatchedArgs,
): Promise<WatchedState> {
  const { type, identifier, stackName } = watched;
  const expected = canonicalProperties(type, watched.properties);
  let stackId: string | undefined;
  if (mentionsStackId(expected)) {
    try {
      stackId = await stackIds.find(aws, stackName);
    } catch (error) {
      const { kind } = describeAwsError(error);
      if (kind !== "denied") throw error;
      return {
        kind: "unreadable",
        reason: `its value is the stack's id, and cloudformation:DescribeStacks is not allowed`,
      };
    }
  }
  const live = await readLiveResource(aws, type, identifier);
  if (live.kind !== "found") return live;
  return { kind: "found", properties: hideStackId(canonicalLive(type, live.properties, expected), stackId) };
}
