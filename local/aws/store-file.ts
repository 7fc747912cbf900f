import { appendFile, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Store } from "./store";
import { type Change, type Collections, HEADER, readState } from "./store-log";

/** Background work has no request whose answer could wait for the write. */
const BACKGROUND_FLUSH_MS = 50;

/** The file may grow by so much beyond what it held when it was last written whole. */
const GROWTH = { factor: 3, bytes: 4 * 1024 * 1024 };

/**
 * The store over one file: a snapshot, and the changes since then, a line for all that were written together. Changes
 * are appended; a line that a crash cut short was never answered for, and is left out. A snapshot replaces the file by
 * a rename. So nothing that was answered for is lost, and a write costs what has changed, not what there is.
 */
export class FileStore implements Store {
  private readonly collections: Collections;
  private pending: Change[] = [];
  private writing: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private failure: Error | undefined;
  private closed = false;
  /** The file's size now, undefined where only a snapshot makes it good. */
  private bytes: number | undefined;
  private snapshotBytes: number;

  /**
   * Opens the state of an earlier run, or an empty one where there is no file.
   * Throws a TierguardError where the file is not one that this class has written.
   */
  constructor(private readonly file: string) {
    const { collections, bytes } = readState(file);
    this.collections = collections;
    this.bytes = bytes;
    this.snapshotBytes = bytes ?? 0;
  }

  get<T>(collection: string, key: string): T | undefined {
    const text = this.collections.get(collection)?.get(key);
    return text === undefined ? undefined : (JSON.parse(text) as T);
  }

  put<T>(collection: string, key: string, record: T): void {
    const records = this.collections.get(collection) ?? new Map<string, string>();
    this.collections.set(collection, records);
    const text = JSON.stringify(record);
    records.set(key, text);
    this.changed({ collection, key, text });
  }

  delete(collection: string, key: string): void {
    if (this.collections.get(collection)?.delete(key)) this.changed({ collection, key, text: undefined });
  }

  list<T>(collection: string): T[] {
    const records = this.collections.get(collection);
    if (records === undefined) return [];
    return [...records.keys()].sort().map((key) => JSON.parse(records.get(key)!) as T);
  }

  /** Resolves once everything that was put before the call is in the file; callers at the same time share one write. */
  async flush(): Promise<void> {
    while (this.pending.length > 0 || this.writing !== undefined) {
      this.writing ??= this.write().finally(() => (this.writing = undefined));
      await this.writing;
    }
  }

  /** Writes what is left. What background work puts later is not written: the file may be another server's by then. */
  async close(): Promise<void> {
    await this.flush();
    this.closed = true;
    clearTimeout(this.timer);
    if (this.failure !== undefined) throw this.failure;
  }

  private changed(change: Change): void {
    if (this.closed) return;
    this.pending.push(change);
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.flush().catch((error: Error) => (this.failure = error));
    }, BACKGROUND_FLUSH_MS);
  }

  private async write(): Promise<void> {
    // Changes that come while the file is being written belong to the next write.
    const changes = this.pending;
    this.pending = [];
    try {
      const line = lineOf(changes);
      const tooLarge = (this.bytes ?? 0) > this.snapshotBytes * GROWTH.factor + GROWTH.bytes;
      if (this.bytes === undefined || tooLarge) await this.writeSnapshot();
      else {
        await appendFile(this.file, line);
        this.bytes += Buffer.byteLength(line);
      }
      this.failure = undefined;
    } catch (error) {
      this.pending = [...changes, ...this.pending];
      // Part of the line may be there.
      this.bytes = undefined;
      throw error;
    }
  }

  private async writeSnapshot(): Promise<void> {
    const temporary = `${this.file}.${process.pid}.tmp`;
    const changes = [...this.collections].flatMap(([collection, records]) =>
      [...records].map(([key, text]) => ({ collection, key, text })),
    );
    const content = HEADER + changes.map((change) => lineOf([change])).join("");
    try {
      await mkdir(dirname(this.file), { recursive: true });
      // The state holds access keys and SecureString values.
      await writeFile(temporary, content, { mode: 0o600 });
      await rename(temporary, this.file);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    this.bytes = this.snapshotBytes = Buffer.byteLength(content);
  }
}

function lineOf(changes: readonly Change[]): string {
  const texts = changes.map(({ collection, key, text }) => {
    const name = `${JSON.stringify(collection)},${JSON.stringify(key)}`;
    return text === undefined ? `[${name}]` : `[${name},${text}]`;
  });
  return `[${texts.join(",")}]\n`;
}
