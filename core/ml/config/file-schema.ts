import { type JsonSchema, plain, sectionsOfTier, without } from "../../config/file-schema";
import { MlConfigSchema } from "./schema";
import { ALWAYS_REQUIRED, hasKey, type MlTierName, REQUIRED_BY_TIER } from "./tiers";

/** The JSON Schema of an ML product's config file of one tier: with the keys that the tier has, and no other. */
export function mlConfigFileSchema(tier: MlTierName): JsonSchema {
  const schema = plain(MlConfigSchema);
  const sections = sectionsOfTier(schema, tier);
  const product = sections.ml_product!;
  const keys = Object.entries(product.properties as JsonSchema).filter(([key]) => hasKey(tier, key));
  return {
    ...without(schema, "properties"),
    properties: {
      ...sections,
      ml_product: {
        ...product,
        required: [...ALWAYS_REQUIRED, ...REQUIRED_BY_TIER[tier]],
        properties: Object.fromEntries(keys),
      },
    },
  };
}
