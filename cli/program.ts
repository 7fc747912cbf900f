import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Argument, Command, Option } from "commander";
import { EXIT_CODES, ExitCode } from "../core/errors";
import type { Action, ActionOption } from "./action";
import { COMPLETION, completionScript, type Shell, SHELLS } from "./completion";
import { commonOptions, ownOptions } from "./options";
import { type CommonOptions, type Printer, runAction } from "./run-action";

function version(): string {
  const text = readFileSync(join(__dirname, "..", "package.json"), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}

function addOption(command: Command, { flags, description, choices, default: preset }: ActionOption): void {
  const option = new Option(flags, description);
  if (choices !== undefined) option.choices(choices);
  if (preset !== undefined) option.default(preset);
  command.addOption(option);
}

function addAction(program: Command, action: Action, printer: Printer): void {
  const command = program
    .command(action.id)
    .summary(action.summary)
    .description(`${action.summary}.`)
    .allowExcessArguments(false);
  for (const option of [...commonOptions(), ...ownOptions(action)]) addOption(command, option);
  command.action(async (options: CommonOptions & Record<string, unknown>) => {
    const result = await runAction(action, options, printer);
    printer.result(action, result, action.exitCode?.(result, options) ?? ExitCode.Done);
  });
}

function addCompletion(program: Command, actions: readonly Action[], printer: Printer): void {
  program
    .command("completion")
    .summary(COMPLETION)
    .description(`${COMPLETION}, as: source <(tierguard completion bash)`)
    .addArgument(new Argument("<shell>", "shell that the script is for").choices(SHELLS))
    .action((shell: Shell) => printer.text(completionScript(shell, actions)));
}

/** The command line's grammar and help, made from a list of actions: all of them, or the one that is called. */
export function buildProgram(printer: Printer, actions: readonly Action[]): Command {
  const exitCodes = Object.entries(EXIT_CODES)
    .map(([code, text]) => `${code} ${text}`)
    .join(", ");
  const program = new Command("tierguard")
    .description("Tiered, least-privilege IAM for machine-learning teams on AWS.")
    .usage("<action> (--config FILE | --stack NAME) [options]")
    .version(version(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [action]", "print the help of an action")
    .addHelpText(
      "after",
      "\nThe action may also be given as --action X or -act X.\n" + `Exit codes: ${exitCodes}.`,
    )
    .configureHelp({ subcommandTerm: (command) => command.name() })
    .showSuggestionAfterError(true)
    .exitOverride();
  for (const action of actions) addAction(program, action, printer);
  addCompletion(program, actions, printer);
  return program;
}
