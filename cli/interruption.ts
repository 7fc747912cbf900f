import { ExitCode, TierguardError } from "../core/errors";

/** The user interrupted the action; what was under way has been ended in order. */
export class InterruptedError extends TierguardError {
  /** @param by the signal that said so. */
  constructor(readonly by: NodeJS.Signals) {
    super("interrupted", { code: "interrupted", exitCode: ExitCode.Failed });
    this.name = "InterruptedError";
  }
}

/** How the user's Ctrl-C reaches an action. */
export interface Interruption {
  /** Aborted with an InterruptedError by the first Ctrl-C. */
  signal: AbortSignal;
  /** Gives Ctrl-C its usual meaning back. */
  release: () => void;
}

/**
 * Hears the first Ctrl-C (or SIGTERM); the second one ends the process as it would without us.
 * @param orderly false where nothing needs an orderly end: the first one ends the process then.
 */
export function interruptible(orderly: boolean): Interruption {
  const controller = new AbortController();
  if (!orderly) return { signal: controller.signal, release: () => undefined };
  const release = () => {
    process.off("SIGINT", abort);
    process.off("SIGTERM", abort);
  };
  const abort = (by: NodeJS.Signals) => {
    // A library that ends its child processes with ours takes a signal that nobody else listens to as the end: what
    // listens now has to do so until all have heard this one.
    setImmediate(release);
    controller.abort(new InterruptedError(by));
  };
  process.on("SIGINT", abort);
  process.on("SIGTERM", abort);
  return { signal: controller.signal, release };
}
