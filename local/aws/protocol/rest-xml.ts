import type { NormalizedSchema } from "@smithy/core/schema";
import type { AwsError } from "../service";
import { header, type HttpRequest, type HttpResponse } from "./http-message";
import { formatScalar, parseScalar } from "./scalars";
import type { ErrorModel, OperationModel } from "./schema-model";
import { readXml } from "./xml-reader";
import { element, escapeXml, writeMembers, writeValue } from "./xml-writer";

/** Values of the labels of an operation's path, such as Bucket and Key. */
export type Labels = Record<string, string>;

/** Reads the input of an operation from path, query, headers and body. */
export function decodeRest(
  operation: OperationModel,
  request: HttpRequest,
  labels: Labels,
): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  if (operation.input.isUnitSchema()) return input;
  const content: NormalizedSchema[] = [];
  for (const [name, member] of operation.input.structIterator()) {
    const traits = member.getMergedTraits();
    if (traits.httpPayload) {
      if (member.isStructSchema()) input[name] = readXml(member, request.body);
      else input[name] = member.isStringSchema() ? request.body.toString("utf8") : request.body;
    } else if (traits.httpPrefixHeaders !== undefined) {
      input[name] = prefixed(request, traits.httpPrefixHeaders);
    } else if (isContent(member)) {
      content.push(member);
    } else {
      const text = boundText(request, member, labels[name]);
      if (text !== undefined) input[name] = parseScalar(member, text);
    }
  }
  if (content.length > 0) Object.assign(input, readXml(operation.input, request.body));
  return input;
}

function boundText(request: HttpRequest, member: NormalizedSchema, label?: string): string | undefined {
  const { httpHeader, httpQuery } = member.getMergedTraits();
  if (httpHeader !== undefined) return header(request, httpHeader);
  if (httpQuery !== undefined) return request.query.get(httpQuery) ?? undefined;
  return label;
}

function prefixed(request: HttpRequest, prefix: string): Record<string, string> {
  const entries = Object.entries(request.headers).filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(entries.map(([name, value]) => [name.slice(prefix.length), String(value)]));
}

/** Whether a member travels in the body's document, rather than by a binding of its own. */
function isContent(member: NormalizedSchema): boolean {
  const traits = member.getMergedTraits();
  return !(
    traits.httpLabel ||
    traits.httpPayload ||
    traits.httpHeader !== undefined ||
    traits.httpQuery !== undefined ||
    traits.httpPrefixHeaders !== undefined ||
    traits.httpResponseCode
  );
}

/** Writes the answer of an operation. */
export function encodeRest(
  operation: OperationModel,
  output: Record<string, unknown>,
  service: { xmlNamespace: string },
): HttpResponse {
  const response: HttpResponse = { status: operation.http?.[2] ?? 200, headers: {}, body: "" };
  if (operation.output.isUnitSchema()) return response;
  let hasContent = false;
  for (const [name, member] of operation.output.structIterator()) {
    hasContent ||= isContent(member);
    const value = output[name];
    if (value === undefined || value === null) continue;
    const traits = member.getMergedTraits();
    if (traits.httpResponseCode) response.status = value as number;
    else if (traits.httpHeader !== undefined) {
      response.headers[traits.httpHeader.toLowerCase()] = formatScalar(member, value, "http-date");
    } else if (traits.httpPrefixHeaders !== undefined) {
      for (const [key, text] of Object.entries(value as Record<string, string>)) {
        response.headers[traits.httpPrefixHeaders + key] = text;
      }
    } else if (traits.httpPayload) writePayload(response, member, value, service.xmlNamespace);
  }
  if (hasContent) {
    const name = operation.output.getMergedTraits().xmlName ?? operation.output.getName()!;
    document(response, name, service.xmlNamespace, writeMembers(operation.output, output, isContent));
  }
  return response;
}

function writePayload(
  response: HttpResponse,
  member: NormalizedSchema,
  value: unknown,
  xmlNamespace: string,
): void {
  if (!member.isStructSchema()) {
    response.body = value as string | Uint8Array;
    return;
  }
  const name = member.getMergedTraits().xmlName ?? member.getName()!;
  document(response, name, xmlNamespace, writeMembers(member, value as Record<string, unknown>));
}

function document(response: HttpResponse, name: string, xmlNamespace: string, content: string): void {
  response.headers["content-type"] ??= "application/xml";
  response.body = `<?xml version="1.0" encoding="UTF-8"?>\n<${name} xmlns="${escapeXml(xmlNamespace)}">${content}</${name}>`;
}

/** Writes an error; its fields become elements beside Code and Message. */
export function encodeRestError(
  error: AwsError,
  model: ErrorModel | undefined,
  requestId: string,
): HttpResponse {
  const schema = model?.schema;
  const extra = Object.entries(error.fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => {
      const member = schema?.getMemberSchemas()[name];
      return member === undefined ? element(name, String(value)) : writeValue(name, member, value);
    });
  const content = [
    element("Code", error.code),
    element("Message", error.message),
    ...extra,
    element("RequestId", requestId),
    element("HostId", requestId),
  ].join("");
  const headers: Record<string, string> = { "content-type": "application/xml" };
  // Clients look here for the region to go to.
  if (typeof error.fields.Region === "string") headers["x-amz-bucket-region"] = error.fields.Region;
  if (error.status === 304) return { status: 304, headers, body: "" };
  return {
    status: error.status,
    headers,
    body: `<?xml version="1.0" encoding="UTF-8"?>\n<Error>${content}</Error>`,
  };
}
