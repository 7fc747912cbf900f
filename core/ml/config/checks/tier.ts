import { hintFor } from "../../../config/nearest";
import { FIRST_TIER_OF_KEY, hasKey, isMlTierName, ML_TIERS, REQUIRED_BY_TIER } from "../tiers";
import type { MlCheck } from "./check";

/** The tier exists, has every key of `ml_product` that is there, and every key that it needs is there. */
export const checkTier: MlCheck = ({ config, report }) => {
  const tier = config.tier?.name;
  if (tier === undefined) return;
  if (!isMlTierName(tier)) {
    const hint = hintFor(tier, ML_TIERS, "tiers of ML products");
    report(["tier", "name"], "value", `there is no tier "${tier}" of ML products`, hint);
    return;
  }
  const product = config.ml_product;
  if (product === undefined) return;
  for (const key of Object.keys(product)) {
    if (hasKey(tier, key)) continue;
    const first = FIRST_TIER_OF_KEY[key]!;
    const message = `the ${tier} tier has no ${key}, the ${first} tier has`;
    report(["ml_product", key], "key", message, `remove it, or write tier.name: ${first}`);
  }
  for (const key of REQUIRED_BY_TIER[tier]) {
    if (Object.hasOwn(product, key)) continue;
    report(["ml_product", key], "key", `${key} is missing`, `the ${tier} tier needs it`);
  }
};
