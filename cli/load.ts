import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { loadCatalogue } from "../core/catalogue/load";
import type { Catalogue } from "../core/catalogue/policy-template";
import { readConfigFile } from "../core/config/load-file";
import { hintFor } from "../core/config/nearest";
import type { LoadedConfig } from "../core/config/validate";
import { ExitCode, TierguardError } from "../core/errors";

const packageRoot = join(__dirname, "..");

/** Which config a command line names. */
export interface ConfigChoice {
  config?: string;
  stack?: string;
}

function usage(message: string, hint: string): TierguardError {
  return new TierguardError(message, { code: "usage", exitCode: ExitCode.BadInput, hint });
}

function stackFile(stack: string): string {
  // A stack's full name is organization/project/stack; its file is named after the last part.
  const name = stack.split("/").at(-1)!;
  if (!/^[A-Za-z0-9_.-]{1,100}$/.test(name)) {
    throw usage(`"${stack}" is not the name of a stack`, "stack names are letters, digits, -, _ and .");
  }
  const files = readdirSync(".");
  const file = [`Pulumi.${name}.yaml`, `Pulumi.${name}.yml`].find((candidate) => files.includes(candidate));
  if (file !== undefined) return file;
  const stacks = files.flatMap((candidate) => /^Pulumi\.(.+)\.ya?ml$/.exec(candidate)?.[1] ?? []);
  const hint = hintFor(name, stacks, "stacks in this folder");
  throw usage(`there is no Pulumi.${name}.yaml in the current folder`, hint);
}

/**
 * The file of the config that a command line names.
 * @throws TierguardError where it names none, or two.
 */
export function configFile({ config, stack }: ConfigChoice): string {
  if (config !== undefined && stack !== undefined) {
    throw usage("--config and --stack are both given", "name the config by one of them");
  }
  if (stack !== undefined) return stackFile(stack);
  if (config !== undefined) return config;
  throw usage("no config is named", "add --config FILE, or --stack NAME for Pulumi.NAME.yaml");
}

/** A name for the log of a config whose stem is not known. */
export function fallbackName(file: string): string {
  const name = basename(file).replace(/\.ya?ml$/, "");
  return name.replaceAll(/[^A-Za-z0-9._-]+/g, "-").slice(0, 100) || "config";
}

/**
 * Loads the policy templates and the config.
 * @throws InvalidInputError with everything that is wrong in either.
 */
export function load(file: string): LoadedConfig & { catalogue: Catalogue } {
  const catalogue = loadCatalogue(join(packageRoot, "policy-templates"));
  const loaded = readConfigFile(file, {
    masterDirectory: join(packageRoot, "configs"),
    catalogue: catalogue.index,
  });
  return { ...loaded, catalogue };
}
