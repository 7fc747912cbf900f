import { createHash } from "node:crypto";
import type { AwsError } from "../../service";
import type { Tag } from "../../resource-types/tags";
import { constraintError, stackNotFound, validationError } from "../errors";
import type { StackRecord } from "../stack-record";
import type { StackStore } from "../stack-store";

const NAME = /^[a-zA-Z][-a-zA-Z0-9]*$/;
const MAX_NAME = 128;
const MAX_TAGS = 50;

/** Throws where AWS would refuse the name of a new stack. */
export function checkStackName(name: string): void {
  if (!NAME.test(name)) {
    throw constraintError(
      "stackName",
      name,
      "Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*",
    );
  }
  if (name.length > MAX_NAME) {
    throw constraintError("stackName", name, `Member must have length less than or equal to ${MAX_NAME}`);
  }
}

/** The stack's tags as given. Throws where AWS would refuse one. */
export function checkTags(tags: readonly Partial<Tag>[] | undefined): Tag[] {
  const list = (tags ?? []).map(({ Key, Value }) => ({ Key: Key ?? "", Value: Value ?? "" }));
  if (list.length > MAX_TAGS) {
    throw constraintError("tags", "[...]", `Member must have length less than or equal to ${MAX_TAGS}`);
  }
  const keys = new Set<string>();
  for (const { Key, Value } of list) {
    if (Key.startsWith("aws:")) {
      throw validationError(`Tag keys starting with "aws:" are reserved for internal use: ${Key}`);
    }
    if (Key === "" || Key.length > 128) {
      throw constraintError("tags.member.key", Key, "Member must have length between 1 and 128");
    }
    if (Value.length > 256) {
      throw constraintError("tags.member.value", Value, "Member must have length less than or equal to 256");
    }
    if (keys.has(Key)) throw validationError(`Duplicate tag keys found: ${Key}`);
    keys.add(Key);
  }
  return list;
}

/** The stack of that name or ARN. Throws where there is none, or where it is deleted already. */
export function livingStack(store: StackStore, nameOrId: string | undefined): StackRecord {
  const stack = nameOrId === undefined ? undefined : store.find(nameOrId);
  if (stack === undefined) throw stackNotFound(String(nameOrId));
  if (stack.status === "DELETE_COMPLETE") throw stackNotFound(String(nameOrId));
  return stack;
}

/** The stack of that name or ARN, deleted ones by their ARN. */
export function anyStack(store: StackStore, nameOrId: string | undefined): StackRecord {
  const stack = nameOrId === undefined ? undefined : store.find(nameOrId);
  if (stack === undefined) throw stackNotFound(String(nameOrId));
  return stack;
}

/** One page of a list; the token is opaque to the caller and good for the same list alone. */
export function page<T>(
  items: readonly T[],
  token: string | undefined,
  size: number,
): { items: T[]; next?: string } {
  const mark = (offset: number): string =>
    Buffer.from(
      `${offset}.${createHash("sha256").update(`page${offset}`).digest("hex").slice(0, 12)}`,
    ).toString("base64");
  const offset = token === undefined ? 0 : Number(Buffer.from(token, "base64").toString().split(".")[0]);
  if (!Number.isInteger(offset) || offset < 0 || (token !== undefined && mark(offset) !== token)) {
    throw validationError("NextToken is invalid");
  }
  const end = offset + size;
  return { items: items.slice(offset, end), ...(end < items.length ? { next: mark(end) } : {}) };
}

/** The answer to an operation that the stack's status does not allow. */
export function wrongState(stack: StackRecord, verb: string): AwsError {
  return validationError(`Stack:${stack.stackId} is in ${stack.status} state and can not be ${verb}.`);
}
