import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const directory = join(__dirname, "..", "..", "golden");

/** Compares with the file of that name in `test/golden`; with UPDATE_GOLDEN=1 it writes the file instead. */
export function assertGolden(name: string, actual: string): void {
  const file = join(directory, name);
  if (process.env.UPDATE_GOLDEN === "1") {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, actual);
    return;
  }
  assert.ok(
    existsSync(file),
    `test/golden/${name} is missing: run the test with UPDATE_GOLDEN=1 and review it`,
  );
  assert.equal(actual, readFileSync(file, "utf8"));
}

/** Names of the files in a folder of `test/golden`. */
export function goldenFiles(folder: string): string[] {
  const path = join(directory, folder);
  return existsSync(path) ? readdirSync(path).sort() : [];
}
