import type { AwsCall } from "../aws/aws-call";
import type { Catalogue } from "../core/catalogue/policy-template";
import type { LoadedMl, LoadedSecurity } from "../core/config/load-product";
import type { ExitCode } from "../core/errors";
import type { ActionLog } from "./action-log";

/** An option that one action takes beside those that all take. */
export interface ActionOption {
  /** As commander reads it: `--for <role>`. */
  flags: string;
  description: string;
  choices?: readonly string[];
  default?: string;
}

/** What an action works with, whatever its config is of. */
export interface RunContext {
  /** The config as the user named it. */
  file: string;
  /** Folder under which `templates/`, `reports/` and so on lie. */
  output: string;
  log: ActionLog;
  /** Whether --force was given: without it nothing is destroyed. */
  force: boolean;
  /** Whether to say what would be done, and write nothing but the log. */
  dryRun: boolean;
  /** Told of every call to AWS: for the clients that the action makes. */
  onAwsCall: (call: AwsCall) => void;
  /** Says what goes on now. */
  progress: (line: string) => void;
  /** Aborted when the user interrupts: what is under way ends in order, and nothing new begins. */
  signal: AbortSignal;
  /** Values of the action's own options, by their camelCase names. */
  options: Readonly<Record<string, unknown>>;
}

/** What an action works with where the config is a security config. */
export interface ActionContext extends LoadedSecurity, RunContext {
  catalogue: Catalogue;
}

/** What an action works with where the config is of an ML product. */
export interface MlContext extends LoadedMl, RunContext {}

/** What an action works with that does the same for either. */
export type ProductContext = ActionContext | MlContext;

/** Plain data that can be printed as JSON. */
export type ActionResult = Readonly<Record<string, unknown>>;

/** One action of the command line; help and dispatch come from these objects. */
export interface Action<Result extends ActionResult = ActionResult> {
  /** kebab-case, as people type it. */
  id: string;
  title: string;
  /** One sentence, for the help. */
  summary: string;
  options: readonly ActionOption[];
  /** What it does to AWS: `local` actions never call it, `reads` never write to it. */
  effect: "local" | "reads" | "writes";
  /** What --force does, where the action takes it. */
  force?: string;
  /** What --dry-run does, where the action takes it. */
  dryRun?: string;
  /** Files that it writes below the output folder beside its log, such as `groups/{group name}.json`. */
  files?: readonly string[];
  /** Exit codes of its own, beside 0, 1 and 2, and those that --force and a licence bring: see {@link exitCode}. */
  exitCodes?: readonly ExitCode[];
  /** What it does with a security config; absent where it is for ML products alone. */
  run?: (context: ActionContext) => Result | Promise<Result>;
  /** What it does with the config of an ML product; absent where it is for security configs alone. */
  runMl?: (context: MlContext) => Result | Promise<Result>;
  /** The action that does the like for the other kind of config, where this one is for one kind alone. */
  counterpart?: string;
  /** The result as people read it, a line an element. */
  describe: (result: Result) => string[];
  /** The exit code of a run that did not throw: 0 where this is left out. */
  exitCode?: (result: Result, options: Readonly<Record<string, unknown>>) => ExitCode;
}

/** Hides the type of an action's result, so that actions of all kinds fit into one list. */
export function action<Result extends ActionResult>(definition: Action<Result>): Action {
  const { exitCode } = definition;
  return {
    ...definition,
    describe: (result) => definition.describe(result as Result),
    exitCode: exitCode && ((result, options) => exitCode(result as Result, options)),
  };
}
