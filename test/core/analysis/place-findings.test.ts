import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { analyse } from "../../../core/analysis/analyse";
import type { Finding } from "../../../core/analysis/finding";
import { referenceData } from "../../../core/analysis/reference/reference-data";
import { tenantPlace } from "../../../core/analysis/tenant-names";
import { loadCatalogue } from "../../../core/catalogue/load";
import { readConfigFile } from "../../../core/config/load-file";
import { buildBlueprint } from "../../../core/security/build-blueprint";
import { shippedConfigFile } from "../shipped-configs";
import { templatesDirectory } from "../startup-config";

describe("places of findings", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "tierguard-places-"));
    cpSync(templatesDirectory, join(folder, "policy-templates"), { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** The findings of the medium tier, its text and that of one template changed. */
  function findingsWith(changes: { config?: [string, string]; template?: [string, string] }): {
    findings: Finding[];
    config: string;
    template: string;
  } {
    const [config, template] = [
      join(folder, "config.yaml"),
      join(folder, "policy-templates", "s3", "level1-read-only.yaml"),
    ];
    const change = (from: string, to: string, pair?: [string, string]) => {
      const text = readFileSync(from, "utf8");
      if (pair !== undefined) assert.ok(text.includes(pair[0]), pair[0]);
      writeFileSync(to, pair === undefined ? text : text.replace(...pair));
    };
    change(shippedConfigFile("medium-10"), config, changes.config);
    change(template, template, changes.template);
    const catalogue = loadCatalogue(join(folder, "policy-templates"));
    const loaded = readConfigFile(config, { masterDirectory: folder, catalogue: catalogue.index });
    const blueprint = buildBlueprint(loaded.config, catalogue);
    const origins = { catalogue, source: loaded.source };
    const { findings } = analyse(blueprint, {
      data: referenceData(),
      tenant: tenantPlace(blueprint.config),
      today: "2026-01-01",
      origins,
    });
    return { findings, config, template };
  }

  function lineOf(file: string, text: string): number {
    const content = readFileSync(file, "utf8");
    return content.slice(0, content.indexOf(text)).split("\n").length;
  }

  it("are the statement of the policy template that is wrong", () => {
    const { findings, template } = findingsWith({ template: ["s3:GetObjectTagging", "s3:GetObjektTagging"] });
    const [finding] = findings.filter(({ rule }) => rule === "unknown-action");
    const { file, line, column } = finding!.place!;
    const sid = finding!.statement!.sid!;
    assert.deepEqual([file, line, column], [template, lineOf(template, `Sid: ${sid}`), 5]);
    assert.ok(finding!.principals.length > 1, "everybody who has the template");
  });

  it("are the statement of the config that is wrong", () => {
    const { findings, config } = findingsWith({
      config: ["sagemaker:UpdateModelPackage", "sagemaker:Update"],
    });
    const [finding] = findings.filter(({ rule }) => rule === "unknown-action");
    const { file, line } = finding!.place!;
    assert.deepEqual([file, line], [config, lineOf(config, "Sid: DecideOnModelPackages")]);
  });

  it("are the line that attaches a policy of AWS's", () => {
    const { findings, config } = findingsWith({ config: ["- SecurityAudit", "- PowerUserAccess"] });
    const placed = findings.filter(({ policy }) => policy === "PowerUserAccess");
    assert.ok(placed.length > 0);
    for (const { place } of placed) {
      assert.deepEqual([place?.file, place?.line], [config, lineOf(config, "PowerUserAccess")]);
    }
  });
});
