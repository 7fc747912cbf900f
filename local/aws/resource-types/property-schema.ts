import extract from "./schemas.json";

/** What a property may hold. `json` is anything; strings stand for numbers and truth values too, as templates may write them so. */
export type PropertyShape =
  | "string"
  | "integer"
  | "number"
  | "boolean"
  | "json"
  | { oneOf: string[] }
  | { list: PropertyShape }
  | { map: PropertyShape }
  | { object: TypeSchema };

/** The properties of a resource type or of an object in one. */
export interface TypeSchema {
  properties: Record<string, PropertyShape>;
  required?: string[];
}

/**
 * `AWS::CloudFormation::Stack` as Cloud Control knows it: the resource specification has only the properties of nested
 * stacks, this is its registry schema.
 */
const STACK: TypeSchema = {
  properties: {
    Capabilities: { list: "string" },
    Description: "string",
    DisableRollback: "boolean",
    EnableTerminationProtection: "boolean",
    NotificationARNs: { list: "string" },
    Parameters: { map: "string" },
    RoleARN: "string",
    StackName: "string",
    StackPolicyBody: "json",
    StackPolicyURL: "string",
    StackStatusReason: "string",
    Tags: {
      list: { object: { properties: { Key: "string", Value: "string" }, required: ["Key", "Value"] } },
    },
    TemplateBody: "json",
    TemplateURL: "string",
    TimeoutInMinutes: "integer",
  },
  required: ["StackName"],
};

/** The schema of a type that there is a handler for. */
export function schemaOf(type: string): TypeSchema {
  if (type === "AWS::CloudFormation::Stack") return STACK;
  const schema = (extract.schemas as unknown as Record<string, TypeSchema>)[type];
  if (schema === undefined) throw new Error(`There is no schema of ${type}.`);
  return schema;
}

/**
 * Everything in which properties break the schema of their type, worded as the registry's validator words it
 * (`#: extraneous key [X] is not permitted`). `ignored` names top-level keys that are let through.
 */
export function schemaViolations(
  type: string,
  properties: Record<string, unknown>,
  ignored: readonly string[] = [],
): string[] {
  const known = Object.fromEntries(Object.entries(properties).filter(([name]) => !ignored.includes(name)));
  const found: string[] = [];
  checkObject(schemaOf(type), known, "#", found);
  return found;
}

function checkObject(schema: TypeSchema, value: unknown, path: string, found: string[]): void {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    found.push(`${path}: expected type: JSONObject, found: ${typeName(value)}`);
    return;
  }
  for (const name of schema.required ?? []) {
    if (!Object.hasOwn(value, name)) found.push(`${path}: required key [${name}] not found`);
  }
  for (const [name, member] of Object.entries(value)) {
    const shape = Object.hasOwn(schema.properties, name) ? schema.properties[name] : undefined;
    if (shape === undefined) found.push(`${path}: extraneous key [${name}] is not permitted`);
    else check(shape, member, `${path}/${name}`, found);
  }
}

function check(shape: PropertyShape, value: unknown, path: string, found: string[]): void {
  if (typeof shape === "string") {
    if (!fits(shape, value))
      found.push(`${path}: expected type: ${EXPECTED[shape]}, found: ${typeName(value)}`);
  } else if ("oneOf" in shape) {
    if (!shape.oneOf.includes(String(value)))
      found.push(`${path}: #: ${String(value)} is not a valid enum value`);
  } else if ("list" in shape) {
    if (!Array.isArray(value)) found.push(`${path}: expected type: JSONArray, found: ${typeName(value)}`);
    else value.forEach((item, index) => check(shape.list, item, `${path}/${index}`, found));
  } else if ("map" in shape) {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      found.push(`${path}: expected type: JSONObject, found: ${typeName(value)}`);
    } else {
      for (const [name, item] of Object.entries(value)) check(shape.map, item, `${path}/${name}`, found);
    }
  } else {
    checkObject(shape.object, value, path, found);
  }
}

const EXPECTED = {
  string: "String",
  integer: "Integer",
  number: "Number",
  boolean: "Boolean",
  json: "JSONObject",
};

function fits(shape: keyof typeof EXPECTED, value: unknown): boolean {
  if (value === null || value === undefined) return false;
  switch (shape) {
    case "json":
      return typeof value === "string" || typeof value === "object";
    case "string":
      return typeof value !== "object";
    case "boolean":
      return typeof value === "boolean" || value === "true" || value === "false";
    case "integer":
      return (typeof value === "number" || typeof value === "string") && Number.isInteger(Number(value));
    case "number":
      return (typeof value === "number" || typeof value === "string") && Number.isFinite(Number(value));
  }
}

function typeName(value: unknown): string {
  if (value === null || value === undefined) return "Null";
  if (Array.isArray(value)) return "JSONArray";
  const names: Record<string, string> = { string: "String", number: "Integer", boolean: "Boolean" };
  return names[typeof value] ?? "JSONObject";
}
