import { join } from "node:path";
import { openLocalEnvironment, PROJECT_DIR } from "./local-environment";
import { runCommand } from "./run-command";
import { stackOf } from "./stack-config";

/** Actions that read and write files alone. */
const OFFLINE = ["validate-config", "export-policies", "help"];

/** Runs an action of the command line on the embedded AWS; resolves with its exit code. */
export async function runTierguard(args: readonly string[]): Promise<number> {
  const action = args.find((argument) => !argument.startsWith("-"));
  const offline = action === undefined || OFFLINE.includes(action) || args.includes("--help");
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
