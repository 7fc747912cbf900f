import { ExitCode, TierguardError } from "../core/errors";
import { stem } from "../core/naming/stack-names";
import type { Action, ActionResult } from "./action";
import { ActionLog } from "./action-log";
import { type ConfigChoice, configFile, fallbackName, load } from "./load";

/** The user interrupted the action; what was under way has been ended in order. */
export class InterruptedError extends TierguardError {
  constructor() {
    super("interrupted", { code: "interrupted", exitCode: ExitCode.Failed });
  }
}

/** Options that every action takes. */
export interface CommonOptions extends ConfigChoice {
  output: string;
  force?: boolean;
  dryRun?: boolean;
  verbose?: boolean;
  json?: boolean;
}

/** Where results and messages go. */
export interface Printer {
  result: (action: Action, result: ActionResult, exitCode: ExitCode) => void;
  /** A line for people while the action runs. */
  message: (line: string) => void;
  /** The log that was written. */
  logged: (path: string) => void;
}

/** A signal that the first Ctrl-C aborts; the second one ends the process as it would without us. */
function interruptible(): { signal: AbortSignal; release: () => void } {
  const controller = new AbortController();
  const abort = () => controller.abort(new InterruptedError());
  process.once("SIGINT", abort);
  process.once("SIGTERM", abort);
  const release = () => {
    process.off("SIGINT", abort);
    process.off("SIGTERM", abort);
  };
  return { signal: controller.signal, release };
}

/** Runs one action from the config's file to its result, and writes its log. */
export async function runAction(
  action: Action,
  options: CommonOptions & Record<string, unknown>,
  { message, logged }: Pick<Printer, "message" | "logged">,
): Promise<ActionResult> {
  const { output } = options;
  const log = new ActionLog({ action: action.id, output, verbose: options.verbose === true, show: message });
  const interruption = interruptible();
  const file = configFile(options);
  const begun = performance.now();
  try {
    log.info(`${action.id} of ${file}`);
    const loaded = load(file);
    log.open(stem(loaded.config));
    log.debug(`loaded in ${Math.round(performance.now() - begun)} ms`);
    const result = await action.run({
      ...loaded,
      file,
      output,
      log,
      force: options.force === true,
      dryRun: options.dryRun === true,
      progress: (line) => {
        log.info(line);
        message(line);
      },
      signal: interruption.signal,
      options,
    });
    for (const line of action.describe(result)) log.info(line);
    log.info(`done in ${Math.round(performance.now() - begun)} ms`);
    return result;
  } catch (error) {
    if (error instanceof TierguardError) log.error(error.message);
    else log.critical(error instanceof Error ? (error.stack ?? error.message) : String(error));
    throw error;
  } finally {
    interruption.release();
    log.open(fallbackName(file));
    if (log.path !== undefined) logged(log.path);
  }
}
