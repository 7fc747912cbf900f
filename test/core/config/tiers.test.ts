import assert from "node:assert/strict";
import { type TierName, TIER_LIMITS, TIERS } from "../../../core/config/tier-limits";
import { load, problems, startup } from "./support";

/** The startup config as one of another tier that writes out its own definitions, with this many groups. */
function withGroups(tier: TierName, count: number): string {
  const names = Array.from({ length: count }, (_, index) => `team_${index}`);
  return startup
    .replaceAll("startup-5", `${tier}-${count}`)
    .replace("name: startup", `name: ${tier}`)
    .replace(/iam_groups:\n/, `iam_groups:\n${names.map((name) => `    ${name}: {}\n`).join("")}`)
    .replace(/enabled_groups:(\s*\[[^\]]*\]|(\n\s+- \w+)+)/, `enabled_groups: [${names.join(", ")}]`);
}

describe("the limits of a tier", () => {
  for (const tier of TIERS) {
    const limit = TIER_LIMITS[tier].enabled_groups;
    it(`${tier} takes ${limit} groups`, () => {
      const { security } = load(withGroups(tier, limit));
      assert.equal(security.security_profiles[`${tier}-${limit}`]?.enabled_groups.length, limit);
    });

    it(`${tier} refuses one more, and says what would allow it`, () => {
      const [problem, ...others] = problems(() => load(withGroups(tier, limit + 1)));
      assert.deepEqual(others, []);
      assert.equal(problem?.message, `${limit + 1} groups are enabled, the ${tier} tier allows ${limit}`);
      const allowing = TIERS.find((candidate) => TIER_LIMITS[candidate].enabled_groups > limit);
      assert.match(
        problem.hint ?? "",
        allowing === undefined ? /no tier allows more/ : new RegExp(`the ${allowing} tier`),
      );
    });
  }
});
