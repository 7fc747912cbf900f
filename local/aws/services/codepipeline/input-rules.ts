import { AwsError } from "../../service";
import { checkedTags, fromLowerCase, type LowerCaseTag, type Tag } from "../tag-list";
import { tokenPage } from "../token-page";

const NAME = /^[A-Za-z0-9.@\-_]{1,100}$/;
const LARGEST_PAGE = 1000;

/** 400: a value is not what CodePipeline takes. */
export function validation(message: string): AwsError {
  return new AwsError("ValidationException", message);
}

/** Throws ValidationException where a text can't name a pipeline, a stage or an action. */
export function checkName(name: string, member: string): void {
  if (NAME.test(name)) return;
  throw validation(
    `1 validation error detected: Value '${name}' at '${member}' failed to satisfy constraint: Member must satisfy regular expression pattern: [A-Za-z0-9.@\\-_]+`,
  );
}

/** The tags as they are kept; throws InvalidTagsException or TooManyTagsException. */
export function pipelineTags(tags: readonly LowerCaseTag[] | undefined): Tag[] {
  return checkedTags(fromLowerCase(tags), {
    invalid: (key) => new AwsError("InvalidTagsException", `The tag ${key} is not valid.`),
    tooMany: () => new AwsError("TooManyTagsException", "The pipeline has too many tags."),
  });
}

/** One page of a list; throws ValidationException or InvalidNextTokenException. */
export function page<T>(
  items: readonly T[],
  { nextToken, maxResults = LARGEST_PAGE }: { nextToken?: string; maxResults?: number },
): { items: T[]; nextToken?: string } {
  if (maxResults < 1 || maxResults > LARGEST_PAGE) {
    throw validation(`maxResults must be between 1 and ${LARGEST_PAGE}.`);
  }
  const found = tokenPage(
    items,
    nextToken,
    maxResults,
    () => new AwsError("InvalidNextTokenException", "The next token is not valid."),
  );
  return { items: found.items, nextToken: found.next };
}
