import { dirname } from "node:path";
import { ExitCode, TierguardError } from "../../core/errors";
import { waitForLock } from "../file-lock";
import { buildEngine, usableGo } from "./build-engine";
import { downloadEngine } from "./download-engine";
import { type Engine, findEngine, installedEnginePath } from "./find-engine";
import { ENGINE_VERSION } from "./pulumi-version";

/** No Pulumi CLI can be had on this machine; the message says what was tried and what helps. */
export class EngineUnavailableError extends TierguardError {
  constructor(tried: readonly string[]) {
    super(
      [
        "There is no Pulumi CLI here, and none could be had:",
        ...tried.map((line) => `  - ${line}`),
        "Any one of these helps:",
        "  - install the Pulumi CLI (https://www.pulumi.com/docs/install/) and put it on PATH;",
        `  - put Go 1.25.11 or newer on PATH, with access to a Go module proxy: Pulumi ${ENGINE_VERSION} is then built, once;`,
        `  - put a pulumi ${ENGINE_VERSION} program at ${installedEnginePath(process.env)}.`,
      ].join("\n"),
      { code: "engine-unavailable", exitCode: ExitCode.Failed },
    );
    this.name = "EngineUnavailableError";
  }
}

const PROGRESS_EVERY_MS = 10_000;
const DOWNLOAD_SWITCH = "TIERGUARD_ENGINE_DOWNLOAD";

function seconds(since: number): string {
  return `${Math.round((Date.now() - since) / 1000)} s`;
}

async function build(env: NodeJS.ProcessEnv, report: (line: string) => void): Promise<void> {
  const started = Date.now();
  let reported = started;
  const reportNowAndThen = (text: string) => {
    if (Date.now() - reported < PROGRESS_EVERY_MS) return;
    reported = Date.now();
    report(`  ${text} (${seconds(started)})`);
  };
  await buildEngine(env, {
    step: (text) => report(`  ${text} (${seconds(started)})`),
    downloaded: (modules) => reportNowAndThen(`${modules} modules downloaded`),
    compiled: (done, total) => reportNowAndThen(`${done} of at most ${total} packages compiled`),
  });
  report(`Built the Pulumi engine in ${seconds(started)}; it stays at ${installedEnginePath(env)}.`);
}

/** What `fetch` says by itself is only that it failed. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}

async function install(
  env: NodeJS.ProcessEnv,
  notes: string[],
  report: (line: string) => void,
): Promise<void> {
  const tried = [...notes];
  if (notes.length === 0) tried.push("no pulumi on PATH");
  if (env[DOWNLOAD_SWITCH] === "off") {
    tried.push(`the download is switched off (${DOWNLOAD_SWITCH}=off)`);
  } else {
    report(`Downloading the Pulumi CLI ${ENGINE_VERSION} ...`);
    try {
      await downloadEngine(env, () => undefined);
      return;
    } catch (error) {
      const reason = reasonOf(error);
      tried.push(`the download from get.pulumi.com did not work: ${reason}`);
      report(`The download did not work (${reason}).`);
    }
  }
  const goVersion = usableGo(env);
  if (goVersion === undefined) {
    throw new EngineUnavailableError([...tried, "no Go 1.21 or newer on PATH to build it with"]);
  }
  report(
    `Building the Pulumi engine ${ENGINE_VERSION} from its Go module with Go ${goVersion}: some minutes, once.`,
  );
  try {
    await build(env, report);
  } catch (error) {
    throw new EngineUnavailableError([...tried, error instanceof Error ? error.message : String(error)]);
  }
}

/**
 * Finds the Pulumi CLI, or downloads or builds it; of several processes that need it at once, one does the work and
 * the others wait. Throws an EngineUnavailableError where none can be had.
 */
export async function ensureEngine(
  env: NodeJS.ProcessEnv = process.env,
  report: (line: string) => void = (line) => console.error(line),
): Promise<Engine> {
  const { engine, notes } = findEngine(env);
  if (engine !== undefined) return engine;
  notes.forEach(report);
  const lockFile = `${dirname(dirname(installedEnginePath(env)))}.lock`;
  const lock = await waitForLock(lockFile, () =>
    report("Another command is getting the Pulumi engine; waiting for it ..."),
  );
  try {
    if (findEngine(env).engine === undefined) await install(env, notes, report);
  } finally {
    lock.release();
  }
  const installed = findEngine(env).engine;
  if (installed === undefined)
    throw new EngineUnavailableError([...notes, "the installed program does not run"]);
  return installed;
}
