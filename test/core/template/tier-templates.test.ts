import assert from "node:assert/strict";
import { readConfigFile } from "../../../core/config/load-file";
import { TIER_LIMITS, type TierName } from "../../../core/config/tier-limits";
import { buildBlueprint } from "../../../core/security/build-blueprint";
import type { Template } from "../../../core/template/cloudformation";
import { renderTemplate } from "../../../core/template/render-template";
import { templateJson, templateYaml } from "../../../core/template/serialize";
import { checkTemplateLimits } from "../../../core/template/template-limits";
import { shippedConfig, shippedConfigFile, shippedConfigNames } from "../shipped-configs";
import { shippedCatalogue } from "../startup-config";
import { assertGolden } from "./golden-file";

function inventoryOf(template: Template): string {
  const lines = Object.entries(template.Resources).map(([logicalId, { Type, Properties }]) => {
    const { GroupName, RoleName, ManagedPolicyName, Name } = Properties;
    return `${logicalId} ${Type} ${JSON.stringify(GroupName ?? RoleName ?? ManagedPolicyName ?? Name)}`;
  });
  const outputs = Object.entries(template.Outputs).map(
    ([key, { Value }]) => `${key} = ${JSON.stringify(Value)}`,
  );
  return [...lines, "", "Outputs", ...outputs, ""].join("\n");
}

describe("the tiers' master definitions", () => {
  it("are one file a tier", () => {
    assert.deepEqual([...shippedConfigNames].sort(), ["enterprise-12", "medium-10", "startup-5"]);
  });

  for (const name of shippedConfigNames) {
    const config = shippedConfig(name);
    const template = renderTemplate(buildBlueprint(config, shippedCatalogue));

    it(`${name} is taken as it is`, () => {
      const loaded = readConfigFile(shippedConfigFile(name), {
        masterDirectory: "not-needed",
        catalogue: shippedCatalogue.index,
      });
      assert.equal(loaded.config.tier.security_profile, name);
    });

    it(`${name} enables as many groups and roles as its tier allows, and defines no other`, () => {
      const limits = TIER_LIMITS[config.tier.name as TierName];
      const { security_profiles: profiles, ...defined } = config.security;
      const profile = profiles[name]!;
      assert.deepEqual(Object.keys(profiles), [name]);
      assert.deepEqual(
        {
          enabled_groups: profile.enabled_groups.length,
          enabled_service_roles: profile.enabled_service_roles.length,
          enabled_assumable_roles: profile.enabled_assumable_roles.length,
          enabled_cross_account_roles: profile.enabled_cross_account_roles.length,
        },
        limits,
      );
      assert.deepEqual(Object.keys(defined.iam_groups).sort(), [...profile.enabled_groups].sort());
      assert.deepEqual(Object.keys(defined.service_roles).sort(), [...profile.enabled_service_roles].sort());
      assert.deepEqual(
        Object.keys(defined.assumable_roles).sort(),
        [...profile.enabled_assumable_roles].sort(),
      );
      assert.deepEqual(
        Object.keys(defined.cross_account_roles).sort(),
        [...profile.enabled_cross_account_roles].sort(),
      );
    });

    it(`${name} has the template, names and outputs that were reviewed`, () => {
      checkTemplateLimits(template, Buffer.byteLength(templateJson(template)));
      assertGolden(`${name}/template.yaml`, templateYaml(template));
      assertGolden(`${name}/inventory.txt`, inventoryOf(template));
    });
  }
});
