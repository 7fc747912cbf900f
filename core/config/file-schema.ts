import { ConfigSchema, SecuritySchema } from "./schema";
import { isObject, type JsonObject } from "./source";
import type { TierName } from "./tier-limits";

/** A JSON Schema as plain data. */
export type JsonSchema = JsonObject;

/** Plain copy without the symbols that TypeBox hangs on its schemas. */
export function plain(schema: unknown): JsonSchema {
  return JSON.parse(JSON.stringify(schema)) as JsonSchema;
}

/** A schema without some of its keywords. */
export function without(schema: JsonSchema, ...keywords: string[]): JsonSchema {
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => !keywords.includes(keyword)));
}

/** Policy documents are replaced whole: half of one and half of another would grant what nobody wrote. */
function isPolicyDocument(schema: JsonSchema): boolean {
  return isObject(schema.properties) && "Statement" in schema.properties;
}

function nullable(schema: unknown): JsonSchema {
  const override = asOverride(schema as JsonSchema);
  const types = Array.isArray(override.type) ? override.type : [override.type];
  const values = Array.isArray(override.enum) ? { enum: [...(override.enum as unknown[]), null] } : {};
  return { ...override, ...values, type: [...(types as string[]), "null"] };
}

/** The same shape with everything optional, and `null` wherever something may be removed. */
function asOverride(schema: JsonSchema): JsonSchema {
  if (schema.type !== "object" || isPolicyDocument(schema)) return schema;
  const rest = without(schema, "required");
  if (isObject(rest.properties)) {
    const entries = Object.entries(rest.properties).map(([key, value]) => [key, nullable(value)]);
    rest.properties = Object.fromEntries(entries);
  }
  if (isObject(rest.additionalProperties)) rest.additionalProperties = nullable(rest.additionalProperties);
  return rest;
}

/** The shape of `security_overrides`. */
function overridesSchema(): JsonSchema {
  const security = asOverride(plain(SecuritySchema));
  const own = plain(SecuritySchema).properties as Record<string, JsonSchema>;
  // The five kinds themselves can't be removed, only what is in them.
  const kinds = Object.entries(security.properties as Record<string, JsonSchema>).map(([kind, schema]) => [
    kind,
    own[kind]!.type === "object" ? { ...schema, type: "object" } : schema,
  ]);
  return {
    ...security,
    properties: Object.fromEntries(kinds),
    title: "security overrides",
    description:
      "What differs from the tier's master definitions: the shape of security, merged by name; null removes, lists and policy documents are replaced",
  };
}

/** The sections of a config file with `tier.name` being one tier's. */
export function sectionsOfTier(schema: JsonSchema, tier: string): Record<string, JsonSchema> {
  const sections = schema.properties as Record<string, JsonSchema>;
  const fields = sections.tier!.properties as Record<string, JsonSchema>;
  const name = { ...without(fields.name!, "pattern", "examples"), enum: [tier] };
  return { ...sections, tier: { ...sections.tier, properties: { ...fields, name } } };
}

/** The JSON Schema of a six-section config file of one tier. */
export function configFileSchema(tier: TierName): JsonSchema {
  const schema = plain(ConfigSchema);
  return {
    ...without(schema, "properties"),
    required: ["tier", "client", "environment"],
    properties: { ...sectionsOfTier(schema, tier), security_overrides: overridesSchema() },
  };
}
