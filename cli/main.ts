import { CommanderError } from "commander";
import { ExitCode, InvalidInputError, TierguardError } from "../core/errors";
import { normalisedArguments } from "./arguments";
import { actionsFor } from "./find-action";
import { buildProgram } from "./program";
import type { Printer } from "./run-action";

function messageOf(error: unknown): { code: string; exitCode: ExitCode; text: string } {
  if (error instanceof TierguardError) {
    const hint = error.hint === undefined ? "" : `\n  ${error.hint}`;
    return { code: error.code, exitCode: error.exitCode, text: `${error.message}${hint}` };
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    code: "internal",
    exitCode: ExitCode.Failed,
    text: `This is a defect of tierguard itself:\n${stack}`,
  };
}

function failed(error: unknown, json: boolean): ExitCode {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return ExitCode.Done;
    if (json) printJson({ ok: false, error: { code: "usage", message: error.message } });
    return ExitCode.BadInput;
  }
  const { code, exitCode, text } = messageOf(error);
  process.stderr.write(`${text}\n`);
  if (json) {
    const problems = error instanceof InvalidInputError ? error.problems : undefined;
    const hint = error instanceof TierguardError ? error.hint : undefined;
    const message = error instanceof Error ? error.message.split("\n")[0] : text;
    printJson({ ok: false, error: { code, message, hint, problems } });
  }
  return exitCode;
}

function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, undefined, 2)}\n`);
}

/** The command line: parses the arguments, runs the action, prints its result, and alone sets the exit code. */
export async function main(argv: readonly string[]): Promise<void> {
  // Whoever reads the output may stop reading, as `head` does.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  const json = argv.includes("--json");
  const logs: string[] = [];
  try {
    const words = normalisedArguments(argv);
    const printer: Printer = {
      result: (action, result, exitCode) => {
        process.exitCode = exitCode;
        if (json) printJson({ ok: exitCode !== ExitCode.Refused, action: action.id, result });
        else process.stdout.write(`${action.describe(result).join("\n")}\n`);
      },
      text: (text) => process.stdout.write(text),
      message: (line) => process.stderr.write(`${line}\n`),
      logged: (path) => logs.push(path),
    };
    await buildProgram(printer, actionsFor(words[0])).parseAsync(words, { from: "user" });
    process.exitCode ??= ExitCode.Done;
  } catch (error) {
    process.exitCode = failed(error, json);
  }
  for (const path of logs) process.stderr.write(`Log: ${path}\n`);
}
