import { canonicalLive, canonicalProperties, type Properties } from "../../core/drift/canonical-properties";
import { hideReferences } from "../../core/drift/hide-references";
import { fillReferences, type ReferenceValues } from "../../core/template/open-references";
import type { WatchedResource } from "../../core/template/watched-resource";
import type { AwsClients } from "../clients";
import { readLiveResource } from "../live-resource";
import { serviceReader } from "../readers";
import type { WatchedArgs } from "../watched-args";
import { noteOnGone } from "./pending-keys";
import type { StackReferences } from "./stack-references";

/** What a watched resource is in AWS now. */
export type WatchedState =
  | {
      kind: "found";
      /** Cloud Control's identifier, as AWS knows it. */
      identifier: string;
      /** In canonical form and the template's words, with what AWS's answer can't show as the arguments say it. */
      properties: Properties;
      /** What the references in the arguments stand for. */
      values: ReferenceValues;
      /** As AWS answered. */
      live: Properties;
    }
  /** `note` says what is to be known of that, beside that it is gone. */
  | { kind: "gone"; note?: string }
  /** What it refers to is not there, so that nobody can say what it should be. */
  | { kind: "unresolved"; reason: string }
  /** Nobody can say what there is: neither that it is as it should be, nor that it is not. */
  | { kind: "unreadable"; reason: string };

/** Reads one watched resource. Throws the SDK's errors other than a denial. */
export async function readWatched(
  aws: AwsClients,
  references: StackReferences,
  watched: WatchedResource & Pick<WatchedArgs, "stackName">,
): Promise<WatchedState> {
  const { type, stackName } = watched;
  const stack = references.of(aws, stackName);
  const named = await stack.resolve(watched.identifier);
  // What AWS names is gone where the stack does not have it.
  if (named.kind === "missing") return { kind: "gone" };
  if (named.kind === "denied") return { kind: "unreadable", reason: named.reason };
  const identifier = fillReferences(watched.identifier, named.values) as string;
  const expected = canonicalProperties(type, watched.properties);
  const read = (properties: Properties) => readLiveResource(aws, { ...watched, identifier, properties });
  // Cloud Control goes by the identifier: a resource that is gone needs no more calls.
  const early = serviceReader(type) === undefined ? await read(expected) : undefined;
  if (early?.kind === "gone") return { kind: "gone", note: await noteOnGone(aws, { type, identifier }) };
  if (early?.kind === "unreadable") return early;
  const resolved = await stack.resolve(expected);
  if (resolved.kind === "missing") {
    // Names hold no references: whether it is there can be told even where what it refers to is gone with it.
    const isGone = early === undefined && (await read(expected)).kind === "gone";
    return isGone ? { kind: "gone" } : { kind: "unresolved", reason: resolved.reason };
  }
  if (resolved.kind === "denied") return { kind: "unreadable", reason: resolved.reason };
  const { values } = resolved;
  const filled = fillReferences(expected, values) as Properties;
  const live = early ?? (await read(filled));
  if (live.kind !== "found") return live;
  const canonical = canonicalLive(type, live.properties, filled);
  const properties = canonicalProperties(type, hideReferences(canonical, expected, values));
  return { kind: "found", identifier, properties, values, live: live.properties };
}
