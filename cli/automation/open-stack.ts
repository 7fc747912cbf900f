import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { StackConfig } from "../../core/security/blueprint";
import { stackSettings } from "../stack-settings";
import { loadAutomation } from "./load-automation";
import { explainPulumiFailure } from "./pulumi-failure";
import { PulumiStack } from "./pulumi-stack";
import { configFolder, stackFileFolder, type WorkFolder } from "./work-folder";
import { openWorkspace } from "./workspace";

/** Which Pulumi stack is worked on. */
export interface StackWish {
  /** The config file as the user named it. */
  file: string;
  /** The stack's name, where --stack gave it: `dev`, or `organization/project/dev`. */
  stack?: string;
  /** What the file holds, validated. */
  config: StackConfig;
  /** With which the names of what is deployed begin. */
  stem: string;
}

/** How a stack is opened that the backend does not have yet. */
export type IfMissing =
  /** It is made. */
  | "create"
  /** It is made in a backend that exists for this run only: nothing is written to the user's. */
  | "pretend"
  /** `openStack` gives undefined. */
  | "leave";

/** The name of the Pulumi stack of a config: that of its stack file, else, and for every test copy, the stem. */
export function pulumiStackName({ file, stack, config, stem }: StackWish): string {
  return config.testSuffix === undefined ? (stack ?? stackOfFile(file) ?? stem) : stem;
}

function stackOfFile(file: string): string | undefined {
  return /^Pulumi\.(.+)\.ya?ml$/.exec(basename(file))?.[1];
}

/** Pulumi finds the salt of the passphrase in the state where the config file, being made for the run, has none. */
const OWN_CONFIG = { PULUMI_FALLBACK_TO_STATE_SECRETS_MANAGER: "true" };

/**
 * Opens the Pulumi stack of a config on the project's own program, in the user's backend, as `pulumi` typed by hand
 * would. The program gets exactly the config that was validated.
 * @throws TierguardError where there is no engine, no login or no passphrase.
 */
export async function openStack(wish: StackWish, ifMissing: "leave"): Promise<PulumiStack | undefined>;
export async function openStack(wish: StackWish, ifMissing: "create" | "pretend"): Promise<PulumiStack>;
export async function openStack(wish: StackWish, ifMissing: IfMissing): Promise<PulumiStack | undefined> {
  const name = pulumiStackName(wish);
  const { file, config } = wish;
  const ownState = stackOfFile(file) !== undefined && config.testSuffix === undefined;
  const folder = ownState
    ? stackFileFolder(file, { own: ifMissing === "pretend" })
    : configFolder(name, config, stackSettings(file));
  try {
    const stack = await openIn(folder, name, ifMissing);
    if (stack === undefined) folder.close();
    return stack;
  } catch (error) {
    folder.close();
    throw error;
  }
}

async function openIn(
  folder: WorkFolder,
  name: string,
  ifMissing: IfMissing,
): Promise<PulumiStack | undefined> {
  const { Stack } = loadAutomation();
  const workspace = await openWorkspace({ workDir: folder.path, envVars: OWN_CONFIG });
  try {
    return new PulumiStack(await Stack.select(name, workspace), folder, false);
  } catch (error) {
    if (!/no stack named .* found/.test(textOf(error))) throw explained(error, name);
  }
  if (ifMissing === "leave") return undefined;
  if (ifMissing === "pretend") return pretended(folder, name);
  try {
    return new PulumiStack(await Stack.create(name, workspace), folder, true);
  } catch (error) {
    throw explained(error, name);
  }
}

/** The stack in a backend of its own, which is removed with the folder. */
async function pretended(folder: WorkFolder, name: string): Promise<PulumiStack> {
  const { Stack } = loadAutomation();
  const backend = mkdtempSync(join(tmpdir(), "tierguard-state-"));
  const close = () => {
    rmSync(backend, { recursive: true, force: true });
    folder.close();
  };
  try {
    const envVars = { ...OWN_CONFIG, PULUMI_BACKEND_URL: pathToFileURL(backend).href };
    const workspace = await openWorkspace({ workDir: folder.path, envVars });
    // Only the part after the last slash names a stack where there are no organizations.
    const stack = await Stack.create(name.split("/").at(-1)!, workspace);
    return new PulumiStack(stack, { path: folder.path, close }, true);
  } catch (error) {
    close();
    throw explained(error, name);
  }
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function explained(error: unknown, stack: string): Error {
  return explainPulumiFailure(textOf(error), { stack, doing: `Opening the Pulumi stack ${stack}` });
}
