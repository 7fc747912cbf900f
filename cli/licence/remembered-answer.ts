import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Product } from "../../core/licence/licence";
import type { Memory } from "../../core/licence/memory";
import { signingKey } from "./signing-key";

/** What an answer is about: the same product of another account, or asked of another AWS, is another subject. */
export interface Subject {
  accountId: string;
  product: Product;
  /** Where AWS is reached, in place of its own endpoints. */
  endpoint: string | undefined;
}

/** What a file holds. */
interface Record {
  subject: Subject;
  memory: Memory;
}

/** What was found: nothing, a memory, or a file that can't be believed. */
export type Found = { path: string; memory?: Memory; disbelieved?: true };

function nameOf(subject: Subject): string {
  const hash = createHash("sha256").update(JSON.stringify(subject)).digest("hex");
  return `licence-${hash.slice(0, 16)}.json`;
}

function macOf(record: Record, folder: string): string {
  return createHmac("sha256", signingKey(folder)).update(JSON.stringify(record)).digest("hex");
}

function equal(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/**
 * Finds what is remembered of a subject. The file is signed with a key of the user's own: an edit by hand, and a file
 * that was copied from another product, account or user, are noticed. Who runs the program can read that key and sign
 * whatever they like: nothing on the user's own machine protects against the user, and nothing here claims to.
 * @throws Node's error where the folder or the file can't be read.
 */
export function findAnswer(folder: string, subject: Subject): Found {
  const path = join(folder, nameOf(subject));
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return { path };
    throw error;
  }
  let file: Partial<Record> & { mac?: unknown };
  try {
    file = JSON.parse(text) as typeof file;
  } catch {
    return { path, disbelieved: true };
  }
  const { subject: about, memory, mac } = file ?? {};
  if (about === undefined || memory === undefined || typeof mac !== "string") {
    return { path, disbelieved: true };
  }
  const genuine = equal(mac, macOf({ subject: about, memory }, folder));
  return genuine && JSON.stringify(about) === JSON.stringify(subject)
    ? { path, memory }
    : { path, disbelieved: true };
}

/**
 * Remembers an answer, in a file that only the user reads and that appears whole or not at all.
 * @throws Node's error where it can't be written.
 */
export function keepAnswer(folder: string, subject: Subject, memory: Memory): void {
  const record: Record = { subject, memory };
  const path = join(folder, nameOf(subject));
  const unfinished = `${path}.${process.pid}.tmp`;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    const text = JSON.stringify({ ...record, mac: macOf(record, folder) }, undefined, 2);
    writeFileSync(unfinished, `${text}\n`, { mode: 0o600 });
    renameSync(unfinished, path);
  } finally {
    rmSync(unfinished, { force: true });
  }
}
