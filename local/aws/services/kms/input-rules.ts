import type { Tag } from "@aws-sdk/client-kms";
import { AwsError } from "../../service";
import { checkedTags as tagsChecked } from "../tag-list";
import { tokenPage } from "../token-page";
import { validation } from "./errors";
import type { KeyRecord } from "./key-record";

const PAGE = 100;
const MAX_PAGE = 1000;

/** The tags, if they are tags; throws TagException or LimitExceededException. */
export function checkedTags(tags: readonly Tag[] | undefined): KeyRecord["tags"] {
  const checked = tagsChecked(
    tags?.map(({ TagKey, TagValue }) => ({ Key: TagKey, Value: TagValue })),
    {
      invalid: (key) => new AwsError("TagException", `The tag ${key} is not valid.`),
      tooMany: () => new AwsError("LimitExceededException", "Too many tags"),
    },
  );
  return checked.map(({ Key, Value }) => ({ TagKey: Key, TagValue: Value }));
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
