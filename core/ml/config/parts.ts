import type { JsonSchema } from "../../config/file-schema";
import { anyTier, generatedSchema, type JudgedPart } from "../../config/judge";
import { ALWAYS_REQUIRED } from "./tiers";

/** All sections of an ML product's config, with the keys of every tier: which tier has which is judged beside. */
export const ML_SECTIONS: JudgedPart = {
  schema: () => {
    const { properties, rest } = generatedSchema("ml-enterprise.schema.json");
    const product: JsonSchema = { ...properties.ml_product, required: [...ALWAYS_REQUIRED] };
    const sections = { ...properties, tier: anyTier(properties.tier!), ml_product: product };
    return { ...rest, properties: sections };
  },
};
