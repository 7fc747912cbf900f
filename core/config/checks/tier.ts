import { own } from "../source";
import { isTierName, type LimitedList, TIER_LIMITS, type TierName, TIERS } from "../tier-limits";
import { hintFor } from "../nearest";
import type { Check, CheckContext } from "./check-context";

const nouns: Record<LimitedList, string> = {
  enabled_groups: "groups",
  enabled_service_roles: "service roles",
  enabled_assumable_roles: "assumable roles",
  enabled_cross_account_roles: "cross-account roles",
};

function checkName(name: string, { report }: CheckContext): void {
  if (isTierName(name)) return;
  report(["tier", "name"], "value", `there is no tier "${name}"`, hintFor(name, TIERS, "tiers"));
}

function checkLimits(tier: TierName, profile: string, { config, report }: CheckContext): void {
  const lists = own(config.security?.security_profiles, profile);
  for (const list of Object.keys(nouns) as LimitedList[]) {
    const count = lists?.[list]?.length ?? 0;
    const limit = TIER_LIMITS[tier][list];
    if (count <= limit) continue;
    const allowing = TIERS.find((candidate) => TIER_LIMITS[candidate][list] >= count);
    const hint =
      allowing === undefined
        ? `no tier allows more than ${TIER_LIMITS.enterprise[list]}`
        : `the ${allowing} tier allows ${TIER_LIMITS[allowing][list]}`;
    const path = ["security", "security_profiles", profile, list, limit];
    report(path, "value", `${count} ${nouns[list]} are enabled, the ${tier} tier allows ${limit}`, hint);
  }
}

/** The tier exists, its name and that of the profile agree, and the profile enables no more than the tier allows. */
export const checkTier: Check = (context) => {
  const { config, report } = context;
  const name = config.tier?.name;
  const profile = config.tier?.security_profile;
  if (name !== undefined) checkName(name, context);
  if (profile === undefined) return;

  const part = profile.slice(0, profile.lastIndexOf("-"));
  if (name !== undefined && isTierName(name) && part !== name) {
    const message = `the profile ${profile} is not one of the tier ${name}`;
    report(["tier", "security_profile"], "value", message, "tier.name and the profile's name must agree");
  }
  const profiles = config.security?.security_profiles;
  if (profiles !== undefined && own(profiles, profile) === undefined && !Object.hasOwn(profiles, profile)) {
    const hint = hintFor(profile, Object.keys(profiles), "defined profiles");
    report(["tier", "security_profile"], "value", `there is no security profile ${profile}`, hint);
  }
  if (name !== undefined && isTierName(name)) checkLimits(name, profile, context);
};
