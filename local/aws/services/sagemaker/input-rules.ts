import { AwsError } from "../../service";
import { checkedTags, type Tag } from "../tag-list";
import { tokenPage } from "../token-page";

const NAME = /^[a-zA-Z0-9](?:-*[a-zA-Z0-9]){0,62}$/;
const PAGE = 10;
const LARGEST_PAGE = 100;

/** 400: what is asked for is not there, is there already, or is not what SageMaker takes: it has one code for all. */
export function validation(message: string): AwsError {
  return new AwsError("ValidationException", message);
}

/** 400: a value breaks a rule of its member. */
export function violation(value: unknown, member: string, constraint: string): AwsError {
  return validation(
    `1 validation error detected: Value '${String(value)}' at '${member}' failed to satisfy constraint: ${constraint}`,
  );
}

/** Throws ValidationException where a text can't name a resource of SageMaker. */
export function checkName(name: string, member: string): void {
  if (name.length > 63) throw violation(name, member, "Member must have length less than or equal to 63");
  if (NAME.test(name)) return;
  throw violation(
    name,
    member,
    "Member must satisfy regular expression pattern: [a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}",
  );
}

/** Throws ValidationException where a text is longer than its member may be. */
export function checkLength(text: string | undefined, member: string, most: number): void {
  if (text === undefined || text.length <= most) return;
  throw violation(text, member, `Member must have length less than or equal to ${most}`);
}

/** Throws ValidationException where a value is none of those that its member knows. */
export function checkOneOf(value: string | undefined, member: string, values: readonly string[]): void {
  if (value === undefined || values.includes(value)) return;
  throw violation(value, member, `Member must satisfy enum value set: [${values.join(", ")}]`);
}

/** The tags as they are kept; throws ValidationException. */
export function resourceTags(tags: readonly { Key?: string; Value?: string }[] | undefined): Tag[] {
  return checkedTags(tags, {
    invalid: (key) => validation(`The tag ${key} is not valid.`),
    tooMany: () => validation("Cannot create more than 50 tags per resource"),
  });
}

/** What every list of SageMaker can be asked for. */
export interface ListInput {
  CreationTimeAfter?: Date;
  CreationTimeBefore?: Date;
  MaxResults?: number;
  NameContains?: string;
  NextToken?: string;
  SortBy?: string;
  SortOrder?: string;
}

/** What lists filter and sort by. `created` is an ISO 8601 time; `place` tells apart what was made at the same time. */
export interface Listed {
  name: string;
  created: string;
  place?: number;
}

/** One page of what a list is asked for, by creation time unless it says Name; throws ValidationException. */
export function listPage<T extends Listed>(
  records: readonly T[],
  input: ListInput,
  byDefault: "Ascending" | "Descending",
): { items: T[]; NextToken?: string } {
  const size = input.MaxResults ?? PAGE;
  if (size < 1) throw violation(size, "maxResults", "Member must have value greater than or equal to 1");
  if (size > LARGEST_PAGE) {
    throw violation(size, "maxResults", `Member must have value less than or equal to ${LARGEST_PAGE}`);
  }
  const { CreationTimeAfter: after, CreationTimeBefore: before, NameContains: part } = input;
  const found = records.filter(
    ({ name, created }) =>
      (part === undefined || name.toLowerCase().includes(part.toLowerCase())) &&
      (after === undefined || Date.parse(created) > after.getTime()) &&
      (before === undefined || Date.parse(created) < before.getTime()),
  );
  found.sort(input.SortBy === "Name" ? byName : byCreation);
  if ((input.SortOrder ?? byDefault) === "Descending") found.reverse();
  const page = tokenPage(found, input.NextToken, size, () => validation("Invalid NextToken."));
  return { items: page.items, NextToken: page.next };
}

function byName(a: Listed, b: Listed): number {
  return a.name === b.name ? (a.place ?? 0) - (b.place ?? 0) : a.name < b.name ? -1 : 1;
}

function byCreation(a: Listed, b: Listed): number {
  return Date.parse(a.created) - Date.parse(b.created) || byName(a, b);
}
