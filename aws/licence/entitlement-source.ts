import type { Answer } from "../../core/licence/licence";

/** One of AWS's services that knows whether the account is entitled to a product. */
export interface EntitlementSource {
  /** Asks once; never throws: what goes wrong is an answer as well. */
  ask(signal: AbortSignal): Promise<Answer>;
}
