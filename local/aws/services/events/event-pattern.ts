import { AwsError } from "../../service";

/** Characters that a pattern may have (EventBridge API Reference, PutRule). */
const LENGTH = 4096;

/** Content filters ("Comparison operators for use in event patterns", EventBridge User Guide). */
const FILTERS = new Set([
  "anything-but",
  "cidr",
  "equals-ignore-case",
  "exists",
  "numeric",
  "prefix",
  "suffix",
  "wildcard",
]);

/** Throws InvalidEventPatternException where a text is no pattern that events could be matched with. */
export function checkEventPattern(text: string): void {
  if (text.length > LENGTH) throw invalid(`The pattern is longer than ${LENGTH} characters`);
  let pattern: unknown;
  try {
    pattern = JSON.parse(text);
  } catch {
    throw invalid("It is not JSON");
  }
  if (!isObject(pattern)) throw invalid("Filter is not an object");
  checkFields(pattern);
}

function checkFields(fields: Record<string, unknown>): void {
  if (Object.keys(fields).length === 0) throw invalid("Empty objects are not allowed");
  for (const [name, value] of Object.entries(fields)) {
    if (name === "$or" && Array.isArray(value) && value.every(isObject)) value.forEach(checkFields);
    else if (isObject(value)) checkFields(value);
    else if (Array.isArray(value)) checkValues(name, value);
    else throw invalid(`"${name}" must be an object or an array`);
  }
}

function checkValues(name: string, values: readonly unknown[]): void {
  if (values.length === 0) throw invalid(`Empty arrays are not allowed: "${name}"`);
  for (const value of values) {
    if (Array.isArray(value))
      throw invalid(`Match value must be String, number, true, false, or null: "${name}"`);
    if (!isObject(value)) continue;
    const unknown = Object.keys(value).find((filter) => !FILTERS.has(filter));
    if (unknown !== undefined) throw invalid(`Unrecognized match type ${unknown}`);
  }
}

function invalid(reason: string): AwsError {
  return new AwsError("InvalidEventPatternException", `Event pattern is not valid. Reason: ${reason}`);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
