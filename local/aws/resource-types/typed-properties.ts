import type { PropertyShape, TypeSchema } from "../../../core/template/resource-schemas/type-schema";
import { schemaOf } from "./property-schema";

type Properties = Record<string, unknown>;

/** Properties as their type's schema has them: templates may write numbers and truth values as text, and the other way about. */
export function typedProperties(type: string, properties: Properties): Properties {
  return typedObject(schemaOf(type), properties);
}

function typedObject({ properties }: TypeSchema, value: Properties): Properties {
  const entries = Object.entries(value).map(([name, item]) => {
    const shape = properties[name];
    return [name, shape === undefined ? item : typed(shape, item)];
  });
  return Object.fromEntries(entries) as Properties;
}

function typed(shape: PropertyShape, value: unknown): unknown {
  if (value === undefined || value === null) return value;
  if (typeof shape === "string") return typedScalar(shape, value);
  if ("list" in shape) return Array.isArray(value) ? value.map((item) => typed(shape.list, item)) : value;
  if (typeof value !== "object") return value;
  if ("object" in shape) return typedObject(shape.object, value as Properties);
  if (!("map" in shape)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, typed(shape.map, item)]));
}

function typedScalar(shape: Extract<PropertyShape, string>, value: unknown): unknown {
  switch (shape) {
    case "integer":
    case "number":
      return Number(value);
    case "boolean":
      return value === true || value === "true";
    case "string":
      return typeof value === "number" || typeof value === "boolean" ? String(value) : value;
    case "json":
      return value;
  }
}
