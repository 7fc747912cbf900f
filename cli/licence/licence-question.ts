import type { Config } from "../../core/config/schema";
import type { ActionLog } from "../action-log";

/** What of a config, of whichever product, the licence depends on. */
export type LicensedConfig = Pick<Config, "client" | "environment" | "license">;

/** Whose licence is asked for, and who is told. */
export interface LicenceQuestion {
  config: LicensedConfig;
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
