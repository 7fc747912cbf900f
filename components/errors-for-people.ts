import { RunError } from "@pulumi/pulumi";
import { TierguardError } from "../core/errors";

/** Runs `work`; an expected failure becomes an error that Pulumi prints without a stack trace. */
export function withErrorsForPeople<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof TierguardError)) throw error;
    throw new RunError(error.hint === undefined ? error.message : `${error.message} (${error.hint})`);
  }
}
