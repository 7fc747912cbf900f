import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { findStack } from "../../aws/deployed-stack";
import type { RecoverResult } from "../../cli/recovery/recover-stack";
import { buildBlueprint } from "../../core/security/build-blueprint";
import { embeddedAccount } from "../aws/embedded-account";
import { shippedCatalogue, startupConfig } from "../core/startup-config";
import { bin, inFolder, tierguard } from "./run-cli";

const config = startupConfig(({ client, environment }) => {
  client.account_id = "123456789012";
  environment.region = "us-west-1";
});
const { stackName: name, tags } = buildBlueprint(config, shippedCatalogue);
const parameter = (Value: string) => ({
  Type: "AWS::SSM::Parameter",
  Properties: { Name: "/recover/value", Type: "String", Value },
});
const group = { Type: "AWS::IAM::Group", Properties: { GroupName: "recover-group" }, DependsOn: "Value" };
const failure = (operation: string, service: string) => ({
  service,
  operation,
  error: { code: "ServiceFailure", message: "a bad day", status: 500 },
});

describe("the recover action", function () {
  this.timeout(60_000);
  const account = embeddedAccount("us-west-1");

  const recover = (...flags: string[]) =>
    inFolder(async (folder) => {
      writeFileSync(join(folder, "config.yaml"), JSON.stringify(config));
      const { exitCode, stdout, stderr } = await tierguard(
        folder,
        ["recover", "--config", "config.yaml", "--json", ...flags],
        bin,
        { ...process.env, AWS_ENDPOINT_URL: account.server.url },
      );
      const { result, error } = JSON.parse(stdout) as { result?: RecoverResult; error?: { message: string } };
      return { exitCode, result, error, stderr };
    });
  const statusNow = async () => (await findStack(account.aws, name))?.status;
  const clearFaults = () => fetch(`${account.server.url}/_tierguard/faults`, { method: "DELETE" });
  const deploy = (template: object, stackTags: Record<string, string> = tags) =>
    account.deploy({ name, template, tags: stackTags });
  const writes = async () =>
    (await account.calls()).filter((call) => /:(Create|Update|Delete|Continue|Rollback|Execute)/.test(call));

  it("has nothing to do where there is no stack, or a healthy one", async () => {
    const absent = await recover("--force");
    assert.deepEqual(
      [absent.exitCode, absent.result?.outcome, absent.result?.status],
      [0, "ready", "absent"],
    );
    await deploy({ Resources: { Value: parameter("one") } });
    await account.calls();
    const healthy = await recover("--force");
    assert.deepEqual(
      [healthy.exitCode, healthy.result?.outcome, healthy.result?.status],
      [0, "ready", "CREATE_COMPLETE"],
    );
    assert.deepEqual(await writes(), []);
  });

  it("deletes what a failed first creation left, once --force allows it, and keeps its events", async () => {
    await account.fault(failure("CreateGroup", "iam"));
    assert.equal(await deploy({ Resources: { Value: parameter("one"), Group: group } }), "ROLLBACK_COMPLETE");
    await account.calls();
    const refused = await recover();
    assert.deepEqual([refused.exitCode, refused.result?.outcome], [3, "refused"]);
    assert.match(refused.result?.way ?? "", /must be deleted before it can be created again/);
    assert.equal(
      refused.result?.command,
      `aws cloudformation delete-stack --stack-name ${name} --region us-west-1`,
    );
    assert.match(refused.result?.cause ?? "", /Group .*could not be created: .*a bad day/);
    const planned = await recover("--dry-run", "--force");
    assert.deepEqual([planned.exitCode, planned.result?.outcome], [0, "would-recover"]);
    assert.deepEqual(await writes(), []);

    const done = await recover("--force");
    assert.deepEqual([done.exitCode, done.result?.outcome], [0, "recovered"], done.stderr);
    assert.equal(done.result?.statusAfter, "DELETE_COMPLETE");
    const statuses = done.result?.events.map(({ logicalId, status }) => `${logicalId} ${status}`) ?? [];
    assert.ok(statuses.includes("Group CREATE_FAILED"), statuses.join("; "));
    assert.equal(await statusNow(), undefined);
  });

  it("deletes a stack that was only begun", async () => {
    const cloudFormation = await account.aws.cloudFormation();
    await cloudFormation.createChangeSet({
      StackName: name,
      ChangeSetName: "begun",
      ChangeSetType: "CREATE",
      TemplateBody: JSON.stringify({ Resources: { Value: parameter("one") } }),
      Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
    });
    assert.equal(await statusNow(), "REVIEW_IN_PROGRESS");
    const { exitCode, result, stderr } = await recover("--force");
    assert.deepEqual([exitCode, result?.outcome], [0, "recovered"], stderr);
    assert.equal(await statusNow(), undefined);
  });

  /** An update of the parameter fails at the group, and its rollback at the parameter. */
  async function stick(): Promise<void> {
    await deploy({ Resources: { Value: parameter("one") } });
    await account.fault({ ...failure("CreateGroup", "iam"), delayMs: 400 });
    const update = deploy({ Resources: { Value: parameter("two"), Group: group } });
    const ssm = await account.aws.ssm();
    while ((await ssm.getParameter({ Name: "/recover/value" })).Parameter?.Value !== "two");
    await account.fault(failure("PutParameter", "ssm"));
    assert.equal(await update, "UPDATE_ROLLBACK_FAILED");
  }

  it("continues a rollback that failed, and says the first cause where it fails again", async () => {
    await stick();
    const again = await recover("--force");
    assert.equal(again.exitCode, 1);
    assert.match(again.error?.message ?? "", /is in UPDATE_ROLLBACK_FAILED: Value .*a bad day/);
    assert.match(again.stderr, /--skip-resources Value/);
    await clearFaults();
    const done = await recover("--force");
    assert.deepEqual([done.exitCode, done.result?.statusAfter], [0, "UPDATE_ROLLBACK_COMPLETE"], done.stderr);
    const ssm = await account.aws.ssm();
    assert.equal((await ssm.getParameter({ Name: "/recover/value" })).Parameter?.Value, "one");
  });

  it("leaves out the resources that are named, of those at which the rollback failed", async () => {
    await stick();
    const refused = await recover();
    assert.deepEqual([refused.exitCode, refused.result?.failedResources], [3, ["Value"]]);
    const wrong = await recover("--force", "--skip-resources", "Group");
    assert.equal(wrong.exitCode, 2);
    assert.match(wrong.error?.message ?? "", /names Group, at which no rollback failed/);
    const done = await recover("--force", "--skip-resources", "Value");
    assert.deepEqual([done.exitCode, done.result?.skipped], [0, ["Value"]], done.stderr);
    assert.equal(await statusNow(), "UPDATE_ROLLBACK_COMPLETE");
  });

  it("deletes again where a deletion failed, once nothing stands in the way", async () => {
    const iam = await account.aws.iam();
    await deploy({ Resources: { Value: parameter("one"), Group: group } });
    await iam.createUser({ UserName: "member" });
    await iam.addUserToGroup({ GroupName: "recover-group", UserName: "member" });
    await (await account.aws.cloudFormation()).deleteStack({ StackName: name });
    while ((await statusNow()) !== "DELETE_FAILED") await new Promise((done) => setTimeout(done, 20));
    const stuck = await recover("--force");
    assert.equal(stuck.exitCode, 1);
    assert.match(stuck.error?.message ?? "", /is in DELETE_FAILED: Group/);
    await iam.removeUserFromGroup({ GroupName: "recover-group", UserName: "member" });
    const done = await recover("--force");
    assert.deepEqual([done.exitCode, done.result?.statusAfter], [0, "DELETE_COMPLETE"], done.stderr);
  });

  it("leaves a stack of somebody else's alone", async () => {
    await account.fault(failure("CreateGroup", "iam"));
    await deploy({ Resources: { Value: parameter("one"), Group: group } }, {});
    await account.calls();
    const { exitCode, error } = await recover("--force");
    assert.equal(exitCode, 1);
    assert.match(error?.message ?? "", /is not this environment's/);
    assert.deepEqual(await writes(), []);
  });
});
