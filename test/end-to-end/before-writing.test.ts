import assert from "node:assert/strict";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { actions } from "../../cli/actions/index";
import { mlName } from "../../core/naming/ml-names";
import { mlConfig, STARTER } from "../core/ml/ml-configs";
import { describeWithEngine } from "../with-engine";
import { type CommandLine, commandLine, writes } from "./command-line";

const stem = "techcorp-dev-a001-us-east-1-startup-sec";

interface Case {
  name: string;
  values?: Record<string, unknown>;
  /** As a stack file, with these keys beside the config. */
  settings?: Record<string, unknown>;
  env?: Record<string, string | undefined>;
  says: RegExp;
}

const cases: Case[] = [
  {
    name: "credentials of another account",
    env: { AWS_ACCESS_KEY_ID: "999999999999" },
    says: /credentials belong to account 999999999999, but client\.account_id is 123456789012/,
  },
  {
    name: "no credentials",
    env: { AWS_ACCESS_KEY_ID: undefined, AWS_SECRET_ACCESS_KEY: undefined },
    says: /no AWS credentials were found: set AWS_PROFILE/,
  },
  {
    name: "a bucket that does not exist",
    values: { deployment: { template_bucket: "nowhere-to-be-found", delivery: "s3" } },
    says: /deployment\.template_bucket names nowhere-to-be-found, which does not exist/,
  },
  {
    name: "another region in the stack's AWS settings",
    settings: { "aws-native:region": "eu-west-1" },
    says: /environment\.region is us-east-1, but aws-native:region is eu-west-1/,
  },
];

describeWithEngine("before anything is written", function () {
  this.timeout(300_000);
  let cli: CommandLine;
  before(async () => {
    cli = await commandLine();
  });
  after(() => cli?.close());
  beforeEach(() => cli.forgetCalls());

  /** The shipped startup config as a stack file, with settings beside it. */
  function stackFile(name: string, settings: Record<string, unknown>): string {
    const sections = {
      "tierguard:tier": { name: "startup", security_profile: "startup-5" },
      "tierguard:client": {
        company_name: "TechCorp",
        company_prefix: "techcorp",
        account_id: "123456789012",
        tenant_id: "a001",
      },
      "tierguard:environment": { env: "dev", region: "us-east-1" },
    };
    const file = join(cli.environment.projectDir, `Pulumi.${name}.yaml`);
    writeFileSync(file, JSON.stringify({ config: { ...sections, ...settings } }));
    return file;
  }

  for (const { name, values, settings, env = {}, says } of cases) {
    for (const command of [["deploy", "--force"], ["test-deploy"]]) {
      it(`${command[0]} finds ${name}`, async () => {
        const file =
          settings === undefined ? cli.config("startup-5", values) : stackFile("elsewhere", settings);
        const { exitCode, stdout, stderr } = await cli.runWith(env, ...command, "--config", file);
        assert.equal(exitCode, 1, stdout + stderr);
        assert.match(stderr, says);
        assert.match(stderr, /Nothing was written/);
        assert.equal(stdout, "");
        assert.doesNotMatch(stderr, /\n\s+at .*\.[jt]s:\d+/, "no stack trace");
        assert.deepEqual(writes(await cli.calls()), []);
        assert.equal(cli.state(stem), undefined);
      });
    }
  }

  for (const { name, settings, env = {}, says } of cases.filter(({ values }) => values === undefined)) {
    it(`delete-stack finds ${name}`, async () => {
      const file = settings === undefined ? cli.config("startup-5") : stackFile("elsewhere", settings);
      const { exitCode, stderr } = await cli.runWith(env, "delete-stack", "--force", "--config", file);
      assert.equal(exitCode, 1, stderr);
      assert.match(stderr, says);
      assert.deepEqual(writes(await cli.calls()), []);
    });
  }

  const engineCases: { name: string; env: Record<string, string | undefined>; says: RegExp }[] = [
    {
      name: "no engine",
      env: { PATH: "/nowhere" },
      says: /The Pulumi CLI is not installed[^]*pulumi\.com\/docs\/install/,
    },
    {
      name: "no login",
      env: { PULUMI_BACKEND_URL: undefined, PULUMI_ACCESS_TOKEN: undefined },
      says: /Pulumi is not logged in[^]*pulumi login[^]*PULUMI_BACKEND_URL/,
    },
    {
      name: "no passphrase",
      env: { PULUMI_CONFIG_PASSPHRASE: undefined },
      says: /The passphrase of the Pulumi state is missing[^]*PULUMI_CONFIG_PASSPHRASE_FILE/,
    },
  ];
  for (const { name, env, says } of engineCases) {
    it(`deploy says what to do where there is ${name}`, async () => {
      const file = cli.config("startup-5");
      const { exitCode, stderr } = await cli.runWith(env, "deploy", "--force", "--config", file);
      assert.equal(exitCode, 1, stderr);
      assert.match(stderr, says);
      assert.deepEqual(writes(await cli.calls()), []);
    });
  }

  it("a stack that another run has locked is said, with its owner and age", async () => {
    const backend = fileURLToPath(cli.environment.env["PULUMI_BACKEND_URL"]!);
    const locks = join(backend, ".pulumi", "locks", "organization", "tierguard", stem);
    mkdirSync(locks, { recursive: true });
    const timestamp = new Date(Date.now() - 7 * 60_000).toISOString();
    const lock = { pid: 4242, username: "ana", hostname: hostname(), timestamp };
    writeFileSync(join(locks, "a.json"), JSON.stringify(lock));
    try {
      const file = cli.config("startup-5");
      const { exitCode, stderr } = await cli.run("deploy", "--force", "--config", file);
      assert.equal(exitCode, 1, stderr);
      assert.match(
        stderr,
        new RegExp(
          `The Pulumi stack ${stem} is locked by ana@\\S+, process 4242, since \\S+, \\d+ minutes ago`,
        ),
      );
      assert.match(stderr, new RegExp(`pulumi cancel --stack ${stem}`));
      assert.deepEqual(writes(await cli.calls()), []);
    } finally {
      rmSync(locks, { recursive: true });
    }
  });

  it("the suffix of a test copy can't be set by hand", async () => {
    const file = stackFile("byhand", { "tierguard:testSuffix": "x1y2z3" });
    const refused = await cli.run("deploy", "--force", "--config", file);
    assert.equal(refused.exitCode, 2, refused.stderr);
    assert.match(refused.stderr, /testSuffix/);
    await cli.environment.pulumi(["stack", "init", "byhand", "--no-select"]);
    const { exitCode, stdout } = await cli.environment.pulumi(["preview", "--stack", "byhand"]);
    assert.notEqual(exitCode, 0);
    assert.match(stdout, /testSuffix is set in the config of the Pulumi stack byhand, which is no test copy/);
    assert.deepEqual(writes(await cli.calls()), []);
  });
});

