import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const SALT_LINE = /^encryptionsalt:.*(\r?\n|$)/m;

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

/**
 * Pulumi writes the salt of a stack's passphrase into `Pulumi.<stack>.yaml`. That of a local stack belongs neither into
 * version control nor to the same stack on a real backend; Pulumi finds it in the stack's state again. Remembers the
 * file, and gives back a function that takes a new salt out of it, unless secrets are in it that need the salt.
 */
export function keepSaltOut(projectDir: string, stack: string): () => void {
  const path = join(projectDir, `Pulumi.${stack}.yaml`);
  const before = readIfThere(path);
  if (before !== undefined && SALT_LINE.test(before)) return () => undefined;
  return () => {
    const after = readIfThere(path);
    if (after === undefined || before === undefined || !SALT_LINE.test(after) || /\bsecure:/.test(after))
      return;
    const without = after.replace(SALT_LINE, "");
    const unchanged = without.replace(/\s+/g, "") === before.replace(/\s+/g, "");
    writeFileSync(path, unchanged ? before : without);
  };
}
