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

/** A resource type of CloudFormation. */
export interface ResourceSchema extends TypeSchema {
  /** What Fn::GetAtt gives. */
  attributes: string[];
}

/** The schema of a resource type, or undefined where the extract does not have it: see TYPES in generate.ts. */
export function resourceSchema(type: string): ResourceSchema | undefined {
  const schemas = extract.schemas as unknown as Record<string, ResourceSchema>;
  return Object.hasOwn(schemas, type) ? schemas[type] : undefined;
}

/** The resource types that AWS has in a namespace, such as `AWS::IAM`, or undefined where there is no such namespace. */
export function typesIn(namespace: string): readonly string[] | undefined {
  const types = extract.types as Record<string, string>;
  return Object.hasOwn(types, namespace) ? types[namespace]!.split(" ") : undefined;
}

/** Every namespace of AWS's resource types. */
export function namespaces(): string[] {
  return Object.keys(extract.types);
}
