import type { NormalizedSchema } from "@smithy/core/schema";
import type { AwsError } from "../service";
import type { HttpResponse } from "./http-message";
import { malformed, parseScalar } from "./scalars";
import type { ErrorModel, OperationModel } from "./schema-model";
import { element, escapeXml, writeMembers } from "./xml-writer";

/** One step of a parameter's dotted name: what stands here, and what comes below. */
interface Node {
  text?: string;
  children: Map<string, Node>;
}

/** Reads the input of an operation from the parameters of an AWS Query request. */
export function decodeQuery(operation: OperationModel, parameters: URLSearchParams): Record<string, unknown> {
  const root: Node = { children: new Map() };
  for (const [name, text] of parameters) {
    let node = root;
    for (const part of name.split(".")) {
      const next = node.children.get(part) ?? { children: new Map<string, Node>() };
      node.children.set(part, next);
      node = next;
    }
    node.text = text;
  }
  return operation.input.isUnitSchema() ? {} : readStruct(operation.input, root);
}

function readStruct(schema: NormalizedSchema, node: Node): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  for (const [name, member] of schema.structIterator()) {
    const child = node.children.get(member.getMemberTraits().xmlName ?? name);
    if (child !== undefined) value[name] = readValue(member, child);
  }
  return value;
}

function readValue(schema: NormalizedSchema, node: Node): unknown {
  const flat = Boolean(schema.getMergedTraits().xmlFlattened);
  if (schema.isListSchema()) {
    const item = schema.getValueSchema();
    const parent = flat ? node : node.children.get(item.getMergedTraits().xmlName ?? "member");
    return inOrder(parent).map((child) => readValue(item, child));
  }
  if (schema.isMapSchema()) {
    const [key, item] = [schema.getKeySchema(), schema.getValueSchema()];
    const keyName = key.getMergedTraits().xmlName ?? "key";
    const itemName = item.getMergedTraits().xmlName ?? "value";
    const entries = inOrder(flat ? node : node.children.get("entry")).map((entry) => [
      entry.children.get(keyName)?.text ?? "",
      readValue(item, entry.children.get(itemName) ?? { text: "", children: new Map() }),
    ]);
    return Object.fromEntries(entries) as Record<string, unknown>;
  }
  if (schema.isStructSchema()) return readStruct(schema, node);
  if (node.text === undefined) throw malformed(schema.getMemberName(), "a single value");
  return parseScalar(schema, node.text);
}

function inOrder(node: Node | undefined): Node[] {
  return [...(node?.children ?? [])]
    .filter(([index]) => /^\d+$/.test(index))
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, child]) => child);
}

/** Writes the answer of an operation. */
export function encodeQuery(
  operation: OperationModel,
  output: Record<string, unknown>,
  service: { xmlNamespace: string; requestId: string },
): HttpResponse {
  const { name } = operation;
  const result = operation.output.isUnitSchema()
    ? ""
    : `<${name}Result>${writeMembers(operation.output, output)}</${name}Result>`;
  const metadata = `<ResponseMetadata>${element("RequestId", service.requestId)}</ResponseMetadata>`;
  return xml(
    200,
    `<${name}Response xmlns="${escapeXml(service.xmlNamespace)}">${result}${metadata}</${name}Response>`,
  );
}

/** Writes an error. */
export function encodeQueryError(
  error: AwsError,
  model: ErrorModel | undefined,
  service: { xmlNamespace: string; requestId: string },
): HttpResponse {
  const fields = model === undefined ? "" : writeMembers(model.schema, error.fields);
  const content = [
    element("Type", error.status >= 500 ? "Receiver" : "Sender"),
    element("Code", model?.code ?? error.code),
    element("Message", error.message),
    fields,
  ].join("");
  return xml(
    error.status,
    `<ErrorResponse xmlns="${escapeXml(service.xmlNamespace)}"><Error>${content}</Error>` +
      `${element("RequestId", service.requestId)}</ErrorResponse>`,
  );
}

function xml(status: number, body: string): HttpResponse {
  return { status, headers: { "content-type": "text/xml" }, body };
}
