import { AwsError, type CallContext } from "../service";
import { validationException } from "./errors";
import { isRunning, progressEvent, type RequestRecord, RequestStore } from "./request-record";

const PAGE = 100;

/** GetResourceRequestStatus. */
export function getResourceRequestStatus(input: { RequestToken: string }, context: CallContext) {
  return { ProgressEvent: progressEvent(requestOf(input.RequestToken, context)) };
}

/** ListResourceRequests: the newest first. */
export function listResourceRequests(
  input: {
    ResourceRequestStatusFilter?: { Operations?: string[]; OperationStatuses?: string[] };
    MaxResults?: number;
    NextToken?: string;
  },
  context: CallContext,
) {
  const { Operations, OperationStatuses } = input.ResourceRequestStatusFilter ?? {};
  const fits = (request: RequestRecord) =>
    (Operations === undefined || Operations.includes(request.operation)) &&
    (OperationStatuses === undefined || OperationStatuses.includes(request.status));
  const requests = new RequestStore(context).all().filter(fits);
  const offset = Number(input.NextToken ?? 0);
  if (!Number.isInteger(offset) || offset < 0) throw validationException("NextToken is invalid");
  const end = offset + (input.MaxResults ?? PAGE);
  return {
    ResourceRequestStatusSummaries: requests.slice(offset, end).map(progressEvent),
    NextToken: end < requests.length ? String(end) : undefined,
  };
}

/** CancelResourceRequest: what has begun goes on to its end. */
export function cancelResourceRequest(input: { RequestToken: string }, context: CallContext) {
  const request = requestOf(input.RequestToken, context);
  if (!isRunning(request)) {
    throw new AwsError(
      "ConcurrentModificationException",
      `Request ${request.requestToken} is in ${request.status} state and can not be cancelled`,
      500,
    );
  }
  const store = new RequestStore(context);
  return {
    ProgressEvent: progressEvent(store.patch(request.requestToken, { status: "CANCEL_IN_PROGRESS" })),
  };
}

function requestOf(token: string, context: CallContext): RequestRecord {
  const request = new RequestStore(context).get(token);
  if (request !== undefined) return request;
  throw new AwsError("RequestTokenNotFoundException", `Request with token ${token} was not found`, 404);
}
