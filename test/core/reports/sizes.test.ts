import assert from "node:assert/strict";
import { type SizeGroup, sizesOf } from "../../../core/reports/sizes";
import { policySize } from "../../../core/security/policy-size";
import { shippedConfigNames } from "../shipped-configs";
import { tierSources } from "./tier-blueprint";

const figures = { deliveredBytes: 48_000, resources: 43, outputs: 22 };

function group(groups: readonly SizeGroup[], title: string): SizeGroup {
  return groups.find((each) => each.title === title)!;
}

describe("sizes against limits", () => {
  for (const name of shippedConfigNames) {
    it(`of ${name} count every group, role and policy, and nothing is over its limit`, () => {
      const { blueprint } = tierSources(name);
      const sizes = sizesOf(blueprint, figures);
      for (const { sizes: each } of sizes) for (const { used, limit } of each) assert.ok(used <= limit);
      assert.equal(group(sizes, "Inline policies of a group").sizes.length, blueprint.groups.length);
      assert.equal(group(sizes, "Trust policy of a role").sizes.length, blueprint.roles.length);
      assert.deepEqual(
        group(sizes, "Managed policy").sizes.map(({ used }) => used),
        blueprint.policies.map(({ document }) => policySize(document)),
      );
    });
  }

  const deliveries: {
    name: string;
    bytes: number;
    delivery?: "auto" | "inline" | "s3";
    of: string;
    limit: number;
  }[] = [
    { name: "a small template", bytes: 51_200, of: "sent inline", limit: 51_200 },
    {
      name: "a template that is too large for a request",
      bytes: 51_201,
      of: "sent through S3",
      limit: 1_048_576,
    },
    {
      name: "what the config wants in S3",
      bytes: 100,
      delivery: "s3",
      of: "sent through S3",
      limit: 1_048_576,
    },
  ];
  for (const { name, bytes, delivery, of, limit } of deliveries) {
    it(`sets ${name} against the limit of how it is sent`, () => {
      const { blueprint } = tierSources("startup-5", (config) => {
        config.deployment = { template_bucket: "bucket", ...(delivery && { delivery }) };
      });
      const sizes = sizesOf(blueprint, { ...figures, deliveredBytes: bytes });
      assert.deepEqual(group(sizes, "Size of the template").sizes, [{ of, used: bytes, limit }]);
    });
  }

  it("counts with the quotas of the config", () => {
    const { blueprint } = tierSources("startup-5", (config) => {
      config.quotas = { managed_policies_per_role: 20, role_trust_policy_characters: 4096 };
    });
    const sizes = sizesOf(blueprint, figures);
    assert.ok(group(sizes, "Managed policies attached to a role").sizes.every(({ limit }) => limit === 20));
    assert.ok(group(sizes, "Managed policies attached to a group").sizes.every(({ limit }) => limit === 10));
    assert.ok(group(sizes, "Trust policy of a role").sizes.every(({ limit }) => limit === 4096));
  });
});
