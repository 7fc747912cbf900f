import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const SALT_LINE = /^encryptionsalt:[ \t]*(\S+)[ \t]*(\r?\n|$)/m;

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function withoutSalt(text: string): string {
  return text.replace(SALT_LINE, "");
}

function sameButForSpace(first: string, second: string): boolean {
  return first.replace(/\s+/g, "") === second.replace(/\s+/g, "");
}

/**
 * Pulumi writes the salt of a stack's passphrase into `Pulumi.<stack>.yaml`. That of a local stack belongs neither into
 * version control nor to the same stack on a real backend, and the salt of a real backend's passphrase is of no use
 * here. So a command on the embedded AWS starts with a file that has no salt (Pulumi finds the local one in the stack's
 * state, whose file is `stateFile`), and what this gives back puts the file back as it was, but for what the command
 * changed. A file with secrets in it needs its salt, and is left alone.
 */
export function keepSaltOut(projectDir: string, stack: string, stateFile: string): () => void {
  const path = join(projectDir, `Pulumi.${stack}.yaml`);
  const before = readIfThere(path);
  if (before === undefined || /\bsecure:/.test(before)) return () => undefined;
  const salt = SALT_LINE.exec(before);
  // Another local command may be running, which then has put the local salt there.
  const isLocal = salt !== null && readIfThere(stateFile)?.includes(JSON.stringify(salt[1])) === true;
  const original = isLocal ? withoutSalt(before) : before;
  if (salt !== null) writeFileSync(path, withoutSalt(before));
  return () => {
    const after = readIfThere(path);
    if (after === undefined || /\bsecure:/.test(after)) return;
    const changed = withoutSalt(after);
    if (sameButForSpace(changed, withoutSalt(original))) {
      if (after !== original) writeFileSync(path, original);
    } else {
      const theirs = SALT_LINE.exec(original)?.[0] ?? "";
      writeFileSync(path, `${changed}${changed.endsWith("\n") ? "" : "\n"}${theirs}`);
    }
  };
}
