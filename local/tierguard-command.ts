import { join } from "node:path";
import { openLocalEnvironment, PROJECT_DIR } from "./local-environment";
import { runCommand } from "./run-command";
import { stackOf } from "./stack-config";

/** Actions and options with which the command line only reads and writes files. */
const OFFLINE = ["validate-config", "create-prov-template", "help", "--help", "-h", "--version", "-V"];

/** Runs an action of the command line on the embedded AWS; resolves with its exit code. */
export async function runTierguard(args: readonly string[]): Promise<number> {
  const offline = args.length === 0 || args.some((argument) => OFFLINE.includes(argument));
  const command = [join(PROJECT_DIR, "bin", "tierguard.cjs"), ...args];
  // The user's folder, against which file arguments are meant; npm itself changes to the project's.
  const cwd = process.env["INIT_CWD"] || process.cwd();
  if (offline) return runCommand(process.execPath, command, { cwd, env: process.env });
  const local = await openLocalEnvironment({ stack: stackOf(args, process.env), engine: true });
  try {
    return await runCommand(process.execPath, command, { cwd, env: local.env });
  } finally {
    local.close();
  }
}
