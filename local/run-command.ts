import { spawn } from "node:child_process";
import { constants } from "node:os";

/** Which signals a command is told of when this process gets them. */
const FORWARDED: NodeJS.Signals[] = ["SIGINT", "SIGTERM", "SIGHUP"];

/** Output that was caught, and the exit code. */
export interface CommandResult {
  exitCode: number;
  stdout: string;
  stderr: string;
}

/** Where and with what a command runs. */
export interface CommandOptions {
  cwd: string;
  env: NodeJS.ProcessEnv;
}

function exitCodeOf(code: number | null, signal: NodeJS.Signals | null): number {
  return code ?? 128 + (signal === null ? 0 : (constants.signals[signal] ?? 0));
}

/**
 * Runs a command with this process's own standard streams; resolves with its exit code, 128 + n where signal n ended
 * it. A signal to this process is passed on and then waited for: Pulumi ends an update in an orderly way. Ctrl-C in a
 * terminal reaches the command by itself, and a second SIGINT would make Pulumi drop the update: it isn't sent twice.
 */
export function runCommand(
  command: string,
  args: readonly string[],
  options: CommandOptions,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: "inherit" });
    const forward = (signal: NodeJS.Signals) => {
      if (signal !== "SIGINT" || process.stdin.isTTY !== true) child.kill(signal);
    };
    FORWARDED.forEach((signal) => process.on(signal, forward));
    const finish = (settle: () => void) => {
      FORWARDED.forEach((signal) => process.off(signal, forward));
      settle();
    };
    child.once("error", (error) => finish(() => reject(error)));
    child.once("close", (code, signal) => finish(() => resolve(exitCodeOf(code, signal))));
  });
}

/** Runs a command without a terminal and catches what it prints. */
export function captureCommand(
  command: string,
  args: readonly string[],
  options: CommandOptions,
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    let [stdout, stderr] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => (stdout += chunk));
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => (stderr += chunk));
    child.once("error", reject);
    child.once("close", (code, signal) => resolve({ exitCode: exitCodeOf(code, signal), stdout, stderr }));
  });
}
