import { CborCodec } from "@smithy/core/cbor";
import { AwsError } from "../service";
import type { HttpResponse } from "./http-message";
import type { ErrorModel, OperationModel } from "./schema-model";

/** Reads the input of an operation from the body of a Smithy RPC v2 CBOR request. */
export function decodeCbor(operation: OperationModel, body: Buffer): Record<string, unknown> {
  if (body.length === 0 || operation.input.isUnitSchema()) return {};
  try {
    return new CborCodec().createDeserializer().read(operation.input, body) as Record<string, unknown>;
  } catch (error) {
    throw new AwsError("SerializationException", `The body is not CBOR: ${(error as Error).message}`);
  }
}

/** Writes the answer of an operation. */
export function encodeCbor(operation: OperationModel, output: Record<string, unknown>): HttpResponse {
  return answer(200, operation.output, output);
}

/** Writes an error. */
export function encodeCborError(error: AwsError, model: ErrorModel | undefined): HttpResponse {
  const { __type, ...fields } = {
    ...error.fields,
    __type: model?.schema.getName(true) ?? error.code,
    message: error.message,
  };
  // A document, not the error's own shape: the type goes beside its members.
  return answer(error.status, undefined, { __type, ...fields });
}

function answer(
  status: number,
  schema: OperationModel["output"] | undefined,
  value: Record<string, unknown>,
): HttpResponse {
  const serializer = new CborCodec().createSerializer();
  const DOCUMENT = 15;
  serializer.write(
    schema === undefined || schema.isUnitSchema() ? DOCUMENT : schema,
    schema?.isUnitSchema() ? {} : value,
  );
  return {
    status,
    headers: { "content-type": "application/cbor", "smithy-protocol": "rpc-v2-cbor" },
    body: serializer.flush(),
  };
}
