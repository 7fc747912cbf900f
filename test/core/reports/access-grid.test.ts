import assert from "node:assert/strict";
import { accessMatrix } from "../../../core/analysis/access-matrix";
import { accessGrid } from "../../../core/reports/access-grid";
import { shippedConfigNames } from "../shipped-configs";
import { tierSources } from "./tier-blueprint";

describe("the access grid", () => {
  for (const name of shippedConfigNames) {
    it(`says of ${name} what the whole access matrix says, in each of its services`, () => {
      const { blueprint, reference } = tierSources(name);
      const grid = accessGrid(blueprint, reference);
      const matrix = accessMatrix(blueprint, reference);
      assert.equal(grid.rows.length, blueprint.groups.length + blueprint.roles.length);
      const names = [...blueprint.groups, ...blueprint.roles].map((principal) => principal.name);
      grid.rows.forEach(({ cells, configName }, index) => {
        const rows = matrix.rows.filter(({ principal }) => principal === names[index]);
        grid.services.forEach(({ prefix }, column) => {
          const levels = (through: boolean) =>
            new Set(
              rows
                .filter(({ service, via }) => [prefix, "*"].includes(service) && via.length > 0 === through)
                .map(({ level }) => level),
            );
          const { own, through } = cells[column]!;
          assert.deepEqual(new Set(own), levels(false), `${configName} in ${prefix}`);
          const both = new Set([...own, ...through]);
          for (const level of levels(true))
            assert.ok(both.has(level), `${configName} in ${prefix}: ${level}`);
          for (const level of through) assert.ok(levels(true).has(level), `${configName} in ${prefix}`);
        });
      });
    });
  }

  it("has a service for each that the config's own policies name, and none of those that only AWS's name", () => {
    const { blueprint, reference } = tierSources("enterprise-12");
    const prefixes = accessGrid(blueprint, reference).services.map(({ prefix }) => prefix);
    assert.ok(prefixes.includes("s3") && prefixes.includes("access-analyzer"), prefixes.join());
    assert.ok(!prefixes.includes("appstream"), "ReadOnlyAccess alone reaches AppStream");
  });

  it("knows the administrators, the roles that are reached, and on which resources", () => {
    const { blueprint, reference } = tierSources("startup-5");
    const { rows } = accessGrid(blueprint, reference);
    const row = (name: string) => rows.find(({ configName }) => configName === name)!;
    assert.deepEqual(
      rows.filter(({ everything }) => everything).map(({ configName }) => configName),
      ["platform_administrators"],
    );
    assert.deepEqual(
      row("data_scientists").reaches.map(({ label }) => label),
      ["aml_engineer"],
    );
    const { details } = row("business_consumers");
    const endpoints = details.find(({ service }) => service === "SageMaker");
    assert.deepEqual(endpoints, {
      service: "SageMaker",
      levels: ["read"],
      resources: "endpoints and inference components techcorp-dev-a001-prod-*",
      except: "",
      conditions: [],
    });
    const guarded = row("data_scientists").details.find(({ except }) => except !== "")!;
    assert.equal(guarded.except, "objects under templates/ in buckets techcorp-dev-a001-*");
    assert.deepEqual(guarded.conditions, ["over TLS"]);
    const branches = row("ml_engineers").details.find(
      ({ service, except }) => service === "CodeCommit" && except !== "",
    )!;
    assert.equal(
      branches.except,
      "code repositories techcorp-dev-a001-*, where the branch is set and where the branch is refs/heads/main, " +
        "refs/heads/master, refs/heads/prod or refs/heads/production, if it is set",
    );
  });
});
