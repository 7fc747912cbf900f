/** A tag in the form that most resource types have. */
export interface Tag {
  Key: string;
  Value: string;
}

/** What leads from some tags to others: those to write, and the keys of those to take away. */
export function changedTags(
  before: readonly Tag[],
  after: readonly Tag[],
): { put: Tag[]; removed: string[] } {
  const old = new Map(before.map(({ Key, Value }) => [Key, Value]));
  const kept = new Set(after.map(({ Key }) => Key));
  return {
    put: after.filter(({ Key, Value }) => old.get(Key) !== Value),
    removed: [...old.keys()].filter((key) => !kept.has(key)),
  };
}
