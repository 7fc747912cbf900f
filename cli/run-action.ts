import type { ProductName } from "../core/config/product";
import { ExitCode, TierguardError } from "../core/errors";
import { externalIdsOf } from "../core/masking";
import { mlReportStem } from "../core/naming/ml-names";
import { stem } from "../core/naming/stack-names";
import type { Action, ActionResult, RunContext } from "./action";
import { ActionLog } from "./action-log";
import { AwsCallLog } from "./aws-call-log";
import { interruptible } from "./interruption";
import { checkLicence } from "./licence/check-licence";
import type { LicenceCheck } from "./licence/licence-question";
import { CALLED, type ConfigChoice, configFile, fallbackName, type Loaded, load } from "./load";

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
  /** A text that is the result itself. */
  text: (text: string) => void;
  /** A line for people while the action runs. */
  message: (line: string) => void;
  /** The log that was written. */
  logged: (path: string) => void;
}

/** @throws TierguardError where the action is not for what the config is of. */
function admitted({ id, counterpart, run, runMl }: Action, file: string, product: ProductName): void {
  if ((product === "ml" ? runMl : run) !== undefined) return;
  const other = product === "ml" ? "security" : "ml";
  throw new TierguardError(`${id} takes ${CALLED[other]}, and ${file} is ${CALLED[product]}`, {
    code: "other-product",
    exitCode: ExitCode.BadInput,
    hint: counterpart === undefined ? "`tierguard help` lists every action" : `use ${counterpart} for it`,
  });
}

/** The name with which the files of a config's reports begin. */
function reportStem(loaded: Loaded): string {
  return loaded.product === "ml" ? mlReportStem(loaded.config) : stem(loaded.config);
}

function perform(action: Action, loaded: Loaded, context: RunContext): ActionResult | Promise<ActionResult> {
  return loaded.product === "ml"
    ? action.runMl!({ ...context, ...loaded })
    : action.run!({ ...context, ...loaded });
}

/** Runs one action from the config's file to its result, and writes its log. */
export async function runAction(
  action: Action,
  options: CommonOptions & Record<string, unknown>,
  { message, logged }: Pick<Printer, "message" | "logged">,
): Promise<ActionResult> {
  const { output } = options;
  const log = new ActionLog({ action: action.id, output, verbose: options.verbose === true, show: message });
  const file = configFile(options);
  const interruption = interruptible(action.effect !== "local");
  const begun = performance.now();
  const calls = new AwsCallLog(log);
  let licence: LicenceCheck | undefined;
  try {
    log.info(`${action.id} of ${file}`);
    const loaded = load(file, (product) => admitted(action, file, product));
    log.hide({ externalIds: externalIdsOf(loaded.config) });
    log.open(reportStem(loaded));
    log.debug(`loaded in ${Math.round(performance.now() - begun)} ms`);
    const dryRun = options.dryRun === true;
    const effect = action.effect === "writes" && dryRun ? "reads" : action.effect;
    licence = checkLicence({ config: loaded.config, effect, log, message, signal: interruption.signal });
    await licence.admit();
    const result = await perform(action, loaded, {
      file,
      output,
      log,
      force: options.force === true,
      dryRun,
      onAwsCall: calls.add,
      progress: (line) => {
        log.info(line);
        // The log shows its lines itself when it is verbose.
        if (options.verbose !== true) message(log.withoutSecrets(line));
      },
      signal: interruption.signal,
      options,
    });
    for (const line of action.describe(result)) log.info(line);
    await licence.tell();
    log.info(`done in ${Math.round(performance.now() - begun)} ms`);
    return result;
  } catch (error) {
    if (error instanceof TierguardError) log.error(error.message);
    else log.critical(error instanceof Error ? (error.stack ?? error.message) : String(error));
    await licence?.tell();
    throw error;
  } finally {
    interruption.release();
    calls.summarise();
    log.open(fallbackName(file));
    if (log.path !== undefined) logged(log.path);
  }
}
