import assert from "node:assert/strict";
import { describeWithEngine } from "../with-engine";
import { readAccount } from "./account";
import { type Deployment, emptyAccount } from "./environment";

const scope = "edge-dev-b001";
const s3 = "security_overrides.iam_groups.data_scientists.policy_assignments.s3";

describeWithEngine("a startup tier from nothing to nothing, by the real engine", function () {
  this.timeout(300_000);
  let dev: Deployment;
  before(async () => {
    dev = await emptyAccount();
  });
  after(() => dev?.close());

  it("previews every group, role, policy and parameter, and writes nothing", async () => {
    const { exitCode, output } = await dev.pulumi("preview");
    assert.equal(exitCode, 0, output);
    for (const line of [
      /tierguard:iam:Group .*GroupDataScientists .*create/,
      /tierguard:iam:Role .*RoleSagemakerExecution .*create/,
      /tierguard:ssm:Parameter/,
    ]) {
      assert.match(output, line);
    }
    const account = await readAccount(dev.endpoint);
    assert.deepEqual([account.groups, account.roles, account.stacks], [{}, {}, {}]);
  });

  it("deploys them as an AWS client reads them back", async () => {
    const { exitCode, output } = await dev.pulumi("up", "--yes");
    assert.equal(exitCode, 0, output);
    const account = await readAccount(dev.endpoint);
    assert.deepEqual(
      Object.keys(account.groups).sort(),
      [
        "business-consumers",
        "data-scientists",
        "ml-engineers",
        "operations-support",
        "platform-administrators",
      ].map((name) => `${scope}-group-${name}`),
    );
    assert.deepEqual(
      Object.keys(account.roles).sort(),
      ["aml-engineer", "codebuild-service", "glue-etl", "lambda-ml-pipeline", "sagemaker-execution"].map(
        (name) => `${scope}-role-${name}`,
      ),
    );
    const administrators = Object.entries(account.groups)
      .filter(([, group]) => group.attached.some((arn) => arn.endsWith("/AdministratorAccess")))
      .map(([name]) => name);
    assert.deepEqual(administrators, [`${scope}-group-platform-administrators`]);
    assert.deepEqual(account.stacks, { [`${scope}-us-west-1-startup-sec-stack`]: "CREATE_COMPLETE" });
    const parameter = `/security/${scope}-us-west-1-startup-sec/RoleSagemakerExecutionArn`;
    assert.equal(
      account.parameters[parameter],
      `arn:aws:iam::123456789012:role/${scope}-role-sagemaker-execution`,
    );
    for (const role of Object.values(account.roles)) {
      assert.equal(role.tags.ManagedBy, "tierguard");
      assert.equal(role.tags.Stem, `${scope}-us-west-1-startup-sec`);
    }
  });

  it("has nothing to do after that", async () => {
    const { exitCode, output } = await dev.pulumi("preview", "--expect-no-changes");
    assert.equal(exitCode, 0, output);
  });

  it("shows a changed level at its group, and no other group", async () => {
    dev.configure({ [s3]: "level1" });
    const { exitCode, output } = await dev.pulumi("preview", "--diff");
    assert.equal(exitCode, 0, output);
    const changed = [...output.matchAll(/~ tierguard:\S+: \(update\)[\s\S]*?::security-(\w+)\]/g)].map(
      (match) => match[1],
    );
    assert.deepEqual(changed, ["GroupDataScientists"], output);
    assert.match(output, /s3:PutObject/);
  });

  it("changes that group's policy, and nothing else in the account", async () => {
    const before = await readAccount(dev.endpoint);
    const { exitCode, output } = await dev.pulumi("up", "--yes");
    assert.equal(exitCode, 0, output);
    const account = await readAccount(dev.endpoint);
    const group = `${scope}-group-data-scientists`;
    assert.ok(JSON.stringify(before.groups[group]).includes("s3:PutObject"));
    assert.ok(!JSON.stringify(account.groups[group]).includes("s3:PutObject"));
    delete before.groups[group];
    delete account.groups[group];
    assert.deepEqual(account.groups, before.groups);
    assert.deepEqual(account.roles, before.roles);
    const again = await dev.pulumi("preview", "--expect-no-changes");
    assert.equal(again.exitCode, 0, again.output);
  });

  it("destroys it and leaves nothing behind", async () => {
    const { exitCode, output } = await dev.pulumi("destroy", "--yes");
    assert.equal(exitCode, 0, output);
    assert.deepEqual(await readAccount(dev.endpoint), {
      groups: {},
      roles: {},
      policies: [],
      parameters: {},
      stacks: {},
    });
  });
});
