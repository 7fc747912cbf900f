import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { ExitCode, TierguardError } from "../core/errors";

/**
 * Writes a file whole or not at all, its folders included: under another name first, then renamed.
 * @throws TierguardError where it can't be written.
 */
export function writeWhole(path: string, text: string): void {
  const unfinished = `${path}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(unfinished, text, { flag: "wx" });
    renameSync(unfinished, path);
  } catch (cause) {
    removeQuietly(unfinished);
    throw new TierguardError(`${path} can't be written: ${reason(cause)}`, {
      code: "cannot-write",
      exitCode: ExitCode.Failed,
      hint: "name a folder that you may write to with --output",
      cause,
    });
  }
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // It was never made: the error that is being reported says why.
  }
}

/** Why a file could not be written, in words. */
export function reason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  const words: Record<string, string> = {
    EACCES: "no permission",
    EPERM: "no permission",
    EROFS: "the file system is read-only",
    ENOSPC: "no space is left",
    ENOTDIR: "a part of the path is not a folder",
    EEXIST: "a part of the path is not a folder",
    EISDIR: "there is a folder of that name",
  };
  return words[code] ?? code;
}
