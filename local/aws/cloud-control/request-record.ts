import type { CallContext } from "../service";
import { sharedStore } from "../store-scopes";
import type { HandlerErrorCode } from "../resource-types/handler-error";

const REQUESTS = "cloudcontrol-requests";

/** Requests that run, in the shared store, so that a server that starts finds what one before it left unfinished. */
export const RUNNING = "cloudcontrol-running";

/** A resource request as the store keeps it. */
export interface RequestRecord {
  requestToken: string;
  clientToken?: string;
  /** What was asked for, to recognise a client token that comes a second time. */
  input: string;
  typeName: string;
  identifier?: string;
  operation: "CREATE" | "UPDATE" | "DELETE";
  status: "PENDING" | "IN_PROGRESS" | "SUCCESS" | "FAILED" | "CANCEL_IN_PROGRESS" | "CANCEL_COMPLETE";
  /** ISO 8601. */
  eventTime: string;
  errorCode?: HandlerErrorCode;
  statusMessage?: string;
  /** JSON. */
  resourceModel?: string;
}

/** The requests of one account. */
export class RequestStore {
  constructor(private readonly context: CallContext) {}

  get(requestToken: string): RequestRecord | undefined {
    return this.context.store.get<RequestRecord>(REQUESTS, requestToken);
  }

  /** The newest first. */
  all(): RequestRecord[] {
    return this.context.store
      .list<RequestRecord>(REQUESTS)
      .sort((a, b) => (a.eventTime < b.eventTime ? 1 : -1));
  }

  save(request: RequestRecord): void {
    const { store, caller, region } = this.context;
    store.put(REQUESTS, request.requestToken, request);
    const running = sharedStore(store);
    if (isRunning(request))
      running.put(RUNNING, request.requestToken, { token: request.requestToken, caller, region });
    else running.delete(RUNNING, request.requestToken);
  }

  patch(requestToken: string, changes: Partial<RequestRecord>): RequestRecord {
    const eventTime = this.context.now().toISOString();
    const request = { ...this.get(requestToken)!, ...changes, eventTime };
    this.save(request);
    return request;
  }
}

/** Whether a request has not come to its end. */
export function isRunning(request: RequestRecord): boolean {
  return ["PENDING", "IN_PROGRESS", "CANCEL_IN_PROGRESS"].includes(request.status);
}

/** A request as the API shows it. */
export function progressEvent(request: RequestRecord): Record<string, unknown> {
  return {
    TypeName: request.typeName,
    Identifier: request.identifier,
    RequestToken: request.requestToken,
    Operation: request.operation,
    OperationStatus: request.status,
    EventTime: new Date(request.eventTime),
    ResourceModel: request.resourceModel,
    StatusMessage: request.statusMessage,
    ErrorCode: request.errorCode,
  };
}
