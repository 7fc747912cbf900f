import { limits } from "../../limits";
import { AwsError } from "../../service";
import { checkedTags as tagsChecked, tagList, tagMap } from "../tag-list";
import { tokenPage } from "../token-page";

/** Days that a log group may be kept (CloudWatch Logs API Reference, PutRetentionPolicy). */
const RETENTION_DAYS = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

const GROUP_NAME = /^[.\-_/#A-Za-z0-9]+$/;
const NAME_LENGTH = 512;
const PAGE = 50;

/** 400: a value is not what CloudWatch Logs takes. */
export function invalidParameter(message: string): AwsError {
  return new AwsError("InvalidParameterException", message);
}

/** Throws InvalidParameterException, worded as the service's validator words it, unless a text fits. */
export function checkText(value: string, member: string, rule: { pattern: RegExp; text: string }): void {
  const constraint =
    value.length < 1
      ? "Member must have length greater than or equal to 1"
      : value.length > NAME_LENGTH
        ? `Member must have length less than or equal to ${NAME_LENGTH}`
        : rule.pattern.test(value)
          ? undefined
          : `Member must satisfy regular expression pattern: ${rule.text}`;
  if (constraint === undefined) return;
  throw invalidParameter(
    `1 validation error detected: Value '${value}' at '${member}' failed to satisfy constraint: ${constraint}`,
  );
}

/** Throws InvalidParameterException where a name is none for a log group. */
export function checkGroupName(name: string): void {
  checkText(name, "logGroupName", { pattern: GROUP_NAME, text: String.raw`[\.\-_/#A-Za-z0-9]+` });
}

/** Throws InvalidParameterException where log groups can't be kept for so many days. */
export function checkRetention(days: number): void {
  if (RETENTION_DAYS.includes(days)) return;
  throw invalidParameter(
    `1 validation error detected: Value '${days}' at 'retentionInDays' failed to satisfy constraint: Member must satisfy enum value set: [${RETENTION_DAYS.join(", ")}]`,
  );
}

/** The tags, if they are tags; throws InvalidParameterException or TooManyTagsException. */
export function checkedTags(tags: Record<string, string> | undefined): Record<string, string> {
  const checked = tagsChecked(tagList(tags), {
    invalid: (key) => invalidParameter(`The tag ${key} is not valid.`),
    tooMany: () =>
      new AwsError("TooManyTagsException", `A resource can have no more than ${limits.tags} tags.`),
  });
  return tagMap(checked);
}

/** One page of a list; throws InvalidParameterException where size or token are none. */
export function page<T>(
  items: readonly T[],
  { nextToken, limit = PAGE }: { nextToken?: string; limit?: number },
  maximum = PAGE,
): { items: T[]; nextToken?: string } {
  if (limit < 1 || limit > maximum) {
    throw invalidParameter(
      `1 validation error detected: Value '${limit}' at 'limit' failed to satisfy constraint: Member must have value ${limit < 1 ? "greater than or equal to 1" : `less than or equal to ${maximum}`}`,
    );
  }
  const found = tokenPage(items, nextToken, limit, () =>
    invalidParameter("The specified nextToken is invalid."),
  );
  return { items: found.items, nextToken: found.next };
}
