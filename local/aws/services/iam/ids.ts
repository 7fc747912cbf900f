import { randomBytes } from "node:crypto";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** Kinds of unique ids by their first four letters (IAM User Guide, "IAM identifiers"). */
export type IdPrefix = "AGPA" | "AROA" | "AIDA" | "ANPA" | "AIPA" | "AKIA" | "ASIA";

/** A new unique id: 21 characters, access keys 20. */
export function newId(prefix: IdPrefix): string {
  const length = prefix === "AKIA" || prefix === "ASIA" ? 16 : 17;
  return prefix + [...randomBytes(length)].map((byte) => ALPHABET[byte % 32]).join("");
}

/** A new secret access key, 40 characters. */
export function newSecret(): string {
  return randomBytes(30).toString("base64");
}
