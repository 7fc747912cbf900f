import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { InvalidInputError, type Problem } from "../errors";

const MEBIBYTE = 1024 * 1024;

/** What is read of a file at most. */
export interface ReadLimits {
  maxBytes: number;
  /** What to do about a larger file. */
  hint: string;
}

/** Largest file that is read, in bytes: a config of every group and role of the enterprise tier has about 20 KiB. */
export const MAX_CONFIG_BYTES = MEBIBYTE;

const CONFIG_LIMITS = { maxBytes: MAX_CONFIG_BYTES, hint: "a config has a few KiB: is it the right file?" };

const reasons: Record<string, string> = {
  ENOENT: "there is no such file",
  EACCES: "may not be read by you",
  EPERM: "may not be read by you",
  EISDIR: "is a folder, not a file",
  ENOTDIR: "lies under something that is not a folder",
  ELOOP: "is a link that leads to itself",
  ENAMETOOLONG: "has a name that is too long",
};

function refuse(file: string, message: string, hint?: string): never {
  throw new InvalidInputError([{ file, path: "", message, hint }]);
}

function readBytes(file: string, { maxBytes, hint }: ReadLimits): Buffer {
  const descriptor = openSync(file, "r");
  try {
    const stat = fstatSync(descriptor);
    if (stat.isDirectory()) refuse(file, "is a folder, not a file");
    const tooLarge = `more than the ${maxBytes / MEBIBYTE} MiB that is read`;
    if (stat.size > maxBytes) refuse(file, `has ${(stat.size / MEBIBYTE).toFixed(1)} MiB, ${tooLarge}`, hint);
    // Pipes and devices say size 0 and may never end: one byte more than the limit is enough to know.
    const buffer = Buffer.alloc(maxBytes + 1);
    let length = 0;
    for (;;) {
      const read = readSync(descriptor, buffer, length, buffer.length - length, null);
      length += read;
      if (read === 0 || length === buffer.length) break;
    }
    if (length > maxBytes) refuse(file, `has ${tooLarge}`, hint);
    return buffer.subarray(0, length);
  } finally {
    closeSync(descriptor);
  }
}

function controlCharacters(file: string, text: string): Problem[] {
  const problems: Problem[] = [];
  text.split("\n").forEach((line, index) => {
    // eslint-disable-next-line no-control-regex -- these are what is looked for
    const found = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/.exec(line.replace(/\r$/, ""));
    if (found === null || problems.length >= 20) return;
    const code = found[0].charCodeAt(0).toString(16).padStart(4, "0");
    problems.push({
      file,
      line: index + 1,
      column: found.index + 1,
      path: "",
      message: `holds the control character U+${code.toUpperCase()}`,
      hint: "remove it; if the whole file looks like this, it is not a text file",
    });
  });
  return problems;
}

/**
 * Reads a file that a person wrote, as UTF-8 text without a byte order mark.
 * @throws InvalidInputError where it can't be read, is larger than the limit, or is not text.
 */
export function readText(file: string, limits: ReadLimits = CONFIG_LIMITS): string {
  let bytes: Buffer;
  try {
    bytes = readBytes(file, limits);
  } catch (error) {
    if (error instanceof InvalidInputError) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? "";
    refuse(file, reasons[code] ?? `can't be read (${code || String(error)})`);
  }
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    refuse(file, "is not UTF-8 text", "save it as UTF-8");
  }
  const problems = controlCharacters(file, text);
  if (problems.length > 0) throw new InvalidInputError(problems);
  return text;
}
