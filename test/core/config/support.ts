import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadConfigFile } from "../../../core/config/load-file";
import type { LoadOptions } from "../../../core/config/load-options";
import type { Config } from "../../../core/config/schema";
import { InvalidInputError, type Problem } from "../../../core/errors";

export const fixtures = join(__dirname, "..", "..", "fixtures", "config");

export const options: LoadOptions = {
  masterDirectory: join(fixtures, "master"),
  catalogue: {
    s3: ["level1", "level2", "level3", "level4"],
    ecr: ["level1", "level2"],
    "trusted-advisor": ["level1"],
  },
};

/** A complete startup config. */
export const startup = readFileSync(join(fixtures, "startup.yaml"), "utf8");

/** The sections of {@link startup} before `security`, which then comes from the master definitions. */
export const withoutSecurity = startup.slice(0, startup.indexOf("security:\n"));

/** Runs with a file of this content in a folder that is removed afterwards. */
export function withFile<Result>(
  name: string,
  content: string | Buffer,
  run: (file: string) => Result,
): Result {
  const folder = mkdtempSync(join(tmpdir(), "tierguard-config-"));
  try {
    const file = join(folder, name);
    writeFileSync(file, content);
    return run(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Loads a config from text. */
export function load(text: string | Buffer, name = "config.yaml"): Config {
  return withFile(name, text, (file) => loadConfigFile(file, options));
}

/** What is wrong with a config; the empty list where nothing is. */
export function problems(run: () => unknown): readonly Problem[] {
  try {
    run();
    return [];
  } catch (error) {
    if (error instanceof InvalidInputError) return error.problems;
    throw error;
  }
}

/** Replaces exactly one place of a text. */
export function edited(text: string, from: string, to: string): string {
  const parts = text.split(from);
  if (parts.length !== 2) throw new Error(`"${from}" is ${parts.length - 1} times in the text`);
  return parts.join(to);
}

/** 1-based line and column of a word that is in the text once. */
export function positionOf(text: string, word: string): { line: number; column: number } {
  const offset = text.indexOf(word);
  if (offset < 0 || text.includes(word, offset + 1)) throw new Error(`"${word}" is not once in the text`);
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: before.at(-1)!.length + 1 };
}
