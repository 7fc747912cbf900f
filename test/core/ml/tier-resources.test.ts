import assert from "node:assert/strict";
import { ML_TIERS } from "../../../core/ml/config/tiers";
import { ML_TIER_RESOURCES } from "../../../core/ml/tier-resources";
import { variants } from "./rendered";

describe("how many resources a product of a tier has", () => {
  it("is as many as its config can ask for, and no more", () => {
    const most: Record<string, Record<string, number>> = Object.fromEntries(
      ML_TIERS.map((tier) => [tier, {}]),
    );
    for (const render of Object.values(variants)) {
      const { blueprint, template } = render();
      const counts: Record<string, number> = {};
      for (const { Type } of Object.values(template.Resources)) counts[Type] = (counts[Type] ?? 0) + 1;
      const known = most[blueprint.config.tier.name]!;
      for (const [type, count] of Object.entries(counts)) known[type] = Math.max(known[type] ?? 0, count);
    }
    assert.deepEqual(most, ML_TIER_RESOURCES);
  });
});
