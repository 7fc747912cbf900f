import { limits } from "../../limits";
import { AwsError } from "../../service";
import { checkedTags, type Tag } from "../tag-list";
import { tokenPage } from "../token-page";

/** 400: a value is not what Parameter Store takes. */
export function validation(message: string): AwsError {
  return new AwsError("ValidationException", message, 400);
}

/** The tags with every value there; throws where one is none, or there are too many. */
export function parameterTags(tags: readonly { Key?: string; Value?: string }[] | undefined): Tag[] {
  return checkedTags(tags, {
    invalid: (key) => validation(`The tag ${key} is not valid.`),
    tooMany: () => new AwsError("TooManyTagsError", `There may be no more than ${limits.tags} tags.`),
  });
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
  const found = tokenPage(
    items,
    input.NextToken,
    size,
    () => new AwsError("InvalidNextToken", "The specified token isn't valid."),
  );
  return { items: found.items, NextToken: found.next };
}
