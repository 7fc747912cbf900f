import { join, resolve } from "node:path";
import { actions } from "../cli/actions/index";
import { normalisedArguments } from "../cli/arguments";
import { openLocalEnvironment, PROJECT_DIR } from "./local-environment";
import { runCommand } from "./run-command";
import { stackStateFile } from "./pulumi-command";
import { keepSaltOut } from "./salt-free-config";
import { stackOf } from "./stack-config";
import { provideTemplateBucket } from "./template-bucket";

/** With these, or without any, the command line only prints. */
const HELP = ["help", "--help", "-h", "--version", "-V"];

/** Whether the action runs Pulumi: whatever reaches AWS for more than a licence may do so. */
function needsEngine(args: readonly string[]): boolean {
  const [id] = normalisedArguments(args);
  return actions.some((action) => action.id === id && action.effect !== "local");
}

/** The value of --config, in whichever form it is given. */
function configOf(args: readonly string[]): string | undefined {
  const normalised = normalisedArguments(args);
  const at = normalised.findIndex((argument) => /^--config(=|$)/.test(argument));
  if (at < 0) return undefined;
  const [, ...value] = normalised[at]!.split("=");
  return value.length > 0 ? value.join("=") : normalised[at + 1];
}

/** Runs an action of the command line on the embedded AWS; resolves with its exit code. */
export async function runTierguard(args: readonly string[]): Promise<number> {
  const command = [join(PROJECT_DIR, "bin", "tierguard.cjs"), ...args];
  // The user's folder, against which file arguments are meant; npm itself changes to the project's.
  const cwd = process.env["INIT_CWD"] || process.cwd();
  if (args.length === 0 || args.some((argument) => HELP.includes(argument))) {
    return runCommand(process.execPath, command, { cwd, env: process.env });
  }
  const stack = stackOf(args, process.env);
  const configFile = resolve(cwd, configOf(args) ?? `Pulumi.${stack}.yaml`);
  const engine = needsEngine(args);
  const local = await openLocalEnvironment({ stack, engine, configFile });
  const restoreConfig = keepSaltOut(PROJECT_DIR, stack, stackStateFile(local.directory, stack));
  try {
    if (engine) await provideTemplateBucket(local, configFile);
    return await runCommand(process.execPath, command, { cwd, env: local.env });
  } finally {
    restoreConfig();
    local.close();
  }
}
