import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { dirname } from "node:path";
import { randomUUID } from "node:crypto";

const HEARTBEAT_MS = 5_000;
const SILENCE_MS = 60_000;

interface Holder {
  pid: number;
  host: string;
  token: string;
}

/** A lock that this process holds. */
export interface FileLock {
  release(): void;
}

function readHolder(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Holder;
  } catch {
    return undefined;
  }
}

function processRuns(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** A process of another machine or container can't be asked for; its heartbeat is what counts. */
function isAbandoned(path: string, holder: Holder): boolean {
  if (holder.host === hostname() && !processRuns(holder.pid)) return true;
  try {
    return Date.now() - statSync(path).mtimeMs > SILENCE_MS;
  } catch {
    return false;
  }
}

/** Takes an abandoned lock away. Renaming is atomic: of several that try, one gets the file and looks whose it was. */
function removeAbandoned(path: string, abandoned: Holder): void {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (readHolder(aside)?.token !== abandoned.token) {
    try {
      linkSync(aside, path);
    } catch {
      // Somebody else has it by now.
    }
  }
  rmSync(aside, { force: true });
}

/**
 * Takes the lock, or returns undefined where a process that still runs holds it. A lock whose process has ended, or
 * has not touched it for a minute, is taken over.
 */
export function tryLock(path: string): FileLock | undefined {
  mkdirSync(dirname(path), { recursive: true });
  const holder: Holder = { pid: process.pid, host: hostname(), token: randomUUID() };
  const draft = `${path}.${holder.token}`;
  writeFileSync(draft, JSON.stringify(holder));
  try {
    for (let attempt = 0; attempt < 2; attempt++) {
      try {
        // Unlike creating the file and then writing it, a link appears with its content.
        linkSync(draft, path);
        return hold(path, holder);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      }
      const current = readHolder(path);
      if (current === undefined || !isAbandoned(path, current)) return undefined;
      removeAbandoned(path, current);
    }
    return undefined;
  } finally {
    rmSync(draft, { force: true });
  }
}

function hold(path: string, holder: Holder): FileLock {
  const heartbeat = setInterval(() => {
    try {
      utimesSync(path, new Date(), new Date());
    } catch {
      clearInterval(heartbeat);
    }
  }, HEARTBEAT_MS);
  heartbeat.unref();
  return {
    release() {
      clearInterval(heartbeat);
      if (readHolder(path)?.token === holder.token) rmSync(path, { force: true });
    },
  };
}

/** Waits for the lock; calls `onWait` once, where somebody else has it. */
export async function waitForLock(path: string, onWait: () => void): Promise<FileLock> {
  for (let waited = false; ; waited = true) {
    const lock = tryLock(path);
    if (lock !== undefined) return lock;
    if (!waited) onWait();
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}
