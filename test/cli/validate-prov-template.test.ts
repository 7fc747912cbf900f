import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Template } from "../../core/template/cloudformation";
import { shippedConfigFile, shippedConfigNames } from "../core/shipped-configs";
import { filesIn, inFolder, tierguard } from "./run-cli";

const stem = "techcorp-dev-a001-us-east-1-startup-sec";
const path = `templates/${stem}-template.yaml`;
const config = shippedConfigFile("startup-5");

const templatesIn = (folder: string) => filesIn(folder).filter((file) => file.startsWith("templates/"));
const validate = (folder: string, ...argv: string[]) =>
  tierguard(folder, ["validate-prov-template", "--config", config, ...argv]);

/** Writes the template of the startup tier after a change to its text. */
async function withTemplate(folder: string, change: (text: string) => string): Promise<string> {
  const { exitCode, stderr } = await tierguard(folder, ["create-prov-template", "--config", config]);
  assert.equal(exitCode, 0, stderr);
  const text = change(readFileSync(join(folder, path), "utf8"));
  writeFileSync(join(folder, path), text);
  return text;
}

/** 1-based line and column of a word in a text. */
function placeOf(text: string, word: string): string {
  const before = text.slice(0, text.indexOf(word)).split("\n");
  return `${before.length}:${before.at(-1)!.length + 1}`;
}

