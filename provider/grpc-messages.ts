import { type handleUnaryCall, type ServerUnaryCall, type ServiceError, status } from "@grpc/grpc-js";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";

/** Bytes: what the engine itself allows. */
const MAX_MESSAGE_BYTES = 400 * 1024 * 1024;

/** Options of every server that the engine calls. */
export const SERVER_OPTIONS = {
  "grpc.max_receive_message_length": MAX_MESSAGE_BYTES,
  "grpc.max_send_message_length": MAX_MESSAGE_BYTES,
};

/** Properties of a message as plain data, with the engine's envelopes in it. */
export function toProperties(struct: Struct | undefined): Record<string, unknown> {
  return struct?.toJavaScript() ?? {};
}

/** Plain data as the properties of a message. */
export function toStruct(properties: Record<string, unknown>): Struct {
  return Struct.fromJavaScript(properties as Record<string, JavaScriptValue>);
}

/** `urn:pulumi:stack::project::parent$aws-native:cloudformation:Stack::name` → `aws-native:cloudformation:Stack`. */
export function typeOf(urn: string): string {
  return (urn.split("::")[2] ?? "").split("$").at(-1) ?? "";
}

/** What a call that failed is answered with. */
export type Failure = Partial<ServiceError>;

/** An error as its message alone. */
export function plainFailure(error: unknown): Failure {
  return { code: status.UNKNOWN, details: error instanceof Error ? error.message : String(error) };
}

/** A handler that answers one request with one response; what it throws is answered with the error's message. */
export function unary<Request, Response>(
  answer: (request: Request, call: ServerUnaryCall<Request, Response>) => Response | Promise<Response>,
  toFailure: (error: unknown) => Failure = plainFailure,
): handleUnaryCall<Request, Response> {
  return (call, callback) => {
    Promise.resolve()
      .then(() => answer(call.request, call))
      .then(
        (response) => callback(null, response),
        (error: unknown) => callback(toFailure(error)),
      );
  };
}
