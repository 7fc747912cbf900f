import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildOperatorPolicy } from "../../core/operator-policy/build-policy";
import type { Variant } from "../../core/operator-policy/variants";
import { startupConfig } from "../core/startup-config";
import { filesIn, inFolder, tierguard } from "./run-cli";

const config = join(__dirname, "..", "..", "configs", "startup-5.yaml");
const stem = "techcorp-dev-a001-us-east-1-startup-sec";
const plain = `policies/${stem}-iam-policy.json`;

const files: [variant: Variant, argv: string[], path: string][] = [
  ["dev", [], plain],
  ["dev", ["--for", "dev"], plain],
  ["staging", ["--for", "staging"], `policies/${stem}-iam-policy-staging.json`],
  ["prod", ["--for", "prod"], `policies/${stem}-iam-policy-prod.json`],
  ["read-only", ["--for", "read-only"], `policies/${stem}-iam-policy-read-only.json`],
];

const written = (folder: string) => filesIn(folder).filter((file) => !file.endsWith(".log"));

describe("export-iam-policy", function () {
  // Each case starts a process, and a busy machine may take its time.
  this.timeout(60_000);

  for (const [variant, argv, path] of files) {
    it(`${argv.join(" ") || "of a dev config"} writes ${variant}'s policy, for people to read`, () =>
      inFolder(async (folder) => {
        const { exitCode, stdout, stderr } = await tierguard(folder, [
          "export-iam-policy",
          "--config",
          config,
          ...argv,
        ]);
        assert.equal(exitCode, 0, stderr);
        assert.deepEqual(written(folder), [path]);
        const text = readFileSync(join(folder, path), "utf8");
        const document: unknown = JSON.parse(text);
        assert.deepEqual(document, buildOperatorPolicy(startupConfig(), variant));
        assert.equal(text, `${JSON.stringify(document, null, 2)}\n`);
        assert.ok(stdout.startsWith(`Wrote ${path}\n`), stdout);
        assert.match(stdout, /files +1\n/);
        assert.match(stdout, new RegExp(`role +sec-provisioner-${variant}-role\n`));
        const bytes = text.length.toLocaleString("en");
        assert.match(stdout, new RegExp(`size +${bytes} bytes, [\\d,]+ of the 6,144 characters`));
      }));
  }

  it("of a prod config is for prod, and asks for MFA", () =>
    inFolder(async (folder) => {
      const text = readFileSync(config, "utf8").replace("env: dev", "env: prod");
      writeFileSync(join(folder, "prod.yaml"), text);
      const { exitCode, stderr } = await tierguard(folder, [
        "--config",
        "prod.yaml",
        "--action",
        "export-iam-policy",
        "--output",
        "out",
      ]);
      assert.equal(exitCode, 0, stderr);
      const policy = readFileSync(
        join(folder, "out", plain.replace("techcorp-dev", "techcorp-prod")),
        "utf8",
      );
      assert.match(policy, /"aws:MultiFactorAuthPresent": "true"/);
    }));

  it("--dry-run writes nothing but the log, and says what it would", () =>
    inFolder(async (folder) => {
      const { exitCode, stdout } = await tierguard(folder, [
        "export-iam-policy",
        "--config",
        config,
        "--dry-run",
      ]);
      assert.equal(exitCode, 0);
      assert.deepEqual(written(folder), []);
      assert.equal(filesIn(folder).length, 1);
      assert.ok(stdout.startsWith(`Would write ${plain}\n`), stdout);
    }));

  it("--json gives one object with path and size", () =>
    inFolder(async (folder) => {
      const { stdout } = await tierguard(folder, ["export-iam-policy", "--config", config, "--json"]);
      const { ok, result } = JSON.parse(stdout) as { ok: boolean; result: Record<string, unknown> };
      assert.ok(ok);
      assert.equal(result.path, plain);
      assert.equal(result.written, true);
      assert.equal(result.bytes, readFileSync(join(folder, plain)).length);
    }));

  it("refuses an operator that there is not", () =>
    inFolder(async (folder) => {
      const argv = ["export-iam-policy", "--config", config, "--for", "production"];
      const { exitCode, stderr } = await tierguard(folder, argv);
      assert.equal(exitCode, 2);
      assert.match(stderr, /Allowed choices are dev, staging, prod, read-only/);
      assert.deepEqual(filesIn(folder), []);
    }));

  it("fails where the file can't be written", () =>
    inFolder(async (folder) => {
      mkdirSync(join(folder, plain), { recursive: true });
      const { exitCode, stderr } = await tierguard(folder, ["export-iam-policy", "--config", config]);
      assert.equal(exitCode, 1);
      assert.match(stderr, /can't be written: there is a folder of that name/);
      assert.deepEqual(written(folder), []);
    }));
});
