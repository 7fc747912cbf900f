import { accessSync, constants, openSync, readSync, closeSync, realpathSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join, sep } from "node:path";
import { compareVersions, ENGINE_VERSION, OLDEST_ENGINE_VERSION, versionOf } from "./pulumi-version";

/** A Pulumi CLI that can be run. */
export interface Engine {
  /** Absolute path of the program. */
  path: string;
  version: string;
  from: "PATH" | "PULUMI_HOME";
}

/** What looking for an engine gave: the engine, if any, and what was found but can't be used. */
export interface EngineSearch {
  engine?: Engine;
  /** One sentence each, for people. */
  notes: string[];
}

const PROGRAM = process.platform === "win32" ? "pulumi.exe" : "pulumi";

/** `$PULUMI_HOME`, or `.pulumi` in the home directory. */
export function pulumiHome(env: NodeJS.ProcessEnv): string {
  return env["PULUMI_HOME"] || join(env["HOME"] || homedir(), ".pulumi");
}

/** Where an engine that the project downloaded or built lies, and where the Automation API looks as well. */
export function installedEnginePath(env: NodeJS.ProcessEnv): string {
  return join(pulumiHome(env), "versions", ENGINE_VERSION, "bin", PROGRAM);
}

/** Whether the file can be run and is not empty. */
export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    const found = statSync(path);
    return found.isFile() && found.size > 0;
  } catch {
    return false;
  }
}

/** npm puts `node_modules/.bin` on PATH, where a `pulumi` is a script of a package: not the CLI itself. */
function isNodePackageShim(path: string): boolean {
  if (path.includes(`${sep}node_modules${sep}`) || realpathSync(path).includes(`${sep}node_modules${sep}`)) {
    return true;
  }
  const head = Buffer.alloc(64);
  const file = openSync(path, "r");
  try {
    readSync(file, head, 0, head.length, 0);
  } finally {
    closeSync(file);
  }
  return /^#!.*\bnode\b/.test(head.toString("latin1"));
}

function searchPath(env: NodeJS.ProcessEnv): EngineSearch {
  const notes: string[] = [];
  for (const folder of (env["PATH"] ?? "").split(delimiter)) {
    const path = join(folder, PROGRAM);
    if (folder === "" || !isProgram(path) || isNodePackageShim(path)) continue;
    const version = versionOf(path);
    if (version === undefined) {
      notes.push(`${path} is not used: it does not answer \`pulumi version\`.`);
    } else if (compareVersions(version, OLDEST_ENGINE_VERSION) < 0) {
      notes.push(
        `${path} is not used: it is Pulumi ${version}, and ${OLDEST_ENGINE_VERSION} or newer is needed. Update it, or take it off PATH.`,
      );
    } else {
      return { engine: { path, version, from: "PATH" }, notes };
    }
  }
  return { notes };
}

/** Looks for the Pulumi CLI on PATH, then where the project itself puts it. Downloads and builds nothing. */
export function findEngine(env: NodeJS.ProcessEnv = process.env): EngineSearch {
  const onPath = searchPath(env);
  if (onPath.engine !== undefined) return onPath;
  const path = installedEnginePath(env);
  if (isProgram(path)) {
    return { engine: { path, version: ENGINE_VERSION, from: "PULUMI_HOME" }, notes: onPath.notes };
  }
  return onPath;
}
