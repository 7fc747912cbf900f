import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { toHandlerError } from "../resource-types/handler-error";
import type { ResourceType } from "../resource-types/resource-type";
import type { ResourceModel } from "../resource-handler";
import { AwsError, type CallContext } from "../service";
import { isRunning, progressEvent, type RequestRecord, RequestStore } from "./request-record";

/** Between the answer to a request and its work: whoever polls sees that it is in progress. */
const BEFORE_WORK_MS = 15;

/** A request that is to be run. */
export interface ResourceRequest {
  operation: RequestRecord["operation"];
  type: ResourceType;
  identifier?: string;
  clientToken?: string;
  /** Distinguishes requests that come with the same client token. */
  input: string;
  work(started: (identifier: string) => void): Promise<ResourceModel | undefined>;
}

/** Notes a request, runs it in the background, and returns its first progress event. */
export function runRequest(request: ResourceRequest, context: CallContext): { ProgressEvent: unknown } {
  const store = new RequestStore(context);
  const repeated = sameToken(request, store);
  if (repeated !== undefined) return { ProgressEvent: progressEvent(repeated) };
  refuseConcurrent(request, store);
  const record: RequestRecord = {
    requestToken: randomUUID(),
    clientToken: request.clientToken,
    input: request.input,
    typeName: request.type.type,
    identifier: request.identifier,
    operation: request.operation,
    status: "IN_PROGRESS",
    eventTime: context.now().toISOString(),
  };
  store.save(record);
  void run(request, record.requestToken, store);
  return { ProgressEvent: progressEvent(record) };
}

async function run(request: ResourceRequest, token: string, store: RequestStore): Promise<void> {
  await sleep(BEFORE_WORK_MS);
  if (store.get(token)?.status === "CANCEL_IN_PROGRESS") {
    store.patch(token, { status: "CANCEL_COMPLETE" });
    return;
  }
  try {
    const model = await request.work((identifier) => store.patch(token, { identifier }));
    store.patch(token, {
      status: "SUCCESS",
      ...(model === undefined
        ? {}
        : { identifier: model.identifier, resourceModel: JSON.stringify(model.properties) }),
    });
  } catch (error) {
    const { typeName, identifier } = store.get(token)!;
    const failure = toHandlerError(error, typeName);
    store.patch(token, {
      status: "FAILED",
      errorCode: failure.code,
      statusMessage: failure.message,
      identifier: failure.identifier ?? identifier,
    });
  }
}

function sameToken(request: ResourceRequest, store: RequestStore): RequestRecord | undefined {
  if (request.clientToken === undefined) return undefined;
  const earlier = store.all().find((record) => record.clientToken === request.clientToken);
  if (earlier === undefined) return undefined;
  if (earlier.input === request.input && earlier.operation === request.operation) return earlier;
  throw new AwsError(
    "ClientTokenConflictException",
    `A different request was already made with the client token ${request.clientToken}`,
    409,
  );
}

function refuseConcurrent(request: ResourceRequest, store: RequestStore): void {
  if (request.identifier === undefined) return;
  const other = store
    .all()
    .find(
      (record) =>
        isRunning(record) &&
        record.typeName === request.type.type &&
        record.identifier === request.identifier,
    );
  if (other === undefined) return;
  throw new AwsError(
    "ConcurrentOperationException",
    `Another operation on resource '${request.identifier}' is in progress: request ${other.requestToken}`,
    409,
  );
}
