import { validationError } from "./errors";

const DEFAULT_PAGE = 100;

/** A part of a list, as IAM's operations answer it. */
export interface Page<T> {
  items: T[];
  IsTruncated: boolean;
  Marker?: string;
}

/** One page of a list whose order stays the same between calls. Throws ValidationError where the marker is not ours. */
export function page<T>(items: readonly T[], input: { Marker?: string; MaxItems?: number }): Page<T> {
  const size = input.MaxItems ?? DEFAULT_PAGE;
  if (size < 1 || size > 1000) {
    throw validationError(
      `1 validation error detected: Value '${size}' at 'maxItems' failed to satisfy constraint: Member must have value ${size < 1 ? "greater than or equal to 1" : "less than or equal to 1000"}`,
    );
  }
  const start = input.Marker === undefined ? 0 : position(input.Marker);
  const end = start + size;
  return end < items.length
    ? {
        items: items.slice(start, end),
        IsTruncated: true,
        Marker: Buffer.from(`at:${end}`).toString("base64url"),
      }
    : { items: items.slice(start), IsTruncated: false };
}

function position(marker: string): number {
  const text = Buffer.from(marker, "base64url").toString("utf8");
  if (!/^at:\d+$/.test(text)) throw validationError(`Invalid Marker: ${marker}`);
  return Number(text.slice(3));
}
