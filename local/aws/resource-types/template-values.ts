/** A number that templates may write as text. */
export function asNumber(value: unknown): number | undefined {
  return value === undefined ? undefined : Number(value);
}

/** A truth value that templates may write as text, false where there is none. */
export function isTrue(value: unknown): boolean {
  return value === true || value === "true";
}
