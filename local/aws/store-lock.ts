import { readFile, rm, writeFile } from "node:fs/promises";
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { ExitCode, TierguardError } from "../../core/errors";

const HEALTH_TIMEOUT_MS = 2000;

interface Holder {
  pid: number;
  url: string;
  id: string;
}

/** Answer of `GET /_tierguard/health`. */
export interface Health {
  status: "ok";
  id: string;
  pid: number;
  stateFile: string;
}

/**
 * Makes this server the only one that writes a state file, and returns how to give that up. A holder that no longer
 * answers has crashed, and is replaced. Throws a TierguardError while another server serves the file.
 */
export async function lockState(
  stateFile: string,
  server: { url: string; id: string },
): Promise<() => Promise<void>> {
  const file = `${stateFile}.lock`;
  await mkdir(dirname(file), { recursive: true });
  const content = JSON.stringify({ pid: process.pid, ...server } satisfies Holder);
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      await writeFile(file, content, { flag: "wx", mode: 0o600 });
      return () => rm(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const holder = await readHolder(file);
    if (holder !== undefined && (await serves(holder))) throw inUse(stateFile, holder);
    await rm(file, { force: true });
  }
  throw inUse(stateFile, await readHolder(file));
}

async function readHolder(file: string): Promise<Holder | undefined> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as Holder;
  } catch {
    return undefined;
  }
}

/** A process id alone proves nothing: it is given to others later, and in containers soon. */
async function serves(holder: Holder): Promise<boolean> {
  try {
    const answer = await fetch(`${holder.url}/_tierguard/health`, {
      signal: AbortSignal.timeout(HEALTH_TIMEOUT_MS),
    });
    return ((await answer.json()) as Health).id === holder.id;
  } catch {
    return false;
  }
}

function inUse(stateFile: string, holder: Holder | undefined): TierguardError {
  const who = holder === undefined ? "another process" : `process ${holder.pid} at ${holder.url}`;
  return new TierguardError(`The embedded AWS's state ${stateFile} is already served by ${who}.`, {
    code: "embedded-aws-in-use",
    exitCode: ExitCode.Failed,
    hint: "Use that one, or stop it first.",
  });
}
