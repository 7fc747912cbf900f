/** AWS's access levels, in the order in which people read them (IAM User Guide, "Access levels in policy summaries"). */
export const ACCESS_LEVELS = ["list", "read", "write", "permissions-management", "tagging"] as const;

/** How much an action can do. */
export type AccessLevel = (typeof ACCESS_LEVELS)[number];

/**
 * The access level that AWS's service authorization reference gives an action: one word, or two separated by a comma,
 * of which the second says no more than that it writes.
 * @throws RangeError at a level that is not known.
 */
export function accessLevel(words: string): AccessLevel {
  const level = words.split(",")[0]!.trim().toLowerCase().replaceAll(" ", "-");
  const known = ACCESS_LEVELS.find((candidate) => candidate === level);
  if (known === undefined) throw new RangeError(`unknown access level ${words}`);
  return known;
}
