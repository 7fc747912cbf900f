import { isObject, shown } from "./source";

/** How a value is called in a message. */
export function called(value: unknown, written?: string): string {
  if (value === null || value === undefined) return "empty";
  if (Array.isArray(value)) return "a list";
  if (isObject(value)) return "a mapping";
  if (typeof value === "string") return `the text "${shown(value)}"`;
  const text = shown(written ?? JSON.stringify(value));
  return typeof value === "number" ? `the number ${text}` : text;
}

/** How the types of JSON Schema are called in a message. */
export const kinds: Record<string, string> = {
  string: "text",
  object: "a mapping of keys to values",
  array: "a list",
  integer: "a whole number",
  number: "a number",
  boolean: "true or false",
  null: "null",
};
