import type { NormalizedSchema } from "@smithy/core/schema";
import { AwsError } from "../service";
import { requiredMembers } from "./schema-model";

/** Throws AWS's validation error where members that must be there are not. `code` is the protocol's name of it. */
export function checkRequired(schema: NormalizedSchema, input: unknown, code: string): void {
  const missing: string[] = [];
  collect(schema, input, "", missing);
  if (missing.length === 0) return;
  const details = missing.map(
    (path) => `Value null at '${path}' failed to satisfy constraint: Member must not be null`,
  );
  const count = missing.length === 1 ? "1 validation error" : `${missing.length} validation errors`;
  throw new AwsError(code, `${count} detected: ${details.join("; ")}`);
}

function collect(schema: NormalizedSchema, value: unknown, path: string, missing: string[]): void {
  if (value === undefined || value === null || typeof value !== "object") return;
  if (schema.isListSchema() && Array.isArray(value)) {
    const item = schema.getValueSchema();
    value.forEach((entry, index) => collect(item, entry, `${path}.${index + 1}.member`, missing));
  } else if (schema.isMapSchema()) {
    const item = schema.getValueSchema();
    for (const [key, entry] of Object.entries(value)) collect(item, entry, `${path}.${key}`, missing);
  } else if (schema.isStructSchema()) {
    const fields = value as Record<string, unknown>;
    for (const name of requiredMembers(schema)) {
      if (fields[name] === undefined || fields[name] === null) missing.push(memberPath(path, name));
    }
    for (const [name, member] of schema.structIterator()) {
      collect(member, fields[name], memberPath(path, name), missing);
    }
  }
}

/** AWS's validator names members with a small first letter, whatever the API calls them. */
function memberPath(path: string, name: string): string {
  const member = name[0]!.toLowerCase() + name.slice(1);
  return path === "" ? member : `${path}.${member}`;
}
