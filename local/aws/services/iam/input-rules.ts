import { limits } from "../../limits";
import type { Tag } from "./records";
import { invalidInput, validationError } from "./errors";

const NAME = /^[\w+=,.@-]+$/;
const PATH = /^(?:\/|\/[\u0021-\u007e]+\/)$/;
/** What a policy document may be written with (IAM API Reference). */
// eslint-disable-next-line no-control-regex
const DOCUMENT = /^[\u0009\u000a\u000d\u0020-\u00ff]+$/;
const DOCUMENT_LENGTH = 131_072;

/** Throws ValidationError where a name is too long or holds what IAM's names can't. */
export function checkName(name: string, member: string, maximum: number): void {
  checkLength(name, member, 1, maximum);
  if (!NAME.test(name)) {
    throw validationError(
      `The specified value for ${member} is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-`,
    );
  }
}

/** Throws ValidationError where a text is too short or too long. */
export function checkLength(text: string, member: string, minimum: number, maximum: number): void {
  const bound =
    text.length < minimum
      ? `greater than or equal to ${minimum}`
      : text.length > maximum
        ? `less than or equal to ${maximum}`
        : undefined;
  if (bound === undefined) return;
  throw validationError(
    `1 validation error detected: Value '${text.slice(0, 200)}' at '${member}' failed to satisfy constraint: Member must have length ${bound}`,
  );
}

/** The path, `/` where none is given; throws ValidationError where it is none. */
export function checkedPath(path: string | undefined): string {
  const value = path ?? "/";
  checkLength(value, "path", 1, 512);
  if (!PATH.test(value)) {
    throw validationError(
      "The specified value for path is invalid. It must begin and end with / and contain only alphanumeric characters and/or / characters.",
    );
  }
  return value;
}

/** Throws ValidationError where a document holds characters that IAM refuses. */
export function checkDocumentText(text: string, member: string): void {
  checkLength(text, member, 1, DOCUMENT_LENGTH);
  if (!DOCUMENT.test(text)) {
    throw validationError(
      `The specified value for ${member} is invalid. It must contain only printable ASCII and Latin-1 characters, tabs and line ends.`,
    );
  }
}

const TAG_TEXT = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/** The tags with every value there; throws where a key is used twice, or a tag is none. */
export function checkedTags(tags: { Key?: string; Value?: string }[] | undefined): Tag[] {
  const checked = (tags ?? []).map(({ Key = "", Value = "" }) => ({ Key, Value }));
  const keys = new Set<string>();
  for (const { Key, Value } of checked) {
    checkLength(Key, "tags.member.key", 1, 128);
    checkLength(Value, "tags.member.value", 0, 256);
    if (!TAG_TEXT.test(Key) || !TAG_TEXT.test(Value)) {
      throw validationError(`The tag ${Key} holds characters that tags can't have.`);
    }
    if (/^aws:/i.test(Key))
      throw invalidInput("System tags (keys that begin with aws:) can't be set by users.");
    if (keys.has(Key.toLowerCase())) {
      throw invalidInput("Duplicate tag keys found. Please note that Tag keys are case insensitive.");
    }
    keys.add(Key.toLowerCase());
  }
  if (checked.length > limits.tags) throw invalidInput(`There may be no more than ${limits.tags} tags.`);
  return checked;
}

/** Characters that count for a policy's quota. */
export function policySize(document: string): number {
  return document.replace(/\s/g, "").length;
}
