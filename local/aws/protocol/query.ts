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

/** How parameters are named: EC2's protocol has first letters large, names of its own, and no word before a list's numbers. */
export type QueryNaming = "aws-query" | "ec2-query";

/** Reads the input of an operation from the parameters of an AWS Query request, or of one to EC2. */
export function decodeQuery(
  operation: OperationModel,
  parameters: URLSearchParams,
  naming: QueryNaming = "aws-query",
): Record<string, unknown> {
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
  return operation.input.isUnitSchema() ? {} : readStruct(operation.input, root, naming);
}

function readStruct(schema: NormalizedSchema, node: Node, naming: QueryNaming): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  for (const [name, member] of schema.structIterator()) {
    const child = node.children.get(parameterName(member, name, naming));
    if (child !== undefined) value[name] = readValue(member, child, naming);
  }
  return value;
}

function parameterName(member: NormalizedSchema, name: string, naming: QueryNaming): string {
  const { xmlName = name, ec2QueryName } = member.getMemberTraits() as {
    xmlName?: string;
    ec2QueryName?: string;
  };
  if (naming === "aws-query") return xmlName;
  return ec2QueryName ?? xmlName[0]!.toUpperCase() + xmlName.slice(1);
}

function readValue(schema: NormalizedSchema, node: Node, naming: QueryNaming): unknown {
  const flat = naming === "ec2-query" || Boolean(schema.getMergedTraits().xmlFlattened);
  if (schema.isListSchema()) {
    const item = schema.getValueSchema();
    const parent = flat ? node : node.children.get(item.getMergedTraits().xmlName ?? "member");
    return inOrder(parent).map((child) => readValue(item, child, naming));
  }
  if (schema.isMapSchema()) {
    const [key, item] = [schema.getKeySchema(), schema.getValueSchema()];
    const keyName = key.getMergedTraits().xmlName ?? "key";
    const itemName = item.getMergedTraits().xmlName ?? "value";
    const entries = inOrder(flat ? node : node.children.get("entry")).map((entry) => [
      entry.children.get(keyName)?.text ?? "",
      readValue(item, entry.children.get(itemName) ?? { text: "", children: new Map() }, naming),
    ]);
    return Object.fromEntries(entries) as Record<string, unknown>;
  }
  if (schema.isStructSchema()) return readStruct(schema, node, naming);
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

/** Writes an answer or an error in the form of EC2's protocol, which wraps neither in a result. */
export const ec2Query = {
  encode(
    { name, output: schema }: OperationModel,
    output: Record<string, unknown>,
    service: { xmlNamespace: string; requestId: string },
  ): HttpResponse {
    // What AWS says where there is nothing else to say.
    const members = schema.isUnitSchema() ? element("return", "true") : writeMembers(schema, output);
    const id = element("requestId", service.requestId);
    return xml(
      200,
      `<${name}Response xmlns="${escapeXml(service.xmlNamespace)}">${id}${members}</${name}Response>`,
    );
  },
  encodeError(error: AwsError, requestId: string): HttpResponse {
    const content = element("Code", error.code) + element("Message", error.message);
    const id = element("RequestID", requestId);
    return xml(error.status, `<Response><Errors><Error>${content}</Error></Errors>${id}</Response>`);
  },
};

function xml(status: number, body: string): HttpResponse {
  return { status, headers: { "content-type": "text/xml" }, body };
}
