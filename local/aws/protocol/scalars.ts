import type { NormalizedSchema } from "@smithy/core/schema";
import { AwsError } from "../service";

/** How timestamps travel: the SDK's schema numbers of them. */
const HTTP_DATE = 6;
const EPOCH_SECONDS = 7;
const DEFAULT_TIMESTAMP = 4;

/** A text that does not have its member's type. */
export function malformed(member: string | undefined, expected: string): AwsError {
  return new AwsError("MalformedInput", `${member ?? "The value"} must be ${expected}`, 400);
}

/** Reads a scalar that travels as text: in forms, XML, headers, labels and queries. */
export function parseScalar(schema: NormalizedSchema, text: string): unknown {
  const member = schema.getMemberName();
  if (schema.isBooleanSchema()) {
    if (text === "true" || text === "false") return text === "true";
    throw malformed(member, "true or false");
  }
  if (schema.isNumericSchema() || schema.isBigIntegerSchema()) {
    const value = Number(text);
    if (text.trim() === "" || Number.isNaN(value)) throw malformed(member, "a number");
    return value;
  }
  if (schema.isTimestampSchema()) {
    const value = /^\d+(\.\d+)?$/.test(text) ? new Date(Number(text) * 1000) : new Date(text);
    if (Number.isNaN(value.getTime())) throw malformed(member, "a timestamp");
    return value;
  }
  if (schema.isBlobSchema()) return Buffer.from(text, "base64");
  return text;
}

/** Writes a scalar as text; `timestamps` says how where the member's own schema does not. */
export function formatScalar(
  schema: NormalizedSchema,
  value: unknown,
  timestamps: "date-time" | "http-date",
): string {
  if (schema.isTimestampSchema()) {
    const date = value instanceof Date ? value : new Date(value as string);
    const format = schema.getSchema() as number;
    if (format === EPOCH_SECONDS) return String(date.getTime() / 1000);
    if (format === HTTP_DATE || (format === DEFAULT_TIMESTAMP && timestamps === "http-date")) {
      return date.toUTCString();
    }
    return date.toISOString().replace(/\.000Z$/, "Z");
  }
  if (schema.isBlobSchema() && value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  return String(value);
}
