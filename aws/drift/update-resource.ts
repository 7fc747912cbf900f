import type { ProgressEvent } from "@aws-sdk/client-cloudcontrol";
import { ExitCode, TierguardError } from "../../core/errors";
import type { PatchOperation } from "../../core/drift/put-back";
import { describeAwsError } from "../aws-error";
import type { AwsClients } from "../clients";
import { poll } from "../poll";
import type { WatchedArgs } from "../watched-args";
import { watchedName } from "../watched-args";

/** Milliseconds. */
const UPDATE_TIMEOUT = 5 * 60_000;

/** Cloud Control's handler error codes after which another try may succeed (its API reference, `HandlerErrorCode`). */
const PASSING = new Set([
  "Throttling",
  "ResourceConflict",
  "NotStabilized",
  "ServiceInternalError",
  "NetworkFailure",
  "InternalFailure",
  "ServiceTimeout",
  "NotFound",
]);

/** AWS could not put a resource back. */
export class PutBackError extends TierguardError {
  constructor(
    watched: WatchedArgs,
    /** Cloud Control's handler error code, empty where the request itself was refused. */
    readonly errorCode: string,
    reason: string,
  ) {
    super(`${watchedName(watched)} could not be put back: ${reason}`, {
      code: "not-put-back",
      exitCode: ExitCode.Failed,
    });
    this.name = "PutBackError";
  }

  /** Whether another try may succeed. */
  get passing(): boolean {
    return PASSING.has(this.errorCode);
  }
}

function hasFailed(event: ProgressEvent | undefined): boolean {
  return event?.OperationStatus === "FAILED" || event?.OperationStatus === "CANCEL_COMPLETE";
}

/** Changes one resource as the patch says, and waits until it is done. Throws PutBackError, and the SDK's errors. */
export async function updateResource(
  aws: AwsClients,
  watched: WatchedArgs,
  patch: readonly PatchOperation[],
): Promise<void> {
  const cloudControl = await aws.cloudControl();
  let event: ProgressEvent | undefined;
  try {
    const { type, identifier } = watched;
    ({ ProgressEvent: event } = await cloudControl.updateResource({
      TypeName: type,
      Identifier: identifier,
      PatchDocument: JSON.stringify(patch),
    }));
  } catch (error) {
    const failure = describeAwsError(error);
    if (failure.kind !== "denied") throw error;
    throw new PutBackError(watched, "AccessDenied", failure.message);
  }
  const done = await poll(UPDATE_TIMEOUT, async () => {
    if (event?.OperationStatus !== "SUCCESS" && !hasFailed(event)) {
      const answer = await cloudControl.getResourceRequestStatus({ RequestToken: event?.RequestToken });
      event = answer.ProgressEvent;
    }
    if (event?.OperationStatus === "SUCCESS") return true;
    if (!hasFailed(event)) return undefined;
    const code = event?.ErrorCode ?? "";
    throw new PutBackError(watched, code, event?.StatusMessage ?? code);
  });
  if (done === undefined) throw new PutBackError(watched, "", "AWS was not done with it within five minutes");
}
