import assert from "node:assert/strict";
import {
  AttachGroupPolicyCommand,
  DetachGroupPolicyCommand,
  ListAttachedGroupPoliciesCommand,
} from "@aws-sdk/client-iam";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { filesIn } from "../cli/run-cli";
import { shippedConfig } from "../core/shipped-configs";
import { describeWithEngine } from "../with-engine";
import { clients, readAccount } from "./account";
import { type CommandLine, commandLine } from "./command-line";

interface Answer {
  ok: boolean;
  result: Record<string, unknown> & {
    outcome: string;
    stackId?: string;
    templateUrl?: string;
    testSuffix?: string;
    changes: Record<string, number>;
    outputs: { arns?: Record<string, string> };
    remains?: { ours: unknown[]; unclaimed: unknown[]; unknown: unknown[] };
  };
}

const answer = (text: string) => JSON.parse(text) as Answer;
const nothing = { ours: [], unclaimed: [], unknown: [] };

const tiers = [
  { tier: "startup-5", groups: 5, roles: 5, s3: false },
  { tier: "medium-10", groups: 10, roles: 12, s3: true },
  { tier: "enterprise-12", groups: 12, roles: 14, s3: true },
];

for (const { tier, groups, roles, s3 } of tiers) {
  const { client, environment, tier: section, deployment } = shippedConfig(tier);
  const { region } = environment;
  const scope = `${client.company_prefix}-${environment.env}-${client.tenant_id}`;
  const stem = `${scope}-${region}-${section.name}-sec`;
  const bucket = deployment?.template_bucket;
  const prod = environment.env === "prod";

  describeWithEngine(`the actions that deploy, with ${tier}`, function () {
    this.timeout(300_000);
    let cli: CommandLine;
    let file: string;
    const templates = async () => (bucket === undefined ? [] : cli.objects(bucket, region));
    before(async () => {
      cli = await commandLine();
      file = cli.config(tier);
      if (bucket !== undefined) await cli.makeBucket(bucket, region);
    });
    after(() => cli?.close());

    // What does not depend on the tier is tried with the smallest: each run of the engine takes its seconds.
    const once = tier === "startup-5" ? it : () => undefined;

    once("deploy says without --force what it would do, exits with 3, and makes nothing", async () => {
      const refused = await cli.run("deploy", "--config", file, "--json");
      assert.equal(refused.exitCode, 3, refused.stderr);
      const { ok, result } = answer(refused.stdout);
      assert.equal(ok, false);
      assert.equal(result.outcome, "refused");
      assert.ok(result.changes.created! > groups + roles);
      const account = await readAccount(cli.endpoint, region);
      assert.deepEqual([account.groups, account.roles, account.stacks], [{}, {}, {}]);
      assert.equal(cli.state(stem), undefined);
      assert.deepEqual(await templates(), []);
    });

    it("deploy makes it, as an AWS client reads it back, and leaves nothing beside it", async () => {
      const done = await cli.run("deploy", "--config", file, "--force", "--json");
      assert.equal(done.exitCode, 0, done.stderr);
      const { result } = answer(done.stdout);
      assert.equal(result.outcome, "deployed");
      assert.deepEqual(result.remains, nothing);
      const account = await readAccount(cli.endpoint, region);
      assert.deepEqual(account.stacks, { [`${stem}-stack`]: "CREATE_COMPLETE" });
      assert.equal(Object.keys(account.groups).length, groups);
      assert.equal(Object.keys(account.roles).length, roles);
      for (const name of [...Object.keys(account.groups), ...Object.keys(account.roles)]) {
        assert.ok(name.startsWith(`${scope}-`), name);
      }
      assert.ok(result.stackId?.includes(`:stack/${stem}-stack/`));
      assert.equal(account.parameters[`/security/${stem}/StackId`], result.stackId);
      assert.equal(Object.keys(result.outputs.arns ?? {}).length, groups + roles + account.policies.length);
      const keys = await templates();
      assert.equal(keys.length, s3 ? 1 : 0);
      if (s3) assert.ok(result.templateUrl?.endsWith(`/${keys[0]}`), result.templateUrl);
      assert.match(done.stderr, /^created +tierguard:iam:Group security-GroupDataScientists/m);
    });

    it("show-changes finds no change, and then the one that the config has", async () => {
      const same = await cli.run("show-changes", "--config", file, "--exit-code", "--json");
      assert.equal(same.exitCode, 0, same.stderr);
      const changed = cli.config(tier, { "tags.owner": "somebody-else" });
      const shown = await cli.run("show-changes", "--config", changed, "--exit-code");
      cli.config(tier);
      assert.equal(shown.exitCode, 4, shown.stderr);
      assert.match(shown.stdout, /Modify RoleSagemakerExecution/);
      assert.match(shown.stdout, /somebody-else/);
    });

    it("check-drift finds nothing, and then what somebody attaches by hand", async () => {
      const clean = await cli.run("check-drift", "--config", file, "--exit-code");
      assert.equal(clean.exitCode, 0, clean.stderr);
      const { iam } = clients(cli.endpoint, region);
      const policy = {
        GroupName: `${scope}-group-business-consumers`,
        PolicyArn: "arn:aws:iam::aws:policy/AdministratorAccess",
      };
      await iam.send(new AttachGroupPolicyCommand(policy));
      const drifted = await cli.run("check-drift", "--config", file, "--exit-code");
      await iam.send(new DetachGroupPolicyCommand(policy));
      assert.equal(drifted.exitCode, 4, drifted.stderr);
      assert.match(drifted.stdout, /1 drifted, 0 deleted/);
      assert.match(drifted.stdout, /business-consumers/);
      assert.match(drifted.stdout, /AdministratorAccess/);
      // The provider, a process of its own, reads each of them.
      const log = readFileSync(
        join(cli.environment.projectDir, /^Log: (.+)$/m.exec(drifted.stderr)![1]!),
        "utf8",
      );
      const reads = log.match(/ INFO +AWS call: cloudcontrol:GetResource \d+ ms$/gm) ?? [];
      assert.ok(reads.length > groups + roles, `${reads.length} reads in the log`);
      assert.match(log, / AWS: \d+ calls, \d+ ms together, the slowest /);
    });

    once("deploy has nothing to do after that", async () => {
      const again = await cli.run("deploy", "--config", file);
      assert.equal(again.exitCode, 0, again.stderr);
      assert.match(again.stdout, /was deployed as the config says.* --refresh puts back/);
    });

    once("deploy puts back what drifted where it reads AWS first, and leaves it else", async () => {
      const { iam } = clients(cli.endpoint, region);
      const GroupName = `${scope}-group-business-consumers`;
      const attached = async () =>
        (await iam.send(new ListAttachedGroupPoliciesCommand({ GroupName }))).AttachedPolicies?.length;
      const before = await attached();
      const PolicyArn = "arn:aws:iam::aws:policy/AdministratorAccess";
      await iam.send(new AttachGroupPolicyCommand({ GroupName, PolicyArn }));
      const left = await cli.run("deploy", "--config", file, "--force");
      assert.equal(left.exitCode, 0, left.stderr);
      assert.equal(await attached(), before! + 1);
      const planned = await cli.run("deploy", "--config", file, "--refresh");
      assert.equal(planned.exitCode, 3, planned.stderr);
      assert.match(planned.stdout, /1 to change\n +~ tierguard:iam:Group \S+GroupBusinessConsumers: /);
      const done = await cli.run("deploy", "--config", file, "--refresh", "--force");
      assert.equal(done.exitCode, 0, done.stderr);
      assert.equal(await attached(), before);
      const again = await cli.run("deploy", "--config", file, "--refresh", "--force");
      assert.match(again.stdout, /is as the config says/);
    });

    it("test-deploy makes a copy beside it that touches neither its resources nor its state, and removes it", async () => {
      const before = { account: await readAccount(cli.endpoint, region), state: cli.state(stem) };
      const keys = await templates();
      const done = await cli.run("test-deploy", "--config", file, "--cleanup", "--json", "--output", "copy");
      assert.equal(done.exitCode, 0, done.stderr);
      const { result } = answer(done.stdout);
      assert.equal(result.outcome, "deployed-and-removed");
      assert.match(result.testSuffix!, /^[a-z0-9]{6}$/);
      for (const arn of Object.values(result.outputs.arns ?? {})) {
        assert.ok(arn.endsWith(`-${result.testSuffix}`), arn);
      }
      assert.ok(result.stackId?.includes(`${section.name}-${result.testSuffix}-sec-stack/`));
      assert.deepEqual(result.remains, nothing);
      assert.deepEqual(await readAccount(cli.endpoint, region), before.account);
      assert.equal(cli.state(stem), before.state);
      assert.ok(before.state !== undefined);
      assert.deepEqual(await templates(), keys);
      const written = filesIn(join(cli.environment.projectDir, "copy"));
      assert.deepEqual(
        written.filter((path) => !/^reports\/.*\.(log|html)$/.test(path)),
        [],
      );
    });

    it("delete-stack says without its flags what would be lost, and deletes nothing", async () => {
      const before = await readAccount(cli.endpoint, region);
      const refused = await cli.run("delete-stack", "--config", file, ...(prod ? ["--force"] : []));
      assert.equal(refused.exitCode, 3, refused.stderr);
      assert.match(refused.stdout, prod ? /add --unprotect/ : /add --force/);
      for (const group of Object.keys(before.groups)) assert.ok(refused.stdout.includes(group), group);
      assert.deepEqual(await readAccount(cli.endpoint, region), before);
    });

    it("delete-stack deletes everything, templates and the Pulumi stack included", async () => {
      const flags = ["--force", ...(prod ? ["--unprotect"] : [])];
      const done = await cli.run("delete-stack", "--config", file, ...flags, "--json");
      assert.equal(done.exitCode, 0, done.stderr);
      const { result } = answer(done.stdout);
      assert.equal(result.outcome, "deleted");
      assert.deepEqual(result.remains, nothing);
      const empty = { groups: {}, roles: {}, policies: [], parameters: {}, stacks: {} };
      assert.deepEqual(await readAccount(cli.endpoint, region), empty);
      assert.equal(cli.state(stem), undefined);
      assert.deepEqual(await templates(), []);
    });
  });
}
