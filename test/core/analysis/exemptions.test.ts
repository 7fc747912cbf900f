import assert from "node:assert/strict";
import { analyse, type Analysis } from "../../../core/analysis/analyse";
import { findingLines } from "../../../core/analysis/finding-lines";
import { referenceData } from "../../../core/analysis/reference/reference-data";
import { tenantPlace } from "../../../core/analysis/tenant-names";
import { sarifLog } from "../../../core/analysis/sarif";
import type { Exemption } from "../../../core/config/exemption-schema";
import { buildBlueprint } from "../../../core/security/build-blueprint";
import { shippedConfig } from "../shipped-configs";
import { shippedCatalogue } from "../startup-config";

const exemption: Exemption = {
  rule: "unknown-policy",
  principal: "data_scientists",
  policy: "NoSuchPolicy",
  reason: "the policy is newer than the data",
  expires: "2027-03-31",
};

/** Two groups have a policy that AWS does not have; some of it is exempted. */
function judged(exemptions: Exemption[], today = "2027-03-31"): Analysis {
  const config = shippedConfig("startup-5", ({ security: { iam_groups: groups } }) => {
    groups.data_scientists!.managed_policies = ["NoSuchPolicy"];
    groups.business_consumers!.managed_policies = ["NoSuchPolicy"];
  });
  const blueprint = buildBlueprint({ ...config, exemptions }, shippedCatalogue);
  return analyse(blueprint, { data: referenceData(), tenant: tenantPlace(blueprint.config), today });
}

const idsOf = ({ findings }: Analysis) => findings.map(({ rule }) => rule);

describe("exemptions", () => {
  it("are not needed where there are none", () => {
    assert.deepEqual(idsOf(judged([])), ["unknown-policy", "unknown-policy"]);
  });

  it("take out the finding of the principal that they name, up to their last day", () => {
    const analysis = judged([exemption]);
    assert.deepEqual(idsOf(analysis), ["unknown-policy"]);
    assert.match(analysis.findings[0]!.principals.join(), /^\S+-group-business-consumers$/);
    assert.deepEqual(
      analysis.exempted.map(({ rule, exemption: { expires } }) => [rule, expires]),
      [["unknown-policy", "2027-03-31"]],
    );
  });

  it("are findings themselves once they have expired, beside what they no longer exempt", () => {
    const analysis = judged([exemption], "2027-04-01");
    assert.deepEqual(idsOf(analysis).sort(), ["expired-exemption", "unknown-policy", "unknown-policy"]);
    assert.deepEqual(analysis.exempted, []);
  });

  for (const [what, change] of Object.entries({
    "another rule": { rule: "needless-wildcard" },
    "another principal": { principal: "ml_engineers" },
    "a principal that does not exist": { principal: "nobody" },
    "another policy": { policy: "SecurityAudit" },
  })) {
    it(`are findings where they match nothing: ${what}`, () => {
      const { findings } = judged([{ ...exemption, ...change }]);
      assert.deepEqual(
        findings.map(({ rule, severity }) => [rule, severity]),
        [
          ["unknown-policy", "error"],
          ["unknown-policy", "error"],
          ["unused-exemption", "warning"],
        ],
      );
    });
  }

  it("stand in the report with their reasons", () => {
    const lines = findingLines(judged([exemption])).join("\n");
    assert.match(lines, /1 error, 1 exempted/);
    assert.match(lines, /exempted until 2027-03-31: the policy is newer than the data/);
  });

  it("are suppressions in SARIF", () => {
    const [run] = sarifLog(judged([exemption]), { version: "1", uriOf: (file) => file }).runs as {
      results: { ruleId: string; suppressions?: { justification: string }[] }[];
    }[];
    assert.deepEqual(
      run!.results.map(({ ruleId, suppressions }) => [ruleId, suppressions?.[0]?.justification]),
      [
        ["unknown-policy", undefined],
        ["unknown-policy", "the policy is newer than the data (until 2027-03-31)"],
      ],
    );
  });
});
