import assert from "node:assert/strict";
import { describeWithEngine } from "../with-engine";
import { CreateGroupCommand, CreateRoleCommand } from "@aws-sdk/client-iam";
import { clients, readAccount } from "./account";
import { type Deployment, emptyAccount, plantFault } from "./environment";

const stackName = "edge-dev-b001-us-west-1-startup-sec-stack";
const denied = { code: "ServiceFailure", message: "The role service has a bad day.", status: 500 };

describeWithEngine("a deployment that fails", function () {
  this.timeout(300_000);
  let dev: Deployment;
  beforeEach(async () => {
    dev = await emptyAccount();
  });
  afterEach(() => dev?.close());

  it("rolls back a first creation, says AWS's reason first, and the next up works", async () => {
    await plantFault(dev.endpoint, { service: "iam", operation: "CreateRole", error: denied, times: 20 });
    const failed = await dev.pulumi("up", "--yes");
    assert.notEqual(failed.exitCode, 0, failed.output);
    const firstError = failed.output.split("\n").find((line) => line.includes("error:"));
    assert.match(failed.output, /AWS::IAM::Role/);
    assert.match(firstError ?? "", /Role\w+/, failed.output);
    assert.match(failed.output, /The role service has a bad day/);
    assert.doesNotMatch(firstError ?? "", /cancelled/i);
    const left = await readAccount(dev.endpoint);
    assert.deepEqual([left.groups, left.roles, left.parameters], [{}, {}, {}]);
    assert.deepEqual(left.stacks, { [stackName]: "ROLLBACK_COMPLETE" });

    await fetch(`${dev.endpoint}/_tierguard/faults`, { method: "DELETE" });
    const repaired = await dev.pulumi("up", "--yes");
    assert.equal(repaired.exitCode, 0, repaired.output);
    assert.deepEqual((await readAccount(dev.endpoint)).stacks, { [stackName]: "CREATE_COMPLETE" });
    const again = await dev.pulumi("preview", "--expect-no-changes");
    assert.equal(again.exitCode, 0, again.output);
  });

  it("rolls back an update to what was there before, and the next up works", async () => {
    const first = await dev.pulumi("up", "--yes");
    assert.equal(first.exitCode, 0, first.output);
    const before = await readAccount(dev.endpoint);
    await plantFault(dev.endpoint, { service: "iam", operation: "PutGroupPolicy", error: denied, times: 1 });
    dev.configure({ "security_overrides.iam_groups.data_scientists.policy_assignments.s3": "level1" });
    const failed = await dev.pulumi("up", "--yes");
    assert.notEqual(failed.exitCode, 0, failed.output);
    assert.match(failed.output, /GroupDataScientists[\s\S]*The role service has a bad day/);
    const after = await readAccount(dev.endpoint);
    assert.deepEqual(after, { ...before, stacks: { [stackName]: "UPDATE_ROLLBACK_COMPLETE" } });

    const repaired = await dev.pulumi("up", "--yes");
    assert.equal(repaired.exitCode, 0, repaired.output);
    const now = await readAccount(dev.endpoint);
    assert.deepEqual(now.stacks, { [stackName]: "UPDATE_COMPLETE" });
    assert.notDeepEqual(now.groups, before.groups);
  });

  it("refuses names that belong to somebody else, before anything is written", async () => {
    const { iam } = clients(dev.endpoint);
    await iam.send(
      new CreateGroupCommand({ GroupName: "edge-dev-b001-group-data-scientists", Path: "/old/" }),
    );
    await iam.send(
      new CreateRoleCommand({
        RoleName: "edge-dev-b001-role-glue-etl",
        AssumeRolePolicyDocument: JSON.stringify({
          Version: "2012-10-17",
          Statement: [
            { Effect: "Allow", Principal: { Service: "glue.amazonaws.com" }, Action: "sts:AssumeRole" },
          ],
        }),
      }),
    );
    const before = await readAccount(dev.endpoint);
    for (const command of [["preview"], ["up", "--yes"]]) {
      const refused = await dev.pulumi(...command);
      assert.notEqual(refused.exitCode, 0, refused.output);
      assert.match(refused.output, /edge-dev-b001-group-data-scientists/);
      assert.match(refused.output, /edge-dev-b001-role-glue-etl/);
    }
    assert.deepEqual(await readAccount(dev.endpoint), before);
  });

  it("says every error of a bad config at once, and calls nothing", async () => {
    dev.configure({
      "client.account_id": 12345678901,
      "security_overrides.iam_groups.data_scientists.policy_assignments.s3": "level9",
    });
    await fetch(`${dev.endpoint}/_tierguard/calls`, { method: "DELETE" });
    const refused = await dev.pulumi("preview");
    assert.notEqual(refused.exitCode, 0);
    assert.match(refused.output, /client\.account_id/);
    assert.match(refused.output, /level9.*level1, level2, level3, level4/s);
    assert.doesNotMatch(refused.output, /\n\s+at .*\.ts:\d+/, "no stack trace");
    const calls = await (await fetch(`${dev.endpoint}/_tierguard/calls`)).text();
    assert.doesNotMatch(calls, /CreateStack|CreateResource|ListGroups/);
  });
});
