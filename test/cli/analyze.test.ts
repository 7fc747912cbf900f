import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inFolder, tierguard } from "./run-cli";

const startup = join(__dirname, "..", "..", "configs", "startup-5.yaml");

const medium = join(__dirname, "..", "..", "configs", "medium-10.yaml");

/** The medium tier, in which a role may do everything to every bucket. */
const planted = readFileSync(medium, "utf8").replace(
  / {10}- Sid: DecideOnModelPackages\n(?: {12}.*\n)+/,
  `          - Sid: TooWide
            Effect: Allow
            Action: "s3:*"
            Resource: "*"
`,
);

const EXEMPTED = [
  ["needless-wildcard", "model_approver"],
  ["whole-service-action", "model_approver"],
  ["privilege-escalation", "model_approver"],
  // Its members may assume the role, and reach as far.
  ["privilege-escalation", "ai_governance"],
];

const exempted = (expires: string) =>
  `${planted}\nexemptions:\n${EXEMPTED.map(
    ([rule, principal]) =>
      `  - {rule: ${rule}, principal: ${principal}, policy: custom-permissions, reason: the migration of old buckets, expires: ${expires}}\n`,
  ).join("")}`;

interface Result {
  result: {
    findings: { rule: string; place: { file: string; line: number; column: number } }[];
    exempted: { rule: string }[];
    matrix: { rows: unknown[] };
  };
}

interface Sarif {
  version: string;
  runs: {
    tool: { driver: { rules: { id: string }[] } };
    results: {
      ruleId: string;
      ruleIndex: number;
      level: string;
      locations: { physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number } } }[];
    }[];
  }[];
}

describe("analyze", function () {
  // Each case starts a process, and a busy machine may take its time.
  this.timeout(60_000);

  it("shows who may do what, and finds nothing in a shipped config", () =>
    inFolder(async (folder) => {
      const { exitCode, stdout, stderr } = await tierguard(folder, ["analyze", "--config", startup]);
      assert.equal(exitCode, 0, stderr);
      assert.match(stdout, /^Analysis by AWS's reference of \d{4}-\d\d-\d\d: no findings\n/);
      assert.match(
        stdout,
        /^\S+-group-data-scientists \(group\)\n +athena|^\S+-group-data-scientists \(group\)\n/m,
      );
    }));

  it("names group, statement, file and line of a planted s3:* on *, and what to write instead", () =>
    inFolder(async (folder) => {
      writeFileSync(join(folder, "config.yaml"), planted);
      const line = planted.slice(0, planted.indexOf("Sid: TooWide")).split("\n").length;
      const { exitCode, stdout } = await tierguard(folder, ["analyze", "--config", "config.yaml"]);
      assert.equal(exitCode, 6);
      assert.match(
        stdout,
        new RegExp(`config\\.yaml:${line}:\\d+: security\\.\\S+: error needless-wildcard: s3:\\* means`),
      );
      assert.match(
        stdout,
        /custom-permissions, statement TooWide; \S+-role-model-approver\n +write ARNs of the form/,
      );
    }));

  it("validate-config tells the same findings", () =>
    inFolder(async (folder) => {
      writeFileSync(join(folder, "config.yaml"), planted);
      const { exitCode, stdout } = await tierguard(folder, ["validate-config", "--config", "config.yaml"]);
      const all = await tierguard(folder, ["analyze", "--config", "config.yaml"]);
      assert.equal(exitCode, 6);
      const findings = stdout.slice(stdout.indexOf("Analysis by")).trimEnd();
      assert.match(findings, /\n.*\n.*\n/);
      assert.ok(all.stdout.startsWith(`${findings}\n\n`));
    }));

  it("says what a rule is about, and which rules there are", () =>
    inFolder(async (folder) => {
      const explained = await tierguard(folder, [
        "validate-config",
        "--config",
        startup,
        "--explain",
        "unknown-reach",
      ]);
      assert.match(explained.stdout, /unknown-reach \(error\): .+\n +why +.+\n +instead +/);
      const missing = await tierguard(folder, ["analyze", "--config", startup, "--explain", "unknown-reech"]);
      assert.equal(missing.exitCode, 2);
      assert.match(missing.stderr, /there is no rule unknown-reech\n.*did you mean unknown-reach\?/);
    }));

  it("prints SARIF with the file and line of each finding", () =>
    inFolder(async (folder) => {
      writeFileSync(join(folder, "my config.yaml"), planted);
      const { stdout } = await tierguard(folder, [
        "analyze",
        "--config",
        "my config.yaml",
        "--format",
        "sarif",
      ]);
      const { version, runs } = JSON.parse(stdout) as Sarif;
      assert.equal(version, "2.1.0");
      const { tool, results } = runs[0]!;
      assert.ok(results.length > 0);
      for (const { ruleId, ruleIndex, level, locations } of results) {
        assert.equal(tool.driver.rules[ruleIndex]?.id, ruleId);
        assert.ok(["error", "warning", "note"].includes(level));
        const { artifactLocation, region } = locations[0]!.physicalLocation;
        assert.equal(artifactLocation.uri, "my%20config.yaml");
        assert.ok(region.startLine > 1);
      }
    }));

  it("prints JSON and CSV with the same rows", () =>
    inFolder(async (folder) => {
      const json = await tierguard(folder, ["analyze", "--config", startup, "--format", "json"]);
      const csv = await tierguard(folder, ["analyze", "--config", startup, "--format", "csv"]);
      const { matrix } = JSON.parse(json.stdout) as Result["result"];
      assert.equal(csv.stdout.trimEnd().split("\n").length, matrix.rows.length + 1);
    }));

  it("says what each principal gains and loses against another config", () =>
    inFolder(async (folder) => {
      writeFileSync(join(folder, "config.yaml"), planted);
      const { stdout } = await tierguard(folder, ["analyze", "--config", "config.yaml", "--against", medium]);
      assert.match(stdout, /\n\S+-role-model-approver\n {2}\+ list: s3:/);
      assert.match(stdout, /\n {2}- write: sagemaker:UpdateModelPackage\n/);
    }));

  it("lets a finding pass that the config exempts, and says so, until the exemption expires", () =>
    inFolder(async (folder) => {
      writeFileSync(join(folder, "config.yaml"), exempted("9999-12-31"));
      const passed = await tierguard(folder, ["analyze", "--config", "config.yaml"]);
      assert.equal(passed.exitCode, 0, passed.stdout.split("\n").slice(0, 12).join("\n"));
      assert.match(passed.stdout, /exempted until 9999-12-31: the migration of old buckets/);
      writeFileSync(join(folder, "config.yaml"), exempted("2020-01-31"));
      const expired = await tierguard(folder, ["analyze", "--config", "config.yaml"]);
      assert.equal(expired.exitCode, 6);
      assert.match(
        expired.stdout,
        /config\.yaml:\d+:\d+: exemptions\[0\]: error expired-exemption: .* expired on 2020-01-31/,
      );
    }));
});
