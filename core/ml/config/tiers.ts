/** Every tier of ML products, the smallest first. */
export const ML_TIERS = ["starter", "professional", "enterprise"] as const;

/** Name of a tier of ML products, as `tier.name` has it. */
export type MlTierName = (typeof ML_TIERS)[number];

/** Whether a name is that of a tier of ML products. */
export function isMlTierName(name: string): name is MlTierName {
  return (ML_TIERS as readonly string[]).includes(name);
}

/** The smallest tier that has a key of `ml_product`; keys that are not here belong to every tier. */
export const FIRST_TIER_OF_KEY: Readonly<Record<string, MlTierName>> = {
  alerts_email: "professional",
  vpc_mode: "enterprise",
  vpc_source: "enterprise",
  vpc_id: "enterprise",
  subnet_ids: "enterprise",
  security_group_id: "enterprise",
  route_table_ids: "enterprise",
  vpc_endpoints: "enterprise",
  vpc_endpoint_ids: "enterprise",
  compliance: "enterprise",
  key_administrators: "enterprise",
};

/** The keys of `ml_product` that every tier needs. */
export const ALWAYS_REQUIRED = ["use_case", "source_control"] as const;

/** The keys of `ml_product` that a tier needs besides those that every tier needs. */
export const REQUIRED_BY_TIER: Readonly<Record<MlTierName, readonly string[]>> = {
  starter: [],
  professional: ["alerts_email"],
  enterprise: ["alerts_email", "vpc_mode", "vpc_source", "key_administrators"],
};

/** Whether a tier has a key of `ml_product`. */
export function hasKey(tier: MlTierName, key: string): boolean {
  const first = Object.hasOwn(FIRST_TIER_OF_KEY, key) ? FIRST_TIER_OF_KEY[key] : undefined;
  return first === undefined || ML_TIERS.indexOf(tier) >= ML_TIERS.indexOf(first);
}
