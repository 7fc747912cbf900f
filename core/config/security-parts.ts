import type { JsonSchema } from "./file-schema";
import { anyTier, generatedSchema, type JudgedPart } from "./judge";

const read = () => generatedSchema("startup.schema.json");

/** The sections of a security config; the two large ones are judged by themselves. */
export const SECTIONS: JudgedPart = {
  schema: () => {
    const { properties, rest } = read();
    const open = { type: "object" };
    const sections = {
      ...properties,
      tier: anyTier(properties.tier!),
      security: open,
      security_overrides: open,
    };
    return { ...rest, properties: sections };
  },
};

/** The schema of one section of a security config. */
export function sectionSchema(section: string): JsonSchema {
  return read().properties[section]!;
}

/** Section `security`. */
export const SECURITY: JudgedPart = { schema: () => sectionSchema("security") };

/** Section `security_overrides`. */
export const OVERRIDES: JudgedPart = { schema: () => sectionSchema("security_overrides") };
