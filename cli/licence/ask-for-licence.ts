import { askAws } from "../../aws/licence/ask-aws";
import type { AwsConnection } from "../../aws/connection";
import type { License } from "../../core/config/license-schema";
import { ExitCode, TierguardError } from "../../core/errors";
import { type Decision, decide } from "../../core/licence/decide";
import { type Product, productOf } from "../../core/licence/licence";
import { isStale, type Memory, remember } from "../../core/licence/memory";
import type { ActionLog } from "../action-log";
import type { LicenceCheck, LicenceQuestion, LicensedConfig } from "./licence-question";
import { reason } from "../write-whole";
import { type Found, findAnswer, keepAnswer, type Subject } from "./remembered-answer";
import { stateFolder } from "./state-folder";

/** Milliseconds that a local action waits for an answer, everything included. */
const LOCAL_TIMEOUT = 2_700;
/** Milliseconds that an action waits which calls AWS anyway. */
const TIMEOUT = 10_000;

/** AWS has said that the account is not entitled, and the action was going to write to AWS. */
export class NotEntitledError extends TierguardError {
  constructor({ message, hint }: Decision) {
    super(`nothing was changed: ${message}`, { code: "not-entitled", exitCode: ExitCode.NotEntitled, hint });
    this.name = "NotEntitledError";
  }
}

/** RegisterUsage must be called in the region of the ECS task or EKS pod, which AWS sets in its environment. */
function connectionFor(product: Product, config: LicensedConfig): AwsConnection {
  const own = process.env["AWS_REGION"] || process.env["AWS_DEFAULT_REGION"];
  const region = config.environment.region;
  return { region: product.provider === "metering" ? (own ?? region) : region };
}

function endpoint(product: Product): string | undefined {
  const service = product.provider === "metering" ? "MARKETPLACE_METERING" : "LICENSE_MANAGER";
  return process.env[`AWS_ENDPOINT_URL_${service}`] ?? process.env["AWS_ENDPOINT_URL"];
}

function found(folder: string, subject: Subject, log: ActionLog): Found | undefined {
  try {
    const answer = findAnswer(folder, subject);
    if (answer.disbelieved === true) {
      const what = "was changed, or is another product's, account's or user's";
      log.warning(`licence: ${answer.path} ${what}: AWS is asked anew`);
    }
    return answer;
  } catch (error) {
    log.warning(`licence: what was answered before can't be read from ${folder}: ${reason(error)}`);
    return undefined;
  }
}

async function currentMemory(product: Product, question: LicenceQuestion): Promise<Memory> {
  const { config, effect, log, signal } = question;
  const folder = stateFolder();
  const subject: Subject = { accountId: config.client.account_id, product, endpoint: endpoint(product) };
  const before = found(folder, subject, log)?.memory;
  if (before !== undefined && !isStale(before, Date.now())) {
    log.debug(`licence: answered less than an hour ago, not asked again`);
    return before;
  }
  const begun = performance.now();
  const timeout = effect === "local" ? LOCAL_TIMEOUT : TIMEOUT;
  const answer = await askAws({ product, connection: connectionFor(product, config), timeout }, signal);
  log.debug(`licence: AWS was asked, ${Math.round(performance.now() - begun)} ms`);
  const memory = remember(before, answer, Date.now());
  if (!signal.aborted) {
    try {
      keepAnswer(folder, subject, memory);
    } catch (error) {
      log.warning(`licence: the answer can't be remembered in ${folder}: ${reason(error)}`);
    }
  }
  return memory;
}

function say({ level, message, hint }: Decision, { log, message: show }: LicenceQuestion): void {
  const text = `licence: ${message}${hint === undefined ? "" : `\n  ${hint}`}`;
  if (level === "info") log.info(text);
  else if (level === "warning") log.warning(text);
  else log.error(text);
  if (level === "warning") show(log.withoutSecrets(`warning: ${text}`));
  if (level === "error") show(log.withoutSecrets(`WARNING: ${text}`));
}

/** Begins to ask for the licence that a config names. */
export function askForLicence(question: LicenceQuestion, license: License): LicenceCheck {
  const { effect, signal } = question;
  const product = productOf(license);
  const decision = currentMemory(product, question).then((memory) =>
    decide(product, memory, effect === "writes", Date.now()),
  );
  let told = false;
  const tell = async () => {
    if (told) return;
    told = true;
    const made = await decision;
    if (!signal.aborted && made.level !== "refusal") say(made, question);
  };
  return {
    async admit() {
      if (effect !== "writes") return;
      const made = await decision;
      signal.throwIfAborted();
      if (made.level === "refusal") throw new NotEntitledError(made);
      await tell();
    },
    tell,
  };
}
