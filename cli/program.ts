import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Command, Option } from "commander";
import { ExitCode } from "../core/errors";
import type { Action } from "./action";
import { actions } from "./actions/index";
import { type CommonOptions, type Printer, runAction } from "./run-action";

function version(): string {
  const text = readFileSync(join(__dirname, "..", "package.json"), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}

function addAction(program: Command, action: Action, printer: Printer): void {
  const command = program
    .command(action.id)
    .summary(action.summary)
    .description(`${action.summary}.`)
    .option("--config <file>", "config file of six sections, or a Pulumi.<stack>.yaml (also -con)")
    .option("--stack <name>", "the config in Pulumi.<name>.yaml of the current folder")
    .option("--output <dir>", "folder that files are written below", ".")
    .option("--verbose", "say more, also in the log")
    .option("--json", "print the result as one JSON object")
    .allowExcessArguments(false);
  if (action.force !== undefined) command.option("--force", action.force);
  if (action.dryRun !== undefined) command.option("--dry-run", action.dryRun);
  for (const { flags, description, choices, default: preset } of action.options) {
    const option = new Option(flags, description);
    if (choices !== undefined) option.choices(choices);
    if (preset !== undefined) option.default(preset);
    command.addOption(option);
  }
  command.action(async (options: CommonOptions & Record<string, unknown>) => {
    const result = await runAction(action, options, printer);
    printer.result(action, result, action.exitCode?.(result, options) ?? ExitCode.Done);
  });
}

/** The command line's grammar and help, made from the list of actions. */
export function buildProgram(printer: Printer): Command {
  const program = new Command("tierguard")
    .description("Tiered, least-privilege IAM for machine-learning teams on AWS.")
    .usage("<action> (--config FILE | --stack NAME) [options]")
    .version(version(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [action]", "print the help of an action")
    .addHelpText(
      "after",
      "\nThe action may also be given as --action X or -act X.\n" +
        "Exit codes: 0 done, 1 failed, 2 bad input, 3 refused, 4 changes found, 5 not entitled, 6 guardrail violated.",
    )
    .configureHelp({ subcommandTerm: (command) => command.name() })
    .showSuggestionAfterError(true)
    .exitOverride();
  for (const action of actions) addAction(program, action, printer);
  return program;
}
