import { limits } from "../limits";
import type { AwsError } from "../service";

/** A tag in the form of most services. */
export interface Tag {
  Key: string;
  Value: string;
}

/** How a service refuses tags. */
export interface TagRefusals {
  /** A key or value that no tag has. */
  invalid(key: string): AwsError;
  tooMany(): AwsError;
}

/** Tags in which the later of the same key wins, each value there; throws what the service refuses tags with. */
export function checkedTags(
  tags: readonly { Key?: string; Value?: string }[] | undefined,
  refusals: TagRefusals,
): Tag[] {
  const byKey = new Map<string, string>();
  for (const { Key = "", Value = "" } of tags ?? []) {
    if (Key.length < 1 || Key.length > 128 || Value.length > 256 || /^aws:/i.test(Key)) {
      throw refusals.invalid(Key);
    }
    byKey.set(Key, Value);
  }
  if (byKey.size > limits.tags) throw refusals.tooMany();
  return [...byKey].map(([Key, Value]) => ({ Key, Value }));
}

/** The tags without those of the keys. */
export function withoutTags(tags: readonly Tag[], keys: readonly string[] | undefined): Tag[] {
  return tags.filter(({ Key }) => !keys?.includes(Key));
}

/** A map of tags as a list. */
export function tagList(tags: unknown): Tag[] {
  return Object.entries((tags ?? {}) as Record<string, string>).map(([Key, Value]) => ({ Key, Value }));
}

/** A list of tags as a map. */
export function tagMap(tags: readonly Tag[]): Record<string, string> {
  return Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value]));
}

/** Tags of services that write them `key` and `value`. */
export interface LowerCaseTag {
  key?: string;
  value?: string;
}

/** Tags with `key` and `value` as others have them. */
export function fromLowerCase(tags: readonly LowerCaseTag[] | undefined): { Key?: string; Value?: string }[] {
  return (tags ?? []).map(({ key, value }) => ({ Key: key, Value: value }));
}

/** Tags as services write them that have `key` and `value`. */
export function toLowerCase(tags: readonly Tag[]): { key: string; value: string }[] {
  return tags.map(({ Key, Value }) => ({ key: Key, value: Value }));
}
