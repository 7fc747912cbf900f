import { join, resolve } from "node:path";
import { commandEnvironment } from "./command-environment";
import { acquireLease } from "./daemon/acquire-lease";
import { ensureEngine } from "./engine/ensure-engine";
import { engineFolder } from "./engine/engine-folder";
import { configTarget } from "./stack-config";

/** The project's own folder. */
export const PROJECT_DIR = resolve(__dirname, "..");

/** Where the local stacks and the embedded AWS keep their state. */
export function stateDirectory(env: NodeJS.ProcessEnv = process.env): string {
  const chosen = env["TIERGUARD_LOCAL_DIR"];
  return chosen ? resolve(chosen) : join(PROJECT_DIR, ".tierguard", "local");
}

/** Engines with our language host beside them, per project. */
export function engineCache(): string {
  return join(PROJECT_DIR, ".tierguard", "engines");
}

/** What a command runs with, until it is closed. */
export interface LocalEnvironment {
  env: NodeJS.ProcessEnv;
  /** Folder of the state, Pulumi's included. */
  directory: string;
  close(): void;
}

/** What a command needs. */
export interface LocalNeeds {
  stack: string;
  /** The config file whose account and region count: the stack's own where it is left out. */
  configFile?: string;
  /** Whether it runs Pulumi: then the engine is found, downloaded or built first. */
  engine: boolean;
}

/**
 * The environment for one command on the embedded AWS. Commands at the same time share one daemon.
 * Throws an EngineUnavailableError or a DaemonError.
 */
export async function openLocalEnvironment({
  stack,
  engine,
  configFile = join(PROJECT_DIR, `Pulumi.${stack}.yaml`),
}: LocalNeeds): Promise<LocalEnvironment> {
  const directory = stateDirectory();
  const folder = engine ? engineFolder((await ensureEngine()).path, process.env, engineCache()) : undefined;
  const target = configTarget(configFile);
  const lease = await acquireLease(directory, target);
  const env = commandEnvironment({
    base: process.env,
    services: lease.services,
    target,
    directory,
    stack,
    engineFolder: folder,
  });
  return { env, directory, close: () => lease.release() };
}
