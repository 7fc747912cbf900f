import assert from "node:assert/strict";
import { mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { actions } from "../../cli/actions/index";
import { bin, filesIn, inFolder, tierguard } from "./run-cli";

const config = join(__dirname, "..", "fixtures", "config", "startup.yaml");
const text = readFileSync(config, "utf8");
const stem = "edge-dev-b001-us-west-1-startup-sec";
const time = "\\d{8}_\\d{6}_\\d{3}";

interface Written {
  ok: boolean;
  action: string;
  result: { path: string; bytes: number; deliveredBytes: number; resources: number; outputs: number };
}

interface Failure {
  ok: boolean;
  error: {
    code: string;
    message: string;
    hint?: string;
    problems?: { path: string; line: number; column: number }[];
  };
}

describe("tierguard", function () {
  // Each case starts a process, and a busy machine may take its time.
  this.timeout(60_000);

  it("validate-config says what a config would make, and writes a log alone", () =>
    inFolder(async (folder) => {
      const { exitCode, stdout, stderr } = await tierguard(folder, [
        "validate-config",
        "--config",
        config,
        "--verbose",
      ]);
      assert.equal(exitCode, 0, stderr);
      assert.match(stdout, /startup\.yaml is valid\.\n/);
      assert.match(stdout, new RegExp(`stack +${stem}-stack`));
      assert.match(stdout, /groups +2\n.*roles +2\n/);
      const [log, ...others] = filesIn(folder);
      assert.deepEqual(others, []);
      assert.match(log!, new RegExp(`^reports/${stem}-validate-config-${time}\\.log$`));
      assert.ok(stderr.includes(log!));
      const lines = readFileSync(join(folder, log!), "utf8");
      assert.match(lines, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z INFO +validate-config of /);
      assert.match(lines, / DEBUG +loaded in \d+ ms\n/);
      assert.match(lines, / INFO +done in \d+ ms\n$/);
    }));

  it("tells everything that is wrong on stderr, exits with 2, and writes nothing but the log", () =>
    inFolder(async (folder) => {
      const bad = text.replace("s3: level3", "s3: level9").replace("env: dev", "env: prd");
      writeFileSync(join(folder, "my config.yaml"), bad);
      const argv = ["--config", "my config.yaml", "--action", "create-prov-template", "--output", "out"];
      const { exitCode, stdout, stderr } = await tierguard(folder, argv);
      assert.equal(exitCode, 2);
      assert.equal(stdout, "");
      const line = (word: string) => bad.slice(0, bad.indexOf(word)).split("\n").length;
      assert.match(stderr, /^The config has 2 problems:\n/);
      assert.ok(stderr.includes(`  my config.yaml:${line("prd")}:8: environment.env: `));
      assert.ok(stderr.includes(`  my config.yaml:${line("level9")}:13: security.iam_groups.ml_engineers.`));
      assert.ok(stderr.includes("(s3 has level1, level2, level3, level4)"));
      assert.doesNotMatch(stderr, /\n +at /);
      const [input, log, ...others] = filesIn(folder);
      assert.equal(input, "my config.yaml");
      assert.match(log!, new RegExp(`^out/reports/my-config-create-prov-template-${time}\\.log$`));
      assert.deepEqual(others, []);
      assert.match(readFileSync(join(folder, log!), "utf8"), / ERROR +The config has 2 problems:/);
    }));

  it("prints one JSON object for bad input too", () =>
    inFolder(async (folder) => {
      writeFileSync(join(folder, "bad.yaml"), text.replace("env: dev", "env: prd"));
      const { exitCode, stdout } = await tierguard(folder, ["validate-config", "-con", "bad.yaml", "--json"]);
      assert.equal(exitCode, 2);
      const { ok, error } = JSON.parse(stdout) as Failure;
      assert.equal(ok, false);
      assert.equal(error.code, "invalid-input");
      assert.equal(error.problems?.length, 1);
      assert.deepEqual([error.problems[0]?.path, error.problems[0]?.column], ["environment.env", 8]);
    }));

  it("create-prov-template writes the template, called through a link from a folder with a broken tsconfig.json", () =>
    inFolder(async (folder) => {
      writeFileSync(join(folder, "tsconfig.json"), '{ "extends": "./nowhere" ');
      const link = join(folder, "linked");
      symlinkSync(bin, link);
      const argv = ["-con", config, "-act", "create-prov-template", "--output", "out", "--json"];
      const { exitCode, stdout, stderr } = await tierguard(folder, argv, link);
      assert.equal(exitCode, 0, stderr);
      const { ok, action, result } = JSON.parse(stdout) as Written;
      assert.deepEqual([ok, action], [true, "create-prov-template"]);
      assert.equal(result.path, `out/templates/${stem}-template.yaml`);
      const template = readFileSync(join(folder, result.path), "utf8");
      assert.equal(result.bytes, statSync(join(folder, result.path)).size);
      const { Resources, Outputs } = parse(template) as { Resources: object; Outputs: object };
      assert.equal(result.resources, Object.keys(Resources).length);
      assert.equal(result.outputs, Object.keys(Outputs).length);
      assert.ok("GroupDataScientists" in Resources && "RoleSagemakerExecution" in Resources);
      assert.equal(filesIn(join(folder, "out")).length, 3, "the template, the report and the log");
    }));

  it("reads the config of a stack in the current folder, and names the stacks there are", () =>
    inFolder(async (folder) => {
      const sections = text.replaceAll(/^(?=.)/gm, "  ").replaceAll(/^ {2}(\w+):/gm, "  tierguard:$1:");
      writeFileSync(join(folder, "Pulumi.dev.yaml"), `config:\n${sections}`);
      const found = await tierguard(folder, ["validate-config", "--stack", "acme/tierguard/dev"]);
      assert.equal(found.exitCode, 0, found.stderr);
      assert.match(found.stdout, /Pulumi\.dev\.yaml is valid/);
      const missing = await tierguard(folder, ["validate-config", "--stack", "dve"]);
      assert.equal(missing.exitCode, 2);
      assert.match(missing.stderr, /no Pulumi\.dve\.yaml in the current folder\n.*did you mean dev\?/);
    }));

  it("fails with the reason where it may not write", () =>
    inFolder(async (folder) => {
      mkdirSync(join(folder, "out"));
      writeFileSync(join(folder, "out", "templates"), "in the way");
      const argv = ["create-prov-template", "--config", config, "--output", "out"];
      const { exitCode, stdout, stderr } = await tierguard(folder, argv);
      assert.equal(exitCode, 1);
      assert.equal(stdout, "");
      assert.match(
        stderr,
        /-template\.yaml can't be written: a part of the path is not a folder\n +name a folder/,
      );
    }));

  it("lists its actions and its version", async () => {
    const help = await tierguard("/", ["--help"]);
    assert.equal(help.exitCode, 0);
    for (const { id } of actions) assert.ok(help.stdout.includes(`  ${id} `), id);
    const version = await tierguard("/", ["--version"]);
    assert.match(version.stdout, /^\d+\.\d+\.\d+\n$/);
  });

  const usage = [
    { name: "an unknown action", argv: ["valdate-config"], says: /unknown command.*\n.*validate-config/ },
    {
      name: "an unknown option",
      argv: ["validate-config", "--confg", "x"],
      says: /unknown option.*\n.*--config/,
    },
    { name: "no config", argv: ["validate-config"], says: /no config is named\n.*--config FILE/ },
    {
      name: "two configs",
      argv: ["validate-config", "--config", "a", "--stack", "b"],
      says: /--config and --stack are both given/,
    },
    {
      name: "a stack's name that leaves the folder",
      argv: ["validate-config", "--stack", "..\\x"],
      says: /is not the name of a stack/,
    },
    { name: "nothing", argv: [], says: /Usage: tierguard <action>/ },
  ];
  it("exits with 2, a suggestion and no file where it is called wrongly", () =>
    inFolder(async (folder) => {
      const outcomes = await Promise.all(usage.map(({ argv }) => tierguard(folder, argv)));
      outcomes.forEach(({ exitCode, stdout, stderr }, index) => {
        const { name, says } = usage[index]!;
        assert.equal(exitCode, 2, name);
        assert.equal(stdout, "", name);
        assert.match(stderr, says, name);
        assert.doesNotMatch(stderr, /\n +at /, name);
      });
      assert.deepEqual(filesIn(folder), []);
    }));
});
