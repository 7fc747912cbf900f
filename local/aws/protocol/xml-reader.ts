import { XMLParser } from "fast-xml-parser";
import type { NormalizedSchema } from "@smithy/core/schema";
import { AwsError } from "../service";
import { parseScalar } from "./scalars";

const TEXT = "#text";
const parser = new XMLParser({
  ignoreAttributes: true,
  ignoreDeclaration: true,
  parseTagValue: false,
  trimValues: false,
  removeNSPrefix: true,
});

/** Reads the document element of an XML body as the shape that the schema describes. */
export function readXml(schema: NormalizedSchema, body: Buffer): unknown {
  if (body.length === 0) return undefined;
  let document: Record<string, unknown>;
  try {
    document = parser.parse(body.toString("utf8"), true) as Record<string, unknown>;
  } catch {
    throw malformedXml();
  }
  const root = Object.values(document).find((value) => typeof value !== "undefined");
  if (root === undefined) throw malformedXml();
  return read(schema, root);
}

function read(schema: NormalizedSchema, value: unknown): unknown {
  const flat = Boolean(schema.getMergedTraits().xmlFlattened);
  if (schema.isListSchema()) {
    const item = schema.getValueSchema();
    const source = flat ? value : children(value)[item.getMergedTraits().xmlName ?? "member"];
    return asList(source).map((entry) => read(item, entry));
  }
  if (schema.isMapSchema()) {
    const key = schema.getKeySchema().getMergedTraits().xmlName ?? "key";
    const item = schema.getValueSchema();
    const itemName = item.getMergedTraits().xmlName ?? "value";
    const entries = asList(flat ? value : children(value).entry).map(children);
    return Object.fromEntries(entries.map((entry) => [text(entry[key]), read(item, entry[itemName])]));
  }
  if (schema.isStructSchema()) {
    const source = children(value);
    const result: Record<string, unknown> = {};
    for (const [name, member] of schema.structIterator()) {
      const child = source[member.getMemberTraits().xmlName ?? name];
      if (child !== undefined) result[name] = read(member, child);
    }
    return result;
  }
  return parseScalar(schema, text(value));
}

function asList(value: unknown): unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

function children(value: unknown): Record<string, unknown> {
  if (typeof value === "object" && value !== null) return value as Record<string, unknown>;
  if (text(value).trim() === "") return {};
  throw malformedXml();
}

function text(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "object" && value !== null) return text((value as Record<string, unknown>)[TEXT]);
  return "";
}

function malformedXml(): AwsError {
  return new AwsError(
    "MalformedXML",
    "The XML you provided was not well-formed or did not validate against our published schema",
  );
}
