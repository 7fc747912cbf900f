import { readFileSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { ExitCode, TierguardError } from "../../core/errors";
import type { Store } from "./store";

const FORMAT = "tierguard-embedded-aws";
const VERSION = 1;

/** Background work has no request whose answer could wait for the write. */
const BACKGROUND_FLUSH_MS = 50;

type Collections = Map<string, Map<string, string>>;

/**
 * The store over one file. The file is replaced as a whole by a rename, so that whoever reads it, and whoever comes
 * after a crash, finds the state before or after a write and nothing between.
 */
export class FileStore implements Store {
  private readonly collections: Collections;
  private dirty = false;
  private writing: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private failure: Error | undefined;

  /**
   * Opens the state of an earlier run, or an empty one where there is no file.
   * Throws a TierguardError where the file is not one that this class has written.
   */
  constructor(private readonly file: string) {
    this.collections = readState(file);
  }

  get<T>(collection: string, key: string): T | undefined {
    const text = this.collections.get(collection)?.get(key);
    return text === undefined ? undefined : (JSON.parse(text) as T);
  }

  put<T>(collection: string, key: string, record: T): void {
    const records = this.collections.get(collection) ?? new Map<string, string>();
    this.collections.set(collection, records);
    records.set(key, JSON.stringify(record));
    this.changed();
  }

  delete(collection: string, key: string): void {
    if (this.collections.get(collection)?.delete(key)) this.changed();
  }

  list<T>(collection: string): T[] {
    const records = this.collections.get(collection);
    if (records === undefined) return [];
    return [...records.keys()].sort().map((key) => JSON.parse(records.get(key)!) as T);
  }

  /** Resolves once everything that was put before the call is in the file; callers at the same time share one write. */
  async flush(): Promise<void> {
    while (this.dirty || this.writing !== undefined) {
      this.writing ??= this.write().finally(() => (this.writing = undefined));
      await this.writing;
    }
  }

  /** Writes what is left and ends the background work. */
  async close(): Promise<void> {
    await this.flush();
    clearTimeout(this.timer);
    if (this.failure !== undefined) throw this.failure;
  }

  private changed(): void {
    this.dirty = true;
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.flush().catch((error: Error) => (this.failure = error));
    }, BACKGROUND_FLUSH_MS);
  }

  private async write(): Promise<void> {
    // Changes that come while the file is being written belong to the next write.
    this.dirty = false;
    const temporary = `${this.file}.${process.pid}.tmp`;
    try {
      await mkdir(dirname(this.file), { recursive: true });
      // The state holds access keys and SecureString values.
      await writeFile(temporary, serialise(this.collections), { mode: 0o600 });
      await rename(temporary, this.file);
      this.failure = undefined;
    } catch (error) {
      this.dirty = true;
      await rm(temporary, { force: true });
      throw error;
    }
  }
}

function serialise(collections: Collections): string {
  const parts = [...collections]
    .filter(([, records]) => records.size > 0)
    .map(([name, records]) => {
      const lines = [...records].map(([key, text]) => `${JSON.stringify(key)}:${text}`);
      return `${JSON.stringify(name)}:{\n${lines.join(",\n")}\n}`;
    });
  return `{"format":"${FORMAT}","version":${VERSION},"collections":{\n${parts.join(",\n")}\n}}\n`;
}

function readState(file: string): Collections {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return new Map();
    throw corrupt(file, `it can't be read: ${(error as Error).message}`, error);
  }
  let state: { format?: unknown; version?: unknown; collections?: unknown };
  try {
    state = JSON.parse(text) as typeof state;
  } catch (error) {
    throw corrupt(file, `it is not JSON: ${(error as Error).message}`, error);
  }
  if (state?.format !== FORMAT || !isRecord(state.collections)) throw corrupt(file, "it is not a state file");
  if (state.version !== VERSION)
    throw corrupt(file, `its version is ${String(state.version)}, not ${VERSION}`);
  const collections: Collections = new Map();
  for (const [name, records] of Object.entries(state.collections)) {
    if (!isRecord(records)) throw corrupt(file, `its collection ${name} holds no records`);
    collections.set(
      name,
      new Map(Object.entries(records).map(([key, record]) => [key, JSON.stringify(record)])),
    );
  }
  return collections;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function corrupt(file: string, why: string, cause?: unknown): TierguardError {
  return new TierguardError(`The state of the embedded AWS, ${file}, is unusable: ${why}.`, {
    code: "embedded-aws-state",
    exitCode: ExitCode.Failed,
    hint: "Put a copy of it back, or delete the file to begin with an empty account.",
    cause,
  });
}
