import type { Tag } from "../services/tag-list";

export { type Tag, tagList, tagMap } from "../services/tag-list";

/** Tags without AWS's own (`aws:…`), which the resource types do not show. */
export function readableTags(tags: readonly Tag[] | undefined): Tag[] {
  return (tags ?? [])
    .filter(({ Key }) => !Key.startsWith("aws:"))
    .map(({ Key, Value }) => ({ Key, Value }))
    .sort((a, b) => (a.Key < b.Key ? -1 : 1));
}

/** What an update has to write and to remove so that the desired tags stand where the previous ones stood. */
export function changedTags(
  previous: readonly Tag[] | undefined,
  desired: readonly Tag[] | undefined,
): { put: Tag[]; removed: string[] } {
  const before = new Map((previous ?? []).map((tag) => [tag.Key, tag.Value]));
  const after = new Map((desired ?? []).map((tag) => [tag.Key, tag.Value]));
  return {
    put: [...after]
      .filter(([key, value]) => before.get(key) !== value)
      .map(([Key, Value]) => ({ Key, Value })),
    removed: [...before.keys()].filter((key) => !after.has(key)),
  };
}