const products = [
  { kind: "security environments", config: "startup-5", name: stem, deploy: "deploy" },
  { kind: "ML products", config: STARTER, name: mlName(mlConfig(STARTER)), deploy: "deploy-product" },
];

/** What can be said of nothing is an error; everything else says what it would do. */
const NEEDS_DEPLOYMENT = ["show-changes", "check-drift"];

for (const { kind, config, name, deploy } of products) {
  describeWithEngine(`--dry-run with ${kind}`, function () {
    this.timeout(300_000);
    let cli: CommandLine;
    let file: string;
    before(async () => {
      cli = await commandLine();
      file = cli.config(config);
    });
    after(() => cli?.close());

    const reaching = actions.filter(
      ({ effect, run, runMl }) => effect !== "local" && (config === STARTER ? runMl : run) !== undefined,
    );

    async function tryAll(deployed: boolean): Promise<void> {
      const { endpoint } = cli;
      for (const { id, dryRun, force } of reaching) {
        await cli.forgetCalls();
        const before = cli.state(name);
        const flags = [
          ...(dryRun === undefined ? [] : ["--dry-run"]),
          ...(force === undefined ? [] : ["--force"]),
        ];
        const { exitCode, stderr } = await cli.run(id, "--config", file, ...flags);
        const expected = deployed || !NEEDS_DEPLOYMENT.includes(id) ? 0 : 1;
        assert.equal(exitCode, expected, `${id} at ${endpoint}: ${stderr}`);
        const calls = await cli.calls();
        if (expected === 0) assert.ok(calls.length > 0, `${id} reaches AWS`);
        assert.deepEqual(writes(calls), [], id);
        assert.equal(cli.state(name), before, id);
      }
    }

    it("is taken by every action that writes to AWS", () => {
      assert.ok(reaching.length > 0);
      for (const { id, effect, dryRun } of reaching) if (effect === "writes") assert.ok(dryRun, id);
    });

    it("of every action that reaches AWS calls nothing that writes where nothing is deployed", () =>
      tryAll(false));

    it("of every action that reaches AWS calls nothing that writes where there is a deployment that differs", async () => {
      const deployed = await cli.run(deploy, "--config", file, "--force");
      assert.equal(deployed.exitCode, 0, deployed.stderr);
      assert.ok(writes(await cli.calls()).length > 0, "the log of calls tells writes from reads");
      file = cli.config(config, { "tags.owner": "somebody-else" });
      await tryAll(true);
    });
  });
}
