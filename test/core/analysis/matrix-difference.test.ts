import assert from "node:assert/strict";
import { accessMatrix } from "../../../core/analysis/access-matrix";
import {
  differenceLines,
  matrixDifference,
  type PlacedMatrix,
} from "../../../core/analysis/matrix-difference";
import { referenceData } from "../../../core/analysis/reference/reference-data";
import { tenantPlace } from "../../../core/analysis/tenant-names";
import type { Config } from "../../../core/config/schema";
import { buildBlueprint } from "../../../core/security/build-blueprint";
import { shippedConfig } from "../shipped-configs";
import { shippedCatalogue } from "../startup-config";

function matrixOf(name: string, change?: (config: Config) => void): PlacedMatrix {
  const config = shippedConfig(name, change);
  return {
    matrix: accessMatrix(buildBlueprint(config, shippedCatalogue), referenceData()),
    place: tenantPlace(config),
  };
}

describe("difference of two matrices", () => {
  const startup = matrixOf("startup-5");

  it("is nothing between a config and itself", () => {
    const difference = matrixDifference(startup, startup);
    assert.deepEqual(difference, { gained: [], lost: [] });
    assert.deepEqual(differenceLines(difference), ["Nobody's access differs."]);
  });

  it("is nothing between the same grants of two tenants in two regions", () => {
    const other = matrixOf("startup-5", (config) => {
      Object.assign(config.client, { company_prefix: "acme", tenant_id: "z999", account_id: "999999999999" });
      Object.assign(config.environment, { env: "staging", region: "cn-north-1" });
    });
    assert.deepEqual(matrixDifference(startup, other), { gained: [], lost: [] });
  });

  it("says what a group gains and loses by another template", () => {
    const other = matrixOf("startup-5", (config) => {
      config.security.iam_groups.data_scientists!.policy_assignments!.s3 = "level1";
    });
    const { gained, lost } = matrixDifference(startup, other);
    for (const { principal, service } of [...gained, ...lost]) {
      assert.match(principal, /-group-data-scientists$/);
      assert.equal(service, "s3");
    }
    assert.ok(gained.some(({ actions }) => actions.includes("s3:PutObject")));
    assert.deepEqual(
      lost.flatMap(({ actions }) => actions),
      ["s3:GetObjectVersionTagging"],
    );
    assert.deepEqual(matrixDifference(other, startup), { gained: lost, lost: gained });
  });

  it("names everybody whom a larger tier has in addition", () => {
    const { gained } = matrixDifference(matrixOf("medium-10"), startup);
    assert.ok(gained.some(({ principal }) => principal.endsWith("group-qa-testing")));
    const lines = differenceLines({ gained, lost: [] });
    assert.ok(lines.some((line) => line.startsWith("  + write: ")));
  });
});
