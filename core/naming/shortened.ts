import { createHash } from "node:crypto";

/** Hexadecimal digits of the hash at the end of a shortened name: two names in 2^32 share one. */
const HASH_DIGITS = 8;

/**
 * A name that AWS takes: as it is where it fits, else cut, with a hash of the whole at the end, so that two long names
 * that begin alike stay two. It ends with a letter or digit if the name does, and never has two hyphens in a row.
 */
export function shortened(name: string, limit: number): string {
  if (name.length <= limit) return name;
  const hash = createHash("sha256").update(name).digest("hex").slice(0, HASH_DIGITS);
  const head = name.slice(0, limit - HASH_DIGITS - 1).replace(/[^A-Za-z0-9]+$/, "");
  return `${head}-${hash}`;
}
