import { limits } from "../../limits";
import { AwsError } from "../../service";

/** 400: a value is not what Parameter Store takes. */
export function validation(message: string): AwsError {
  return new AwsError("ValidationException", message, 400);
}

/** The tags with every value there; throws where one is none, or there are too many. */
export function checkedTags(
  tags: readonly { Key?: string; Value?: string }[] | undefined,
): { Key: string; Value: string }[] {
  const byKey = new Map<string, string>();
  for (const { Key = "", Value = "" } of tags ?? []) {
    if (Key.length < 1 || Key.length > 128 || Value.length > 256 || /^aws:/i.test(Key)) {
      throw validation(`The tag ${Key} is not valid.`);
    }
    byKey.set(Key, Value);
  }
  if (byKey.size > limits.tags) {
    throw new AwsError("TooManyTagsError", `There may be no more than ${limits.tags} tags.`);
  }
  return [...byKey].map(([Key, Value]) => ({ Key, Value }));
}

/** One page of a list; throws InvalidNextToken where the token is not ours. */
export function page<T>(
  items: readonly T[],
  input: { NextToken?: string; MaxResults?: number },
  maximum: number,
): { items: T[]; NextToken?: string } {
  const size = input.MaxResults ?? maximum;
  if (size < 1 || size > maximum) {
    throw validation(
      `1 validation error detected: Value '${size}' at 'maxResults' failed to satisfy constraint: Member must have value ${size < 1 ? "greater than or equal to 1" : `less than or equal to ${maximum}`}`,
    );
  }
  const start = input.NextToken === undefined ? 0 : position(input.NextToken);
  const end = start + size;
  return end < items.length
    ? { items: items.slice(start, end), NextToken: Buffer.from(`at:${end}`).toString("base64url") }
    : { items: items.slice(start) };
}

function position(token: string): number {
  const text = Buffer.from(token, "base64url").toString("utf8");
  if (!/^at:\d+$/.test(text)) throw new AwsError("InvalidNextToken", "The specified token isn't valid.");
  return Number(text.slice(3));
}
