import {
  CreateChangeSetCommand,
  CreateStackCommand,
  DetectStackDriftCommand,
  UpdateStackCommand,
} from "@aws-sdk/client-cloudformation";
import assert from "node:assert/strict";
import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { resumeOperations } from "../../../../local/aws/cloud-control/resume";
import { Faults } from "../../../../local/aws/protocol/faults";
import { Invoker } from "../../../../local/aws/protocol/invoker";
import type { Caller } from "../../../../local/aws/service";
import { services } from "../../../../local/aws/services";
import { FileStore } from "../../../../local/aws/store-file";
import { allow, group, StackFixture } from "./stack-fixture";

const policy = (action: string) => ({
  Type: "AWS::IAM::ManagedPolicy",
  Properties: { ManagedPolicyName: "slow", PolicyDocument: allow(action) },
});

describe("what was in progress when the embedded AWS ended", () => {
  let fixture: StackFixture;

  beforeEach(async () => {
    fixture = new StackFixture();
    await fixture.start();
  });
  afterEach(() => fixture.stop());

  it("rolls a creation back", async () => {
    await fixture.fault({ service: "iam", operation: "CreatePolicy", delayMs: 700 });
    await fixture.cfn.send(
      new CreateStackCommand({
        StackName: "died",
        TemplateBody: JSON.stringify({ Resources: { G: group("died"), P: policy("s3:A") } }),
        Capabilities: ["CAPABILITY_NAMED_IAM"],
      }),
    );
    const { status, groups } = await afterResume(
      (state) => state.includes('"GroupName":"died"') || state.includes('died":'),
    );
    assert.equal(status, "ROLLBACK_COMPLETE");
    assert.deepEqual(groups, []);
  });

  it("rolls an update back", async () => {
    await fixture.create("died", { Resources: { G: group("died") } });
    await fixture.fault({ service: "iam", operation: "CreatePolicy", delayMs: 700 });
    await fixture.cfn.send(
      new UpdateStackCommand({
        StackName: "died",
        TemplateBody: JSON.stringify({ Resources: { G: group("died", "ec2:*"), P: policy("s3:A") } }),
        Capabilities: ["CAPABILITY_NAMED_IAM"],
      }),
    );
    const { status, groups } = await afterResume((state) => state.includes("UPDATE_IN_PROGRESS"));
    assert.equal(status, "UPDATE_ROLLBACK_COMPLETE");
    assert.deepEqual(groups, ["died"]);
  });

  it("fails a change set that was being made, and a drift detection", async () => {
    const { StackId: StackName } = await fixture.create("died", { Resources: { G: group("died") } });
    await fixture.fault({ service: "iam", operation: "GetGroup", delayMs: 400 });
    const { Id: ChangeSetName } = await fixture.cfn.send(
      new CreateChangeSetCommand({
        StackName,
        ChangeSetName: "died",
        UsePreviousTemplate: true,
        Capabilities: ["CAPABILITY_NAMED_IAM"],
        DeploymentMode: "REVERT_DRIFT",
      }),
    );
    const { StackDriftDetectionId } = await fixture.cfn.send(new DetectStackDriftCommand({ StackName }));
    const { call } = await afterResume((state) => state.includes("DETECTION_IN_PROGRESS"));
    const changeSet = await call("cloudformation", "DescribeChangeSet", { ChangeSetName });
    const detection = await call("cloudformation", "DescribeStackDriftDetectionStatus", {
      StackDriftDetectionId,
    });
    assert.deepEqual([changeSet.Status, detection.DetectionStatus], ["FAILED", "DETECTION_FAILED"]);
    assert.match(String(changeSet.StatusReason), /interrupted/);
  });

  /** Takes the state as it would be found after a crash, and resumes it beside the server that goes on. */
  async function afterResume(ready: (state: string) => boolean): Promise<{
    status: string;
    groups: string[];
    call: (service: string, operation: string, input: object) => Promise<Record<string, unknown>>;
  }> {
    const live = join(fixture.folder, "state.json");
    while (!ready(readFileSync(live, "utf8"))) await sleep(5);
    const crashed = join(fixture.folder, "crashed.json");
    copyFileSync(live, crashed);
    const store = new FileStore(crashed);
    const invoker = new Invoker(services, store, new Faults());
    const contextOf = (caller: Caller, region: string) => invoker.context(caller, region, randomUUID());
    resumeOperations(store, contextOf);
    const accountId = "123456789012";
    const caller = {
      accountId,
      arn: `arn:aws:iam::${accountId}:root`,
      userId: accountId,
      accessKeyId: "test",
    };
    const call = (service: string, operation: string, input: object) =>
      contextOf(caller, "us-east-1").call(service, operation, input) as Promise<Record<string, never[]>>;
    let status: string;
    do {
      await sleep(5);
      const { Stacks } = await call("cloudformation", "DescribeStacks", { StackName: "died" });
      status = (Stacks as unknown as { StackStatus: string }[])[0]!.StackStatus;
    } while (status.endsWith("_IN_PROGRESS"));
    const { Groups } = await call("iam", "ListGroups", {});
    await store.close();
    await fixture.settled("died");
    const groups = (Groups as unknown as { GroupName: string }[]).map((one) => one.GroupName);
    return { status, groups, call };
  }
});
