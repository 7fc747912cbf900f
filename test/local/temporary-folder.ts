import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A folder for one test; its path, and ways to fill and remove it. */
export class TemporaryFolder {
  readonly path = mkdtempSync(join(tmpdir(), "tierguard-unit-"));

  /** Writes a file, its folders included, and returns its path. Executable where its text begins with `#!`. */
  write(name: string, text: string): string {
    const path = join(this.path, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { mode: text.startsWith("#!") ? 0o755 : 0o644 });
    return path;
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
