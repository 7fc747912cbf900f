import type { AwsError } from "../service";
import { decodeCbor, encodeCbor, encodeCborError } from "./cbor";
import { header, type HttpRequest, type HttpResponse } from "./http-message";
import type { Service } from "./invoker";
import { decodeJson, encodeJson, encodeJsonError } from "./json";
import { decodeQuery, ec2Query, encodeQuery, encodeQueryError } from "./query";
import { decodeRest, encodeRest, encodeRestError, type Labels } from "./rest-xml";
import { routeS3 } from "./rest-route";
import type { ErrorModel, OperationModel } from "./schema-model";

/** How one request is understood and answered. */
export interface Codec {
  /** As the request names it, undefined where it names none or (REST) where none fits. */
  operationName: string | undefined;
  decode(operation: OperationModel): Record<string, unknown>;
  encode(operation: OperationModel, output: Record<string, unknown>): HttpResponse;
  encodeError(error: AwsError, model: ErrorModel | undefined): HttpResponse;
  /** Code and message of an operation that the service does not have. */
  unknownOperation: { code: string; message: string; status: number };
}

/** The codec of a request to a service: by what the request speaks, since newer SDKs may change a service's protocol. */
export function codecOf(request: HttpRequest, service: Service, requestId: string): Codec {
  const target = header(request, "x-amz-target");
  if (header(request, "smithy-protocol") === "rpc-v2-cbor") return cborCodec(request);
  if (target !== undefined) return jsonCodec(request, target);
  if (service.definition.protocol === "rest-xml") return restCodec(request, service, requestId);
  return queryCodec(request, service, requestId);
}

/** The parameters of a Query request, from its query and, where it is a form, its body. */
function formParameters(request: HttpRequest): URLSearchParams {
  return new URLSearchParams([...request.query, ...new URLSearchParams(request.body.toString("utf8"))]);
}

function queryCodec(request: HttpRequest, { definition }: Service, requestId: string): Codec {
  const parameters = formParameters(request);
  const action = parameters.get("Action") ?? undefined;
  const answer = { xmlNamespace: definition.xmlNamespace, requestId };
  const form: Pick<Codec, "decode" | "encode" | "encodeError"> =
    definition.protocol === "ec2-query"
      ? {
          decode: (operation) => decodeQuery(operation, parameters, "ec2-query"),
          encode: (operation, output) => ec2Query.encode(operation, output, answer),
          encodeError: (error) => ec2Query.encodeError(error, requestId),
        }
      : {
          decode: (operation) => decodeQuery(operation, parameters),
          encode: (operation, output) => encodeQuery(operation, output, answer),
          encodeError: (error, model) => encodeQueryError(error, model, answer),
        };
  return {
    operationName: action,
    ...form,
    unknownOperation: {
      code: action === undefined ? "MissingAction" : "InvalidAction",
      message:
        action === undefined
          ? "The request must contain the parameter Action"
          : `Could not find operation ${action} for version ${parameters.get("Version") ?? definition.apiVersion}`,
      status: 400,
    },
  };
}

function jsonCodec(request: HttpRequest, target: string): Codec {
  const version = (header(request, "content-type") ?? "").includes("1.0") ? "1.0" : "1.1";
  const operationName = target.slice(target.lastIndexOf(".") + 1);
  return {
    operationName,
    decode: (operation) => decodeJson(operation, request.body),
    encode: (operation, output) => encodeJson(operation, output, version),
    encodeError: (error, model) => encodeJsonError(error, model, version),
    unknownOperation: {
      code: "UnknownOperationException",
      message: `The operation ${operationName} is not known`,
      status: 400,
    },
  };
}

function cborCodec(request: HttpRequest): Codec {
  const operationName = /\/operation\/([^/]+)$/.exec(request.path)?.[1];
  return {
    operationName,
    decode: (operation) => decodeCbor(operation, request.body),
    encode: encodeCbor,
    encodeError: encodeCborError,
    unknownOperation: {
      code: "UnknownOperationException",
      message: `The operation ${operationName ?? ""} is not known`,
      status: 404,
    },
  };
}

function restCodec(request: HttpRequest, { definition, model }: Service, requestId: string): Codec {
  const route = routeS3(model, request, new Set(Object.keys(definition.operations)));
  const labels: Labels = route?.labels ?? {};
  return {
    operationName: route?.operation.name,
    decode: (operation) => decodeRest(operation, request, labels),
    encode: (operation, output) => encodeRest(operation, output, definition),
    encodeError: (error, errorModel) => encodeRestError(error, errorModel, requestId),
    unknownOperation: {
      code: "MethodNotAllowed",
      message: "The specified method is not allowed against this resource.",
      status: 405,
    },
  };
}