describe("validate-prov-template", function () {
  // Each case starts processes, and a busy machine may take its time.
  this.timeout(120_000);

  for (const name of shippedConfigNames) {
    it(`makes the template of ${name} where it is missing, and counts what is in it`, () =>
      inFolder(async (folder) => {
        const argv = ["validate-prov-template", "--config", shippedConfigFile(name)];
        const { exitCode, stdout, stderr } = await tierguard(folder, argv);
        assert.equal(exitCode, 0, stderr);
        const [file, ...others] = templatesIn(folder);
        assert.deepEqual(others, []);
        assert.ok(stdout.startsWith(`${file} is valid; it was made from the config.\n`), stdout);
        const text = readFileSync(join(folder, file!), "utf8");
        const { Resources, Outputs } = parse(text) as Template;
        assert.ok(stdout.includes(`size       ${text.length.toLocaleString("en")} bytes, `));
        assert.match(stdout, new RegExp(`resources  ${Object.keys(Resources).length}\n`));
        assert.match(stdout, new RegExp(`outputs    ${Object.keys(Outputs).length}\n`));
        for (const type of new Set(Object.values(Resources).map(({ Type }) => Type))) {
          const count = Object.values(Resources).filter(({ Type }) => Type === type).length;
          assert.match(stdout, new RegExp(` ${count}  ${type}\n`));
        }
        assert.doesNotMatch(stdout, /not checked|warning/);

        await tierguard(folder, ["create-prov-template", "--config", shippedConfigFile(name)]);
        assert.equal(readFileSync(join(folder, file!), "utf8"), text, "made by the same code");
        const again = await tierguard(folder, [...argv, "--json"]);
        const { result } = JSON.parse(again.stdout) as { result: Record<string, unknown> };
        assert.deepEqual(
          [result.path, result.origin, result.bytes, result.differsFromConfig],
          [file, "found", text.length, false],
        );
        assert.equal(result.deliveredBytes, JSON.stringify(parse(text)).length);
      }));
  }

  it("tells everything that is wrong with its line and column, exits with 2, and leaves the file", () =>
    inFolder(async (folder) => {
      const text = await withTemplate(folder, (before) =>
        before
          .replace("GroupName: techcorp", "GruopName: techcorp")
          .replace(/- RoleGlueEtl\n/, "- RoleGleuEtl\n")
          .replace("MaxSessionDuration: 3600", "MaxSessionDuration: long"),
      );
      const { exitCode, stdout, stderr } = await validate(folder);
      assert.equal(exitCode, 2);
      assert.equal(stdout, "");
      assert.match(stderr, /^The template has 3 problems:\n/);
      for (const [word, message] of [
        ["GruopName", "unknown property GruopName (did you mean GroupName?"],
        ["long\n", 'must be a whole number, but is the text "long"'],
      ] as const) {
        assert.ok(stderr.includes(`  ${path}:${placeOf(text, word)}: Resources.`), stderr);
        assert.ok(stderr.includes(message), stderr);
      }
      assert.match(stderr, /there is no resource RoleGleuEtl \(did you mean RoleGlueEtl\?/);
      assert.equal(readFileSync(join(folder, path), "utf8"), text);
      assert.deepEqual(templatesIn(folder), [path]);
    }));

  it("tells where the YAML ends to be YAML", () =>
    inFolder(async (folder) => {
      mkdirSync(join(folder, "templates"));
      writeFileSync(join(folder, path), "Resources:\n  A: {\n");
      const { exitCode, stderr } = await validate(folder);
      assert.equal(exitCode, 2);
      assert.match(stderr, new RegExp(` ${path}:\\d+:\\d+: is not YAML: `));
    }));

  it("warns of a template that is not what the config renders", () =>
    inFolder(async (folder) => {
      const text = await withTemplate(folder, (before) =>
        before.replace("MaxSessionDuration: 3600", "MaxSessionDuration: 7200"),
      );
      const { exitCode, stdout } = await validate(folder);
      assert.equal(exitCode, 0);
      assert.match(stdout, /^warning: this is not what the config renders now; .* would overwrite it\.$/m);
      assert.equal(readFileSync(join(folder, path), "utf8"), text);
    }));

  it("--dry-run makes no template, and judges what would be made", () =>
    inFolder(async (folder) => {
      const { exitCode, stdout } = await validate(folder, "--dry-run");
      assert.equal(exitCode, 0);
      assert.ok(stdout.startsWith(`${path} is valid; it would be made from the config.\n`), stdout);
      assert.deepEqual(templatesIn(folder), []);
    }));

  for (const [kind, name, text] of [
    [
      "YAML with short forms",
      "own.yaml",
      "G:\n    Type: AWS::IAM::Group\n    Properties: { GroupName: techcorp-dev-a001-group-own, Path: !Sub '/${X}/' }",
    ],
    [
      "JSON, indented by tabs",
      "own.json",
      '{"G": {\n\t"Type": "AWS::IAM::Group", "Properties": {\n\t"GroupName": "techcorp-dev-a001-group-own", "Path": {"Ref": "X"}}}}',
    ],
  ] as const) {
    it(`--template takes ${kind}`, () =>
      inFolder(async (folder) => {
        const json = name.endsWith(".json");
        const whole = (parameters: string) =>
          json
            ? `{"AWSTemplateFormatVersion": "2010-09-09",\n\t"Parameters": ${parameters},\n\t"Resources": ${text}}\n`
            : `AWSTemplateFormatVersion: "2010-09-09"\nParameters: ${parameters}\nResources:\n  ${text}\n`;
        writeFileSync(join(folder, name), whole('{"X": {"Type": "String", "Default": "own"}}'));
        const good = await validate(folder, "--template", name);
        assert.equal(good.exitCode, 0, good.stderr);
        assert.ok(good.stdout.startsWith(`${name} is valid.\n`), good.stdout);
        writeFileSync(join(folder, name), whole("{}"));
        const bad = await validate(folder, "--template", name);
        assert.equal(bad.exitCode, 2);
        assert.match(bad.stderr, new RegExp(` ${name}:\\d+:\\d+: .*there is no parameter or resource X`));
        assert.deepEqual(templatesIn(folder), []);
      }));
  }

  it("--template names a file that has to be there", () =>
    inFolder(async (folder) => {
      const { exitCode, stderr } = await validate(folder, "--template", "nowhere.yaml");
      assert.equal(exitCode, 2);
      assert.match(stderr, /nowhere\.yaml: there is no such file/);
    }));

  it("holds the template against the guardrails, and exits with 6 where one is violated", () =>
    inFolder(async (folder) => {
      const text = await withTemplate(folder, (template) =>
        template.replace("MaxSessionDuration: 14400", "MaxSessionDuration: 43200"),
      );
      const { exitCode, stdout } = await validate(folder);
      assert.equal(exitCode, 6, stdout);
      const place = placeOf(text, "43200");
      assert.ok(
        stdout.includes(`${path}:${place}: Resources.RoleAmlEngineer.Properties.MaxSessionDuration`),
        stdout,
      );
      assert.match(stdout, /mandatory session-duration: sessions last 43200 seconds/);
      assert.match(stdout, /instead {2}set MaxSessionDuration to 14400 or less/);
    }));
});
