import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const BYTES = 32;

function read(path: string): Buffer | undefined {
  try {
    const key = readFileSync(path);
    return key.length === BYTES ? key : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/**
 * The user's own random key, made when it is first needed. It appears whole or not at all, whoever else makes it at the
 * same time.
 * @throws Node's error where it can't be read or written.
 */
export function signingKey(folder: string): Buffer {
  const path = join(folder, "licence.key");
  const existing = read(path);
  if (existing !== undefined) return existing;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const unfinished = `${path}.${process.pid}.tmp`;
  writeFileSync(unfinished, randomBytes(BYTES), { mode: 0o600 });
  try {
    linkSync(unfinished, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    // Somebody was quicker, or what is there is no key: then a new one takes its place.
    if (read(path) === undefined) {
      rmSync(path);
      linkSync(unfinished, path);
    }
  } finally {
    rmSync(unfinished, { force: true });
  }
  return read(path)!;
}
