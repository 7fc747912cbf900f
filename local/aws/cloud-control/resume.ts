import { failInterruptedChecks, resumeStackOperations } from "../cloudformation/engine/resume";
import type { CallContext, Caller } from "../service";
import type { Store } from "../store";
import { sharedStore } from "../store-scopes";
import { isRunning, RequestStore, RUNNING } from "./request-record";

interface RunningRecord {
  token: string;
  caller: Caller;
  region: string;
}

/**
 * To be called once when a server starts, before it answers: what was in progress when the process before it ended is
 * taken up (stacks) or said to have failed (resource requests).
 */
export function resumeOperations(
  store: Store,
  contextOf: (caller: Caller, region: string) => CallContext,
): void {
  resumeStackOperations(store, contextOf);
  failInterruptedChecks(store, contextOf);
  for (const { token, caller, region } of sharedStore(store).list<RunningRecord>(RUNNING)) {
    const requests = new RequestStore(contextOf(caller, region));
    const request = requests.get(token);
    if (request === undefined || !isRunning(request)) {
      sharedStore(store).delete(RUNNING, token);
      continue;
    }
    requests.patch(token, {
      status: "FAILED",
      errorCode: "ServiceInternalError",
      statusMessage: "The request was interrupted by the end of the embedded AWS.",
    });
  }
}
