import { readFileSync } from "node:fs";
import { ExitCode, TierguardError } from "../../core/errors";

const FORMAT = "tierguard-embedded-aws";
const VERSION = 1;

/** First line of a state file. */
export const HEADER = `${JSON.stringify({ format: FORMAT, version: VERSION })}\n`;

/** Records as JSON text, by collection and key. */
export type Collections = Map<string, Map<string, string>>;

/** One record put, or deleted where it has no text. */
export interface Change {
  collection: string;
  key: string;
  text: string | undefined;
}

/**
 * The records of a state file, and its size; the size is undefined where there is no file yet, or where its last line
 * is incomplete, so that nothing may be appended. Throws a TierguardError where it is no state file.
 */
export function readState(file: string): { collections: Collections; bytes: number | undefined } {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT")
      return { collections: new Map(), bytes: undefined };
    throw corrupt(file, `it can't be read: ${(error as Error).message}`, error);
  }
  const lines = text.split("\n");
  checkHeader(file, lines[0]!);
  const incomplete = lines.pop() !== "" || lines.length === 0;
  const collections: Collections = new Map();
  lines.slice(1).forEach((line, index) => {
    for (const [collection, key, ...record] of changesOf(file, line, index + 2)) {
      const records = collections.get(collection) ?? new Map<string, string>();
      collections.set(collection, records);
      if (record.length === 0) records.delete(key);
      else records.set(key, JSON.stringify(record[0]));
    }
  });
  return { collections, bytes: incomplete ? undefined : Buffer.byteLength(text) };
}

function checkHeader(file: string, line: string): void {
  let header: { format?: unknown; version?: unknown } | null;
  try {
    header = JSON.parse(line) as typeof header;
  } catch (error) {
    throw corrupt(file, "it is not a state file", error);
  }
  if (header?.format !== FORMAT) throw corrupt(file, "it is not a state file");
  if (header.version !== VERSION) {
    throw corrupt(file, `its version is ${JSON.stringify(header.version)}, not ${VERSION}`);
  }
}

function changesOf(file: string, line: string, number: number): [string, string, ...unknown[]][] {
  let changes: unknown;
  try {
    changes = JSON.parse(line);
  } catch (error) {
    throw corrupt(file, `line ${number} is not JSON: ${(error as Error).message}`, error);
  }
  const isChange = (change: unknown): boolean =>
    Array.isArray(change) &&
    typeof change[0] === "string" &&
    typeof change[1] === "string" &&
    change.length <= 3;
  if (!Array.isArray(changes) || !changes.every(isChange)) {
    throw corrupt(file, `line ${number} is not a list of changes`);
  }
  return changes as [string, string, ...unknown[]][];
}

function corrupt(file: string, why: string, cause?: unknown): TierguardError {
  return new TierguardError(`The state of the embedded AWS, ${file}, is unusable: ${why}.`, {
    code: "embedded-aws-state",
    exitCode: ExitCode.Failed,
    hint: "Put a copy of it back, or delete the file to begin with an empty account.",
    cause,
  });
}
