import { AwsError } from "../../service";
import { checkedTags, type Tag } from "../tag-list";
import { tokenPage } from "../token-page";

const NAME = /^[.\-_A-Za-z0-9]+$/;
const NAME_LENGTH = 64;
const DESCRIPTION_LENGTH = 512;
const PAGE = 100;

/** 400: a value is not what EventBridge takes. */
export function validation(message: string): AwsError {
  return new AwsError("ValidationException", message);
}

function violation(value: string | number, member: string, constraint: string): AwsError {
  return validation(
    `1 validation error detected: Value '${value}' at '${member}' failed to satisfy constraint: ${constraint}`,
  );
}

/** Throws ValidationException where a text can't name a rule or a target. */
export function checkName(name: string, member: string): void {
  if (name.length > NAME_LENGTH) {
    throw violation(name, member, `Member must have length less than or equal to ${NAME_LENGTH}`);
  }
  if (!NAME.test(name)) {
    throw violation(
      name,
      member,
      String.raw`Member must satisfy regular expression pattern: [\.\-_A-Za-z0-9]+`,
    );
  }
}

/** Throws ValidationException where a description is too long. */
export function checkDescription(text: string | undefined): void {
  if (text === undefined || text.length <= DESCRIPTION_LENGTH) return;
  throw violation(text, "description", `Member must have length less than or equal to ${DESCRIPTION_LENGTH}`);
}

/** Throws ValidationException where a text is neither a rate nor a cron expression. */
export function checkSchedule(expression: string): void {
  const rate = /^rate\((\d+) (minute|hour|day)(s?)\)$/.exec(expression);
  const fits =
    rate === null
      ? /^cron\((?:[^ ()]+ ){5}[^ ()]+\)$/.test(expression)
      : Number(rate[1]) > 0 && (rate[1] === "1") === (rate[3] === "");
  if (!fits) throw validation("Parameter ScheduleExpression is not valid.");
}

/** The tags as they are kept; throws ValidationException or LimitExceededException. */
export function ruleTags(tags: readonly { Key?: string; Value?: string }[] | undefined): Tag[] {
  return checkedTags(tags, {
    invalid: (key) => validation(`The tag ${key} is not valid.`),
    tooMany: () => new AwsError("LimitExceededException", "The rule has too many tags."),
  });
}

/** One page of a list; throws ValidationException where size or token are none. */
export function page<T>(
  items: readonly T[],
  { NextToken, Limit = PAGE }: { NextToken?: string; Limit?: number },
): { items: T[]; NextToken?: string } {
  if (Limit < 1) throw violation(Limit, "limit", "Member must have value greater than or equal to 1");
  if (Limit > PAGE) throw violation(Limit, "limit", `Member must have value less than or equal to ${PAGE}`);
  const found = tokenPage(items, NextToken, Limit, () => validation("The token is not valid."));
  return { items: found.items, NextToken: found.next };
}
