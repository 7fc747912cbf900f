import { authenticate } from "../authorization/authenticate";
import { AwsError } from "../service";
import type { FileStore } from "../store-file";
import { decodeAwsChunked } from "./aws-chunked";
import { type Codec, codecOf } from "./codec";
import { credentialScope, type CredentialScope } from "./credential-scope";
import { header, type HttpRequest, type HttpResponse } from "./http-message";
import { encodeRestError } from "./rest-xml";
import { type Invoker, notImplemented, type Service } from "./invoker";

/** What answering needs besides the request. */
export interface DispatchState {
  invoker: Invoker;
  store: FileStore;
  accountId: string;
  region: string;
  calls: string[];
  /** Told what nobody expected, so that it can be mended. */
  report(error: unknown): void;
}

/** Answers one request to AWS: finds service, operation and caller, runs the operation, writes what comes of it. */
export async function dispatch(
  original: HttpRequest,
  requestId: string,
  state: DispatchState,
): Promise<HttpResponse> {
  const scope = credentialScope(original);
  const service = findService(original, scope, state.invoker);
  if (service === undefined) return unknownService(original, scope);
  let codec: Codec;
  try {
    codec = codecOf(withoutChunks(original), service, requestId);
  } catch (error) {
    return encodeRestError(toAwsError(error, state), undefined, requestId);
  }
  try {
    return await run(codec, service, scope, requestId, state);
  } catch (error) {
    const awsError = toAwsError(error, state);
    return codec.encodeError(awsError, service.model.errors.get(awsError.code));
  } finally {
    // What an operation that failed has changed before is there, and is there after a restart too.
    await state.store.flush();
  }
}

async function run(
  codec: Codec,
  service: Service,
  scope: CredentialScope | undefined,
  requestId: string,
  state: DispatchState,
): Promise<HttpResponse> {
  const { definition, model } = service;
  const name = codec.operationName;
  const operation = name === undefined ? undefined : model.operations.get(name);
  if (operation === undefined) {
    const { code, message, status } = codec.unknownOperation;
    throw new AwsError(code, message, status);
  }
  state.calls.push(`${definition.name}:${operation.name}`);
  if (scope === undefined) throw unsigned(definition.name);
  if (definition.operations[operation.name] === undefined)
    throw notImplemented(definition.name, operation.name);
  const caller = authenticate(scope, state);
  const context = state.invoker.context(caller, scope.region ?? state.region, requestId);
  const output = await state.invoker.invoke(
    definition.name,
    operation.name,
    codec.decode(operation),
    context,
  );
  return codec.encode(operation, (output ?? {}) as Record<string, unknown>);
}

function unsigned(service: string): AwsError {
  return service === "s3"
    ? new AwsError("AccessDenied", "Access Denied", 403)
    : new AwsError("MissingAuthenticationToken", "Request is missing Authentication Token", 403);
}

function findService(
  request: HttpRequest,
  scope: CredentialScope | undefined,
  invoker: Invoker,
): Service | undefined {
  const target = header(request, "x-amz-target");
  const prefix = target?.slice(0, target.lastIndexOf("."));
  if (prefix !== undefined) return invoker.find(({ targetPrefix }) => targetPrefix === prefix);
  if (scope !== undefined) return invoker.find(({ signingNames }) => signingNames.includes(scope.service));
  // Unsigned and no service's own form: S3 is the one that people open like that.
  const form = (header(request, "content-type") ?? "").includes("x-www-form-urlencoded");
  return invoker.find(({ name }) => name === (form ? "sts" : "s3"));
}

function unknownService(request: HttpRequest, scope: CredentialScope | undefined): HttpResponse {
  const name = scope?.service ?? header(request, "x-amz-target") ?? "this service";
  const message = `The embedded AWS does not have ${name}.`;
  if (header(request, "x-amz-target") !== undefined) {
    return {
      status: 501,
      headers: { "content-type": "application/x-amz-json-1.1" },
      body: JSON.stringify({ __type: "NotImplemented", message }),
    };
  }
  return {
    status: 501,
    headers: { "content-type": "text/xml" },
    body: `<ErrorResponse><Error><Type>Sender</Type><Code>NotImplemented</Code><Message>${message}</Message></Error></ErrorResponse>`,
  };
}

function withoutChunks(request: HttpRequest): HttpRequest {
  const encoding = header(request, "content-encoding") ?? "";
  const signed = header(request, "x-amz-content-sha256") ?? "";
  if (!encoding.includes("aws-chunked") && !signed.startsWith("STREAMING-")) return request;
  const { content, trailers } = decodeAwsChunked(request.body);
  const remaining = encoding
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "aws-chunked" && part !== "");
  const headers = { ...request.headers, ...trailers, "content-length": String(content.length) };
  delete headers["content-encoding"];
  if (remaining.length > 0) headers["content-encoding"] = remaining.join(",");
  return { ...request, body: content, headers };
}

/** What nobody expected is a failure of this server, said with its message and shown whole to whoever runs it. */
function toAwsError(error: unknown, state: DispatchState): AwsError {
  if (error instanceof AwsError) return error;
  state.report(error);
  return new AwsError("InternalFailure", error instanceof Error ? error.message : String(error), 500);
}
