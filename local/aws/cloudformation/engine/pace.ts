import { setTimeout as sleep } from "node:timers/promises";

/** Between the answer to a request and the first step: whoever polls sees that something is in progress. */
const BEFORE_FIRST_STEP_MS = 40;

/** For a resource to be there once it was made: real ones take seconds. */
const STABILISATION_MS = 2;

/** How often a deletion looks whether a creation that it interrupts has let go. */
const HANDOVER_MS = 5;

/** How long the embedded AWS takes for what real AWS takes time for. */
export const pace = {
  start: () => sleep(BEFORE_FIRST_STEP_MS),
  stabilise: () => sleep(STABILISATION_MS),
  handover: () => sleep(HANDOVER_MS),
};
