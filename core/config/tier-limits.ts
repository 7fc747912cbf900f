/** Every tier, the smallest first. */
export const TIERS = ["startup", "medium", "enterprise"] as const;

/** Name of a tier, as `tier.name` has it. */
export type TierName = (typeof TIERS)[number];

/** What a tier limits, as the lists of a security profile count it. */
export type LimitedList =
  "enabled_groups" | "enabled_service_roles" | "enabled_assumable_roles" | "enabled_cross_account_roles";

/** How many of each a tier allows; a config may enable fewer. */
export const TIER_LIMITS: Readonly<Record<TierName, Readonly<Record<LimitedList, number>>>> = {
  startup: {
    enabled_groups: 5,
    enabled_service_roles: 4,
    enabled_assumable_roles: 1,
    enabled_cross_account_roles: 0,
  },
  medium: {
    enabled_groups: 10,
    enabled_service_roles: 5,
    enabled_assumable_roles: 6,
    enabled_cross_account_roles: 1,
  },
  enterprise: {
    enabled_groups: 12,
    enabled_service_roles: 5,
    enabled_assumable_roles: 7,
    enabled_cross_account_roles: 2,
  },
};

/** Whether a name is that of a tier. */
export function isTierName(name: string): name is TierName {
  return (TIERS as readonly string[]).includes(name);
}
