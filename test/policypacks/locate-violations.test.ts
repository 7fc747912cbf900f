import assert from "node:assert/strict";
import { join } from "node:path";
import { referenceData } from "../../core/analysis/reference/reference-data";
import { loadCatalogue } from "../../core/catalogue/load";
import { readPulumiConfig } from "../../core/config/load-pulumi";
import { environmentOfConfig } from "../../core/guardrails/environment";
import { locateViolations } from "../../core/guardrails/locate-violations";
import { readTemplate } from "../../core/guardrails/read-template";
import { buildBlueprint } from "../../core/security/build-blueprint";
import { renderTemplate } from "../../core/template/render-template";
import { verdictOn, violationsOf } from "./judged";

const root = join(__dirname, "..", "..");

/** What no-wildcards finds where a role of the config may do everything with S3, and where that was written. */
function located(exemptions: object[]) {
  const catalogue = loadCatalogue(join(root, "policy-templates"));
  const planted = { Sid: "Planted", Effect: "Allow", Action: "s3:*", Resource: "*" };
  const { config, source } = readPulumiConfig(
    {
      tier: { name: "startup", security_profile: "startup-5" },
      client: { company_name: "Edge", company_prefix: "edge", account_id: "123456789012", tenant_id: "b001" },
      environment: { env: "dev", region: "us-west-1" },
      security_overrides: {
        assumable_roles: {
          aml_engineer: {
            mirrors_group: null,
            custom_permissions: { Version: "2012-10-17", Statement: [planted] },
          },
        },
      },
      ...(exemptions.length === 0 ? {} : { exemptions }),
    },
    { masterDirectory: join(root, "configs"), catalogue: catalogue.index },
  );
  const blueprint = buildBlueprint(config, catalogue);
  const environment = environmentOfConfig(config);
  const raw = JSON.parse(JSON.stringify(renderTemplate(blueprint))) as Record<string, unknown>;
  const subject = { template: readTemplate(raw, environment) };
  const violations = violationsOf(verdictOn("no-wildcards", subject, { environment }));
  const written = { blueprint, catalogue, source, folder: root };
  const context = { data: referenceData(), exemptions: environment.exemptions, today: "2026-11-25" };
  return { violations, located: locateViolations(violations, written, context) };
}

const exemption = (expires: string, rule = "whole-service-action") => ({
  rule,
  principal: "aml_engineer",
  policy: "custom-permissions",
  reason: "until the new templates are there",
  expires,
});

describe("where a violation was written", () => {
  it("is the statement in the config that the template's statement comes from", () => {
    const found = located([]).located;
    assert.equal(found.length, 2);
    for (const { place, principals, policy, statement } of found) {
      assert.match(place!, /assumable_roles\.aml_engineer\.custom_permissions\.Statement\[0\]$/);
      assert.deepEqual(principals, ["edge-dev-b001-role-aml-engineer"]);
      assert.deepEqual([policy, statement?.sid], ["custom-permissions", "Planted"]);
    }
  });

  it("is left out where the config exempts it, until the exemption's last day", () => {
    const remaining = (expires: string) => located([exemption(expires)]).located.length;
    assert.equal(remaining("2026-11-25"), 1);
    assert.equal(remaining("2026-11-24"), 2);
  });

  it("is unknown for a statement that the config does not make", () => {
    const { violations } = located([]);
    const [first] = violations;
    const other = { ...first!, parsed: { ...first!.parsed!, sid: "Other" } };
    const catalogue = loadCatalogue(join(root, "policy-templates"));
    const { config, source } = readPulumiConfig(
      {
        tier: { name: "startup", security_profile: "startup-5" },
        client: {
          company_name: "Edge",
          company_prefix: "edge",
          account_id: "123456789012",
          tenant_id: "b001",
        },
        environment: { env: "dev", region: "us-west-1" },
      },
      { masterDirectory: join(root, "configs"), catalogue: catalogue.index },
    );
    const written = { blueprint: buildBlueprint(config, catalogue), catalogue, source, folder: root };
    const [kept] = locateViolations([other], written, {
      data: referenceData(),
      exemptions: [],
      today: "2026-11-25",
    });
    assert.deepEqual(kept, other);
  });
});
