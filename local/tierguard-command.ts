import { join } from "node:path";
import { openLocalEnvironment, PROJECT_DIR } from "./local-environment";
import { runCommand } from "./run-command";
import { stackOf } from "./stack-config";

/** With these, or without any, the command line only prints. */
const HELP = ["help", "--help", "-h", "--version", "-V"];
/** Actions that need no engine; where the config names a product, they ask AWS for its licence. */
const WITHOUT_ENGINE = ["validate-config", "create-prov-template"];

function has(args: readonly string[], words: readonly string[]): boolean {
  return args.some((argument) => words.includes(argument));
}

/** Runs an action of the command line on the embedded AWS; resolves with its exit code. */
export async function runTierguard(args: readonly string[]): Promise<number> {
  const command = [join(PROJECT_DIR, "bin", "tierguard.cjs"), ...args];
  // The user's folder, against which file arguments are meant; npm itself changes to the project's.
  const cwd = process.env["INIT_CWD"] || process.cwd();
  if (args.length === 0 || has(args, HELP)) {
    return runCommand(process.execPath, command, { cwd, env: process.env });
  }
  const engine = !has(args, WITHOUT_ENGINE);
  const local = await openLocalEnvironment({ stack: stackOf(args, process.env), engine });
  try {
    return await runCommand(process.execPath, command, { cwd, env: local.env });
  } finally {
    local.close();
  }
}
