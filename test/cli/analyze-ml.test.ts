import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { mlConfigFile, mlConfigText, STARTER } from "../core/ml/ml-configs";
import { shippedConfigFile } from "../core/shipped-configs";
import { inFolder, tierguard } from "./run-cli";

const CODECOMMIT = mlConfigFile(STARTER);
const S3 = STARTER.replace("codecommit", "s3");

/** Code in a bucket that is not the tenant's. */
const planted = mlConfigText(S3).replace(/s3_prefix: .*/, "s3_prefix: shared-bucket/solutions");
const line = planted.split("\n").findIndex((text) => text.includes("s3_prefix")) + 1;

const exempted = (expires: string) =>
  `${planted}\nexemptions:\n${["build_pipeline", "deploy_pipeline"]
    .map(
      (principal) =>
        `  - {rule: outside-tenant, principal: ${principal}, policy: source, reason: the company's own bucket of code, expires: ${expires}}\n`,
    )
    .join("")}`;

describe("the analysis of ML products on the command line", function () {
  // Each case starts a process, and a busy machine may take its time.
  this.timeout(60_000);

  it("shows what each role may do, and finds nothing in a shipped config", () =>
    inFolder(async (folder) => {
      const { exitCode, stdout, stderr } = await tierguard(folder, ["analyze", "--config", CODECOMMIT]);
      assert.equal(exitCode, 0, stderr);
      assert.match(stdout, /^Analysis by AWS's reference of \d{4}-\d\d-\d\d: no findings\n/);
      assert.match(stdout, /\n\S+-customer-churn-ml-build \(service role\)\n/);
    }));

  it("prints JSON and CSV with the same rows", () =>
    inFolder(async (folder) => {
      const of = (format: string) =>
        tierguard(folder, ["analyze", "--config", CODECOMMIT, "--format", format]);
      const { matrix } = JSON.parse((await of("json")).stdout) as { matrix: { rows: unknown[] } };
      assert.ok(matrix.rows.length > 10);
      assert.equal((await of("csv")).stdout.trimEnd().split("\n").length, matrix.rows.length + 1);
    }));

  it("says what each role gains and loses against another product's config", () =>
    inFolder(async (folder) => {
      const against = ["--against", mlConfigFile(S3)];
      const { exitCode, stdout } = await tierguard(folder, ["analyze", "--config", CODECOMMIT, ...against]);
      assert.equal(exitCode, 0);
      assert.match(stdout, /\n {2}\+ read: codecommit:CancelUploadArchive, /);
      assert.match(stdout, /\n {2}- read: s3:GetObject, /);
    }));

  it("compares with no config of the other kind", () =>
    inFolder(async (folder) => {
      const startup = shippedConfigFile("startup-5");
      for (const [config, against, message] of [
        [CODECOMMIT, startup, /startup-5\.yaml is a security config\n.*name the config of an ML product/],
        [startup, CODECOMMIT, /\.yaml is the config of an ML product\n.*name a security config/],
      ] as const) {
        const outcome = await tierguard(folder, ["analyze", "--config", config, "--against", against]);
        assert.equal(outcome.exitCode, 2);
        assert.match(outcome.stderr, message);
      }
    }));

  it("tells findings with the place in the config that they come from, in both actions and as SARIF", () =>
    inFolder(async (folder) => {
      writeFileSync(join(folder, "ml.yaml"), planted);
      for (const action of ["analyze", "validate-config"]) {
        const { exitCode, stdout } = await tierguard(folder, [action, "--config", "ml.yaml"]);
        assert.equal(exitCode, 6);
        const place = `ml\\.yaml:${line}:14: ml_product\\.s3_prefix`;
        assert.match(stdout, new RegExp(`${place}: error outside-tenant: \\S+shared-bucket is not within`));
      }
      const sarif = await tierguard(folder, ["analyze", "--config", "ml.yaml", "--format", "sarif"]);
      const { runs } = JSON.parse(sarif.stdout) as {
        runs: { results: { locations: { physicalLocation: { region: object } }[] }[] }[];
      };
      const regions = runs[0]!.results.map(({ locations: [at] }) => at!.physicalLocation.region);
      assert.deepEqual(new Set(regions.map((region) => JSON.stringify(region))).size, 1);
      assert.deepEqual(regions[0], { startLine: line, startColumn: 14 });
    }));

  it("lets pass what the config exempts, and says so, until the exemption expires", () =>
    inFolder(async (folder) => {
      const run = () => tierguard(folder, ["validate-config", "--config", "ml.yaml"]);
      writeFileSync(join(folder, "ml.yaml"), exempted("9999-12-31"));
      const passed = await run();
      assert.equal(passed.exitCode, 0, passed.stdout);
      assert.match(passed.stdout, /exempted until 9999-12-31: the company's own bucket of code/);
      writeFileSync(join(folder, "ml.yaml"), exempted("2020-01-31"));
      const expired = await run();
      assert.equal(expired.exitCode, 6);
      assert.match(
        expired.stdout,
        /ml\.yaml:\d+:\d+: exemptions\[0\]: error expired-exemption: .* expired on 2020-01-31/,
      );
    }));

  it("explains a rule", () =>
    inFolder(async (folder) => {
      const explain = ["--explain", "outside-tenant"];
      const outcome = await tierguard(folder, ["validate-config", "--config", CODECOMMIT, ...explain]);
      assert.equal(outcome.exitCode, 0);
      assert.match(outcome.stdout, /outside-tenant \(error\): .+\n +why +.+\n +instead +/);
    }));
});
