import { isDeepStrictEqual } from "node:util";
import { type JsonSchema, without } from "./file-schema";

/** The schemas of one product's tiers, and what they have in common. */
export interface SharedSchemas {
  /** Definitions of the sections, by their names, for a file of their own. */
  definitions: Record<string, JsonSchema>;
  /** The tiers' schemas, in the given order, each section that all have alike a reference to its definition. */
  schemas: JsonSchema[];
}

/** A reference to a section's definition in a file of `schemas/`. */
function reference(file: string, section: string): JsonSchema {
  return { $ref: `${file}#/definitions/${section}` };
}

/** What of section `tier` is one tier's own: its name. */
function nameOf(tier: JsonSchema): JsonSchema {
  return { properties: { name: (tier.properties as JsonSchema).name } };
}

/** Section `tier` of whichever tier: which names there are is said elsewhere. */
export function anyTier(tier: JsonSchema): JsonSchema {
  const fields = tier.properties as Record<string, JsonSchema>;
  return { ...tier, properties: { ...fields, name: without(fields.name!, "enum") } };
}

/**
 * Takes out of tiers' schemas what they have in common, so that each file shows what is its tier's own.
 * @param file Name of the file that the definitions go to.
 */
export function shareSections(file: string, tiers: readonly JsonSchema[]): SharedSchemas {
  const sectionsOf = ({ properties }: JsonSchema) => properties as Record<string, JsonSchema>;
  const [first] = tiers.map(sectionsOf);
  const definitions: Record<string, JsonSchema> = {};
  for (const [section, schema] of Object.entries(first!)) {
    if (section === "tier") definitions.tier = anyTier(schema);
    else if (tiers.every((tier) => isDeepStrictEqual(sectionsOf(tier)[section], schema)))
      definitions[section] = schema;
  }
  const schemas = tiers.map((tier) => {
    const sections = Object.entries(sectionsOf(tier)).map(([section, schema]) => {
      if (section === "tier") return [section, { allOf: [reference(file, "tier"), nameOf(schema)] }] as const;
      return [section, section in definitions ? reference(file, section) : schema] as const;
    });
    return { ...tier, properties: Object.fromEntries(sections) };
  });
  return { definitions, schemas };
}
