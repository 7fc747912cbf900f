import type { Tag } from "@aws-sdk/client-kms";
import { limits } from "../../limits";
import { AwsError } from "../../service";
import { tokenPage } from "../token-page";
import { validation } from "./errors";
import type { KeyRecord } from "./key-record";

const PAGE = 100;
const MAX_PAGE = 1000;

/** The tags, if they are tags; throws TagException or LimitExceededException. */
export function checkedTags(tags: readonly Tag[] | undefined): KeyRecord["tags"] {
  const byKey = new Map<string, string>();
  for (const { TagKey = "", TagValue = "" } of tags ?? []) {
    if (TagKey.length < 1 || TagKey.length > 128 || TagValue.length > 256 || /^aws:/i.test(TagKey)) {
      throw new AwsError("TagException", `The tag ${TagKey} is not valid.`);
    }
    byKey.set(TagKey, TagValue);
  }
  if (byKey.size > limits.tags) throw new AwsError("LimitExceededException", "Too many tags");
  return [...byKey].map(([TagKey, TagValue]) => ({ TagKey, TagValue }));
}

/** One page of a list; throws ValidationException or InvalidMarkerException. */
export function page<T>(
  items: readonly T[],
  { Limit = PAGE, Marker }: { Limit?: number; Marker?: string },
): { items: T[]; NextMarker?: string; Truncated: boolean } {
  if (Limit < 1 || Limit > MAX_PAGE) {
    throw validation(
      `1 validation error detected: Value '${Limit}' at 'limit' failed to satisfy constraint: Member must have value ${Limit < 1 ? "greater than or equal to 1" : `less than or equal to ${MAX_PAGE}`}`,
    );
  }
  const found = tokenPage(
    items,
    Marker,
    Limit,
    () => new AwsError("InvalidMarkerException", "Invalid Marker"),
  );
  return { items: found.items, NextMarker: found.next, Truncated: found.next !== undefined };
}
