import { KNOWN_RESOURCES } from "../../core/template/known-resources";
import { referencesIn } from "../../core/template/open-references";
import type { WatchedResource } from "../../core/template/watched-resource";
import type { WantedName } from "../existing-names";

/** A policy of a bucket has no name of its own. */
const NAMELESS = new Set(["AWS::S3::BucketPolicy"]);

/** The names that resources claim in their account; what AWS makes the ids of claims none. */
export function claimedNames(resources: readonly WatchedResource[]): WantedName[] {
  return resources.flatMap(({ logicalId, type, identifier, properties }) => {
    const known = KNOWN_RESOURCES[type];
    if (known === undefined || NAMELESS.has(type)) return [];
    const name = known.identifier === "unknown" ? properties[known.nameProperty] : identifier;
    return typeof name === "string" && referencesIn(name).size === 0
      ? [{ logicalId, type, identifier: name }]
      : [];
  });
}
