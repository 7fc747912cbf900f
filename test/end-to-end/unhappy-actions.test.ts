import assert from "node:assert/strict";
import {
  AddUserToGroupCommand,
  AttachGroupPolicyCommand,
  CreateUserCommand,
  GetUserCommand,
} from "@aws-sdk/client-iam";
import { describeWithEngine } from "../with-engine";
import { clients, readAccount } from "./account";
import { asked, type CommandLine, commandLine } from "./command-line";
import { plantFault } from "./environment";

const empty = { groups: {}, roles: {}, policies: [], parameters: {}, stacks: {} };
const badDay = { code: "ServiceFailure", message: "The role service has a bad day.", status: 500 };
const failing = { service: "iam", operation: "CreateRole", error: badDay, times: 20 };

describeWithEngine("an action that does not go well", function () {
  this.timeout(300_000);
  let cli: CommandLine;
  beforeEach(async () => {
    cli = await commandLine();
  });
  afterEach(() => cli?.close());

  const region = "us-west-1";
  const stacks = async () => {
    const { stdout } = await cli.environment.pulumi(["stack", "ls", "--all", "--json"]);
    return (JSON.parse(stdout) as { name: string }[]).map(({ name }) => name);
  };

  it("test-deploy --cleanup removes what a failure leaves, and says AWS's reason first", async () => {
    await plantFault(cli.endpoint, failing);
    const { exitCode, stdout, stderr } = await cli.run("test-deploy", "--stack", "dev", "--cleanup");
    assert.equal(exitCode, 1, stderr);
    assert.equal(stdout, "");
    const [cause] = stderr.split("\n").filter((line) => /could not be created/.test(line));
    assert.match(cause ?? stderr, /^Role\w+ \(AWS::IAM::Role .*The role service has a bad day/);
    assert.match(stderr, /left over {2}nothing/);
    assert.deepEqual(await readAccount(cli.endpoint, region), empty);
    assert.deepEqual(await stacks(), []);
  });

  it("test-deploy leaves without it what there is, and says how to remove it, which works", async () => {
    await plantFault(cli.endpoint, failing);
    const failed = await cli.run("test-deploy", "--stack", "dev");
    assert.equal(failed.exitCode, 1, failed.stderr);
    const [, suffix] =
      /tierguard delete-stack --stack dev --test-suffix (\w{6}) --force/.exec(failed.stderr) ?? [];
    assert.ok(suffix, failed.stderr);
    const stackName = `edge-dev-b001-us-west-1-startup-${suffix}-sec-stack`;
    assert.ok(
      failed.stderr.includes(`aws cloudformation delete-stack --stack-name ${stackName} --region ${region}`),
    );
    assert.deepEqual((await readAccount(cli.endpoint, region)).stacks, { [stackName]: "ROLLBACK_COMPLETE" });
    const removed = await cli.run("delete-stack", "--stack", "dev", "--test-suffix", suffix, "--force");
    assert.equal(removed.exitCode, 0, removed.stderr);
    assert.deepEqual(await readAccount(cli.endpoint, region), empty);
    assert.deepEqual(await stacks(), []);
  });

  it("test-deploy --cleanup removes its copy after Ctrl-C, which ends what is under way in order", async () => {
    await plantFault(cli.endpoint, { service: "iam", operation: "CreateGroup", delayMs: 3000, times: 1 });
    const begun = cli.begin("test-deploy", "--stack", "dev", "--cleanup");
    assert.ok(await asked(cli, "cloudcontrol:CreateResource", begun), "the stack's creation began");
    begun.interrupt();
    const { exitCode, stdout, stderr } = await begun.ended;
    assert.equal(exitCode, 1, stderr);
    assert.equal(stdout, "");
    assert.match(stderr, /^interrupted$/m);
    assert.match(stderr, /removing the test copy/);
    assert.deepEqual(await readAccount(cli.endpoint, region), empty);
    assert.deepEqual(await stacks(), []);
  });

  it("delete-stack names who is in the way, and detaches only those, only under --detach", async () => {
    const deployed = await cli.run("deploy", "--stack", "dev", "--force");
    assert.equal(deployed.exitCode, 0, deployed.stderr);
    // The same state as that of `pulumi` typed by hand in the project.
    const { environment } = cli;
    const preview = await environment.pulumi(["preview", "--stack", "dev", "--expect-no-changes"]);
    assert.equal(preview.exitCode, 0, preview.stdout + preview.stderr);

    const { iam } = clients(cli.endpoint, region);
    const GroupName = "edge-dev-b001-group-data-scientists";
    await iam.send(new CreateUserCommand({ UserName: "ana" }));
    await iam.send(new AddUserToGroupCommand({ UserName: "ana", GroupName }));
    const PolicyArn = "arn:aws:iam::aws:policy/ReadOnlyAccess";
    await iam.send(new AttachGroupPolicyCommand({ GroupName, PolicyArn }));
    const before = await readAccount(cli.endpoint, region);
    const refused = await cli.run("delete-stack", "--stack", "dev", "--force");
    assert.equal(refused.exitCode, 3, refused.stderr);
    assert.match(refused.stdout, /add --detach/);
    assert.match(refused.stdout, /the user ana is a member of the group edge-dev-b001-group-data-scientists/);
    assert.match(refused.stdout, /ReadOnlyAccess was attached by hand/);
    assert.deepEqual(await readAccount(cli.endpoint, region), before);

    const done = await cli.run("delete-stack", "--stack", "dev", "--force", "--detach");
    assert.equal(done.exitCode, 0, done.stderr);
    assert.deepEqual(await readAccount(cli.endpoint, region), empty);
    assert.equal((await iam.send(new GetUserCommand({ UserName: "ana" }))).User?.UserName, "ana");
    assert.match(done.stdout, /the Pulumi stack dev stays, empty/);
    assert.deepEqual(await stacks(), ["dev"]);
  });

  it("a stack that another state holds is neither deployed nor deleted", async () => {
    const deployed = await cli.run("deploy", "--stack", "dev", "--force");
    assert.equal(deployed.exitCode, 0, deployed.stderr);
    const before = await readAccount(cli.endpoint, region);
    const file = cli.config("startup-5", {
      client: { company_name: "Edge", company_prefix: "edge", account_id: "123456789012", tenant_id: "b001" },
      environment: { env: "dev", region },
    });
    for (const action of ["deploy", "delete-stack"]) {
      const { exitCode, stderr } = await cli.run(action, "--config", file, "--force");
      assert.equal(exitCode, 1, stderr);
      assert.match(stderr, /it was deployed from another/);
      assert.match(stderr, /PULUMI_BACKEND_URL/);
    }
    assert.deepEqual(await readAccount(cli.endpoint, region), before);
  });
});
