import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createLocalEnvironment, type TestEnvironment } from "../../local/test-environment";
import { TemporaryFolder } from "../local/temporary-folder";
import { copyProject } from "../project-copy";
import { describeWithEngine } from "../with-engine";

const template = join("policy-templates", "s3", "level2-project-buckets-only.yaml");

describeWithEngine("a policy template with s3:* on *, previewed with the policy pack", function () {
  this.timeout(240_000);
  const temporary = new TemporaryFolder();
  let environment: TestEnvironment;
  let line = 0;
  let config = "";
  const preview = async (...args: string[]) => {
    const pack = join("policypacks", "tier-guardrails");
    // A shell would say so of the folder that it is in.
    const env = { PWD: environment.projectDir };
    const command = ["preview", "--policy-pack", pack, ...args];
    const { exitCode, stdout, stderr } = await environment.pulumi(command, { env });
    return { exitCode, output: stdout + stderr };
  };
  const configured = (rules: object) => {
    writeFileSync(config, JSON.stringify(rules));
    return preview("--policy-pack-config", config);
  };

  before(async () => {
    const project = copyProject(temporary.path);
    const lines = readFileSync(join(project, template), "utf8").split("\n");
    line = lines.length;
    const planted = ["  - Sid: Planted", "    Effect: Allow", "    Action: s3:*", '    Resource: "*"', ""];
    writeFileSync(join(project, template), [...lines.slice(0, -1), ...planted].join("\n"));
    config = join(temporary.path, "guardrails.json");
    environment = await createLocalEnvironment({ directory: project });
    assert.equal((await environment.pulumi(["stack", "init", "dev"])).exitCode, 0);
  });
  after(async () => {
    await environment?.close();
    temporary.remove();
  });

  it("fails with the group, the statement, the file, its line, and what to write instead", async () => {
    const { exitCode, output } = await preview();
    assert.notEqual(exitCode, 0, output);
    const about = output.split(/\n\s+- /).filter((finding) => /no-wildcards/.test(finding));
    assert.ok(about.length > 0, output);
    for (const part of [
      /\[mandatory\]/,
      /s3:\* allows every action of s3/,
      /edge-dev-b001-group-data-scientists/,
      /statement Planted/,
      new RegExp(`${template}:${line}:5`),
      /Name the actions that are needed/,
    ]) {
      assert.ok(
        about.some((finding) => part.test(finding)),
        `${part} is not in:\n${output}`,
      );
    }
  });

  const planted = ["no-wildcards", "scoped-names", "no-escalation"];
  const all = (enforcementLevel: string) =>
    Object.fromEntries(planted.map((rule) => [rule, { enforcementLevel }]));

  it("only warns where --policy-pack-config makes the rules advisory", async () => {
    const { exitCode, output } = await configured(all("advisory"));
    assert.equal(exitCode, 0, output);
    assert.match(output, /\[advisory\] {2}no-wildcards/);
    assert.doesNotMatch(output, /\[mandatory\]/);
  });

  it("says nothing where it disables them", async () => {
    const { exitCode, output } = await configured(
      Object.fromEntries(planted.map((rule) => [rule, "disabled"])),
    );
    assert.equal(exitCode, 0, output);
    assert.doesNotMatch(output, /\[(advisory|mandatory)\]|statement Planted/);
  });

  it("fails with what a rule's own options say", async () => {
    const { exitCode, output } = await configured({
      ...all("disabled"),
      "session-duration": { max_seconds: 3600 },
    });
    assert.notEqual(exitCode, 0, output);
    assert.match(output, /\[mandatory\] {2}session-duration/);
  });

  it("refuses options that a rule does not have", async () => {
    const { exitCode, output } = await configured({ "session-duration": { max_seconds: "an hour" } });
    assert.notEqual(exitCode, 0, output);
    assert.match(output, /max_seconds/);
  });
});
