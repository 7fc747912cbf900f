import type { NormalizedSchema } from "@smithy/core/schema";
import { AwsError } from "../service";
import type { HttpResponse } from "./http-message";
import type { ErrorModel, OperationModel } from "./schema-model";

/** Reads the input of an operation from the body of an AWS JSON request. */
export function decodeJson(operation: OperationModel, body: Buffer): Record<string, unknown> {
  let value: unknown;
  try {
    value = body.length === 0 ? {} : JSON.parse(body.toString("utf8"));
  } catch {
    throw new AwsError("SerializationException", "The body is not JSON");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new AwsError("SerializationException", "Start of structure or map found where not expected.");
  }
  return operation.input.isUnitSchema() ? {} : (read(operation.input, value) as Record<string, unknown>);
}

function read(schema: NormalizedSchema, value: unknown): unknown {
  if (value === null || value === undefined) return undefined;
  if (schema.isDocumentSchema()) return value;
  if (schema.isListSchema()) {
    if (!Array.isArray(value)) throw wrongType(schema);
    const item = schema.getValueSchema();
    return value.map((entry) => read(item, entry));
  }
  if (schema.isMapSchema()) {
    const item = schema.getValueSchema();
    return Object.fromEntries(members(schema, value).map(([key, entry]) => [key, read(item, entry)]));
  }
  if (schema.isStructSchema()) {
    const source = new Map(members(schema, value));
    const result: Record<string, unknown> = {};
    for (const [name, member] of schema.structIterator()) {
      const entry = read(member, source.get(name));
      if (entry !== undefined) result[name] = entry;
    }
    return result;
  }
  return readScalar(schema, value);
}

function readScalar(schema: NormalizedSchema, value: unknown): unknown {
  if (schema.isTimestampSchema()) {
    return typeof value === "number" ? new Date(value * 1000) : new Date(String(value));
  }
  if (schema.isBlobSchema()) return Buffer.from(String(value), "base64");
  const expected = schema.isStringSchema() ? "string" : schema.isBooleanSchema() ? "boolean" : "number";
  if (typeof value !== expected) throw wrongType(schema);
  return value;
}

function members(schema: NormalizedSchema, value: unknown): [string, unknown][] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw wrongType(schema);
  return Object.entries(value);
}

function wrongType(schema: NormalizedSchema): AwsError {
  return new AwsError(
    "SerializationException",
    `The value of ${schema.getMemberName() ?? "the request"} has the wrong type`,
  );
}

function write(schema: NormalizedSchema, value: unknown): unknown {
  if (value === null || value === undefined) return undefined;
  if (schema.isListSchema()) {
    const item = schema.getValueSchema();
    return (value as unknown[]).map((entry) => write(item, entry));
  }
  if (schema.isMapSchema()) {
    const item = schema.getValueSchema();
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, write(item, entry)]));
  }
  if (schema.isStructSchema()) {
    const source = value as Record<string, unknown>;
    return Object.fromEntries(
      [...schema.structIterator()].map(([name, member]) => [name, write(member, source[name])]),
    );
  }
  if (schema.isTimestampSchema()) {
    return (value instanceof Date ? value : new Date(value as string)).getTime() / 1000;
  }
  if (schema.isBlobSchema() && value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  return value;
}

/** Writes the answer of an operation; `version` is that of the AWS JSON protocol, 1.0 or 1.1. */
export function encodeJson(
  operation: OperationModel,
  output: Record<string, unknown>,
  version: string,
): HttpResponse {
  const body = operation.output.isUnitSchema() ? {} : write(operation.output, output);
  return json(200, body, version);
}

/** Writes an error. */
export function encodeJsonError(
  error: AwsError,
  model: ErrorModel | undefined,
  version: string,
): HttpResponse {
  // The name of the shape: the code that AWS gives some shapes besides is of its query protocol.
  const code = model?.schema.getName() ?? error.code;
  const fields = model === undefined ? {} : (write(model.schema, error.fields) as object);
  const response = json(error.status, { __type: code, ...fields, message: error.message }, version);
  response.headers["x-amzn-errortype"] = code;
  return response;
}

function json(status: number, body: unknown, version: string): HttpResponse {
  return {
    status,
    headers: { "content-type": `application/x-amz-json-${version}` },
    body: JSON.stringify(body),
  };
}
