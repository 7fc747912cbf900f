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

/** Section `security`. */
export const SECURITY: JudgedPart = { schema: () => read().properties.security! };

/** Section `security_overrides`. */
export const OVERRIDES: JudgedPart = { schema: () => read().properties.security_overrides! };
