import type { AwsError } from "../service";

/**
 * The part of a list at which a token stands, and the token of the next one; the list's order must stay the same
 * between calls. Throws what `invalid` makes where the token is not ours.
 */
export function tokenPage<T>(
  items: readonly T[],
  token: string | undefined,
  size: number,
  invalid: () => AwsError,
): { items: T[]; next?: string } {
  const start = token === undefined ? 0 : position(token, invalid);
  const end = start + size;
  return end < items.length
    ? { items: items.slice(start, end), next: Buffer.from(`at:${end}`).toString("base64url") }
    : { items: items.slice(start) };
}

function position(token: string, invalid: () => AwsError): number {
  const text = Buffer.from(token, "base64url").toString("utf8");
  if (!/^at:\d+$/.test(text)) throw invalid();
  return Number(text.slice(3));
}
