import { createHash } from "node:crypto";
import {
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { basename, delimiter, dirname, join, resolve } from "node:path";
import { realpathSync } from "node:fs";
import { isProgram } from "./find-engine";

const LANGUAGE_HOST = "pulumi-language-nodejs";
const projectRoot = resolve(__dirname, "..", "..");

function onPath(program: string, env: NodeJS.ProcessEnv): boolean {
  return (env["PATH"] ?? "")
    .split(delimiter)
    .some((folder) => folder !== "" && isProgram(join(folder, program)));
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to, constants.COPYFILE_FICLONE);
  }
}

/** Fills the folder, or leaves it alone where another process was quicker. */
function furnish(folder: string, engine: string): void {
  mkdirSync(dirname(folder), { recursive: true });
  const draft = mkdtempSync(`${folder}.`);
  try {
    linkOrCopy(engine, join(draft, basename(engine)));
    symlinkSync(join(__dirname, "..", "language-host", "bin", LANGUAGE_HOST), join(draft, LANGUAGE_HOST));
    symlinkSync(
      join(projectRoot, "node_modules", "@pulumi", "pulumi", "pulumi-resource-pulumi-nodejs"),
      join(draft, "pulumi-resource-pulumi-nodejs"),
    );
    renameSync(draft, folder);
  } catch (error) {
    if (!existsSync(join(folder, LANGUAGE_HOST))) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/**
 * The folder to put first on PATH so that `pulumi` is this engine and finds a Node language host. Where the CLI has
 * one beside it, or PATH has one, that is the CLI's own folder. Else it is a folder with the engine and our host side
 * by side, as in the official download: the engine warns about hosts that it finds elsewhere. The engine looks beside
 * its resolved path, hence a hard link and not a symbolic one.
 */
export function engineFolder(engine: string, env: NodeJS.ProcessEnv, cacheDirectory: string): string {
  const program = realpathSync(engine);
  if (process.platform === "win32") return dirname(engine);
  if (isProgram(join(dirname(program), LANGUAGE_HOST)) || onPath(LANGUAGE_HOST, env)) return dirname(engine);
  const { size, mtimeMs } = statSync(program);
  const key = createHash("sha256")
    .update(`${program} ${size} ${mtimeMs} ${projectRoot}`)
    .digest("hex")
    .slice(0, 16);
  const folder = join(cacheDirectory, key);
  if (!isProgram(join(folder, basename(program))) || !existsSync(join(folder, LANGUAGE_HOST)))
    furnish(folder, program);
  return folder;
}
