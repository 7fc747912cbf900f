import type { PropertyShape, TypeSchema } from "./type-schema";
import { valueText } from "../../value-text";

/** One way in which properties break the schema of their type. */
export interface Violation {
  /** Steps from the properties to the value. */
  path: (string | number)[];
  kind: "missing" | "unknown" | "type" | "enum";
  /** The property that is missing or unknown. */
  name?: string;
  /** What may stand there. */
  shape?: PropertyShape;
  value?: unknown;
  /** The properties that there are. */
  known?: string[];
}

/** What a value of a template stands for, before it is checked. */
export type Reading =
  | { kind: "value"; value: unknown }
  /** Nobody knows before the deployment. */
  | { kind: "open" }
  /** As if it were not there. */
  | { kind: "absent" }
  /** One of these, as a condition decides. */
  | { kind: "either"; values: readonly (readonly [step: (string | number)[], value: unknown])[] };

/** Properties as AWS itself is given them: everything is what it is. */
const plain = (value: unknown): Reading => ({ kind: "value", value });

interface Check {
  read: (value: unknown) => Reading;
  found: Violation[];
}

/**
 * Everything in which properties break the schema of their type.
 * @param read says what a value stands for, where functions of a template may be among them.
 */
export function propertyViolations(
  schema: TypeSchema,
  properties: unknown,
  read: (value: unknown) => Reading = plain,
): Violation[] {
  const found: Violation[] = [];
  check({ read, found }, { object: schema }, properties, []);
  return found;
}

function check(context: Check, shape: PropertyShape, given: unknown, path: (string | number)[]): void {
  const reading = context.read(given);
  if (reading.kind === "open" || reading.kind === "absent") return;
  if (reading.kind === "either") {
    for (const [steps, value] of reading.values) check(context, shape, value, [...path, ...steps]);
    return;
  }
  const { value } = reading;
  const wrong = () => context.found.push({ path, kind: "type", shape, value });
  if (typeof shape === "string") {
    if (!fits(shape, value)) wrong();
  } else if ("oneOf" in shape) {
    if (!shape.oneOf.includes(valueText(value))) context.found.push({ path, kind: "enum", shape, value });
  } else if ("list" in shape) {
    if (!Array.isArray(value)) wrong();
    else value.forEach((item, index) => check(context, shape.list, item, [...path, index]));
  } else if (!isMapping(value)) {
    wrong();
  } else if ("map" in shape) {
    for (const [name, item] of Object.entries(value)) check(context, shape.map, item, [...path, name]);
  } else {
    checkObject(context, shape.object, value, path);
  }
}

function checkObject(
  context: Check,
  { properties, required = [] }: TypeSchema,
  value: Record<string, unknown>,
  path: (string | number)[],
): void {
  const known = Object.keys(properties);
  for (const name of required) {
    const there = Object.hasOwn(value, name) && context.read(value[name]).kind !== "absent";
    if (!there) context.found.push({ path, kind: "missing", name, known });
  }
  for (const [name, member] of Object.entries(value)) {
    const shape = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (shape === undefined) context.found.push({ path, kind: "unknown", name, known });
    else check(context, shape, member, [...path, name]);
  }
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function fits(shape: Extract<PropertyShape, string>, value: unknown): boolean {
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
