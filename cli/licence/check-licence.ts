import { createRequire } from "node:module";
import type { Config } from "../../core/config/schema";
import type { ActionLog } from "../action-log";
import type * as asking from "./ask-for-licence";

/** An `import()` would go through Node's module loader, which knows no TypeScript. */
const load = createRequire(__filename);

/** Whose licence is asked for, and who is told. */
export interface LicenceQuestion {
  config: Config;
  /** What the action does to AWS; one that would write and only says so reads. */
  effect: "local" | "reads" | "writes";
  log: ActionLog;
  /** A line for people. */
  message: (line: string) => void;
  signal: AbortSignal;
}

/** A licence that is being asked for while the action goes on. */
export interface LicenceCheck {
  /**
   * Lets an action pass that does not write to AWS, at once; any other one once the answer is there.
   * @throws NotEntitledError, and what interrupted the action.
   */
  admit(): Promise<void>;
  /** Waits for the answer, and says it where `admit` has not. */
  tell(): Promise<void>;
}

/** Begins to ask for the licence that a config names; says in the log where it names none. */
export function checkLicence(question: LicenceQuestion): LicenceCheck {
  const { config, log } = question;
  if (config.license === undefined) {
    log.info("licence: off, since the config has no license section; nothing is asked");
    return { admit: () => Promise.resolve(), tell: () => Promise.resolve() };
  }
  // What asks for it is loaded where there is something to ask.
  return (load("./ask-for-licence") as typeof asking).askForLicence(question, config.license);
}
