import {
  CancelUpdateStackCommand,
  ContinueUpdateRollbackCommand,
  UpdateStackCommand,
} from "@aws-sdk/client-cloudformation";
import {
  CreateGroupCommand,
  DeleteGroupPolicyCommand,
  GetGroupCommand,
  PutGroupPolicyCommand,
} from "@aws-sdk/client-iam";
import { GetParameterCommand } from "@aws-sdk/client-ssm";
import assert from "node:assert/strict";
import { allow, group, parameter, StackFixture, trust } from "./stack-fixture";

/** IAM refuses it. */
const malformed = {
  Type: "AWS::IAM::ManagedPolicy",
  Properties: {
    ManagedPolicyName: "malformed",
    PolicyDocument: { Version: "2012-10-17", Statement: [{ Effect: "Maybe" }] },
  },
};

describe("stacks that fail", () => {
  const fixture = new StackFixture();
  before(() => fixture.start());
  afterEach(() => fixture.clearFaults());
  after(() => fixture.stop());

  it("rolls a failed creation back and leaves nothing", async () => {
    const before = await fixture.iamState();
    const stack = await fixture.create("broken", {
      Resources: {
        G: group("broken-group"),
        P: parameter("/broken"),
        Bad: { ...malformed, DependsOn: ["G", "P"] },
        After: parameter("/broken/after", { Ref: "Bad" }),
      },
    });
    assert.equal(stack.StackStatus, "ROLLBACK_COMPLETE");
    assert.equal(
      stack.StackStatusReason,
      "The following resource(s) failed to create: [Bad]. Rollback requested by user.",
    );
    assert.deepEqual(await fixture.statuses("broken"), [
      "CREATE_IN_PROGRESS",
      "ROLLBACK_IN_PROGRESS",
      "ROLLBACK_COMPLETE",
    ]);
    const events = await fixture.events("broken");
    const failure = events.find((event) => event.ResourceStatus === "CREATE_FAILED")!;
    assert.equal(failure.LogicalResourceId, "Bad");
    assert.match(
      failure.ResourceStatusReason!,
      /^Resource handler returned message: ".*\(Service: Iam, Status Code: 400, Request ID: [-0-9a-f]+\).*" \(RequestToken: [-0-9a-f]+, HandlerErrorCode: InvalidRequest\)$/s,
    );
    assert.ok(
      !events.some(
        (event) => event.LogicalResourceId === "After" && event.ResourceStatus === "CREATE_IN_PROGRESS",
      ),
    );
    assert.deepEqual(await fixture.iamState(), before);
    await assert.rejects(fixture.ssm.send(new GetParameterCommand({ Name: "/broken" })), {
      name: "ParameterNotFound",
    });
  });

  it("says of those that were being created beside the failing one that they were cancelled", async () => {
    await fixture.fault({ service: "ssm", operation: "PutParameter", delayMs: 60, times: 1 });
    await fixture.create("beside", { Resources: { Bad: malformed, Slow: parameter("/slow") } });
    const events = await fixture.events("beside");
    const slow = events.find(
      (event) => event.LogicalResourceId === "Slow" && event.ResourceStatus === "CREATE_FAILED",
    );
    assert.equal(slow!.ResourceStatusReason, "Resource creation cancelled");
    await assert.rejects(fixture.ssm.send(new GetParameterCommand({ Name: "/slow" })), {
      name: "ParameterNotFound",
    });
  });

  it("refuses a name that exists and leaves what has it alone", async () => {
    await fixture.iam.send(new CreateGroupCommand({ GroupName: "taken" }));
    await fixture.create("taken", { Resources: { G: group("taken") } });
    const failed = (await fixture.events("taken")).find((event) => event.ResourceStatus === "CREATE_FAILED");
    assert.match(
      failed!.ResourceStatusReason!,
      /^Resource handler returned message: "Resource of type 'AWS::IAM::Group' with identifier 'taken' already exists\." \(RequestToken: .*, HandlerErrorCode: AlreadyExists\)$/,
    );
    await fixture.iam.send(new GetGroupCommand({ GroupName: "taken" }));
  });

  for (const { name, more, status, left } of [
    { name: "keep-it", more: { DisableRollback: true }, status: "CREATE_FAILED", left: true },
    { name: "do-nothing", more: { OnFailure: "DO_NOTHING" as const }, status: "CREATE_FAILED", left: true },
    { name: "delete-it", more: { OnFailure: "DELETE" as const }, status: "DELETE_COMPLETE", left: false },
  ]) {
    it(`ends in ${status} after a failure with ${JSON.stringify(more)}`, async () => {
      const template = { Resources: { G: group(name), Bad: { ...malformed, DependsOn: "G" } } };
      assert.equal((await fixture.create(name, template, more)).StackStatus, status);
      const found = fixture.iam.send(new GetGroupCommand({ GroupName: name }));
      if (left) await found;
      else await assert.rejects(found, { name: "NoSuchEntityException" });
    });
  }

  it("says what breaks the schema of a type", async () => {
    const G = { Type: "AWS::IAM::Group", Properties: { GroupName: "g", Colour: "red" } };
    await fixture.create("schema", { Resources: { G } });
    const failed = (await fixture.events("schema")).find((event) => event.ResourceStatus === "CREATE_FAILED");
    assert.equal(
      failed!.ResourceStatusReason,
      "Properties validation failed for resource G with message:\n[#: extraneous key [Colour] is not permitted]",
    );
  });

  it("rolls a failed update back to exactly what was there before", async () => {
    const role = (Description: string, action: string) => ({
      Type: "AWS::IAM::Role",
      Properties: {
        RoleName: "exact-role",
        Description,
        AssumeRolePolicyDocument: trust("ec2.amazonaws.com"),
        Policies: [{ PolicyName: "inline", PolicyDocument: allow(action) }],
        Tags: [{ Key: "k", Value: Description }],
      },
    });
    const policy = (action: string) => ({
      Type: "AWS::IAM::ManagedPolicy",
      Properties: { ManagedPolicyName: "exact-policy", PolicyDocument: allow(action) },
    });
    const before = {
      Resources: {
        G: group("exact-group"),
        R: role("one", "s3:A"),
        P: policy("s3:A"),
        Old: group("exact-old"),
      },
      Outputs: { X: { Value: "before" } },
    };
    await fixture.create("exact", before, { Tags: [{ Key: "t", Value: "1" }] });
    await fixture.iam.send(
      new PutGroupPolicyCommand({
        GroupName: "exact-group",
        PolicyName: "by-hand",
        PolicyDocument: JSON.stringify(allow("ec2:*")),
      }),
    );
    const state = await fixture.iamState();
    const stack = await fixture.update(
      "exact",
      {
        Resources: {
          G: group("exact-renamed"),
          R: role("two", "s3:B"),
          P: policy("s3:B"),
          New: group("exact-new"),
          Bad: { ...malformed, DependsOn: ["G", "R", "P", "New"] },
        },
        Outputs: { X: { Value: "after" } },
      },
      { Tags: [{ Key: "t", Value: "2" }] },
    );
    assert.equal(stack.StackStatus, "UPDATE_ROLLBACK_COMPLETE");
    assert.deepEqual(await fixture.iamState(), state);
    assert.deepEqual(stack.Tags, [{ Key: "t", Value: "1" }]);
    assert.deepEqual(stack.Outputs, [{ OutputKey: "X", OutputValue: "before" }]);
    assert.deepEqual((await fixture.statuses("exact")).slice(2), [
      "UPDATE_IN_PROGRESS",
      "UPDATE_ROLLBACK_IN_PROGRESS",
      "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS",
      "UPDATE_ROLLBACK_COMPLETE",
    ]);
    await assert.rejects(
      fixture.update("exact", before, { Tags: [{ Key: "t", Value: "1" }] }),
      /No updates are to be performed/,
    );
    await fixture.update("exact", { Resources: { G: group("exact-group", "iam:ListRoles") } });
    assert.equal((await fixture.delete("exact")).StackStatus, "DELETE_FAILED");
    await fixture.iam.send(new DeleteGroupPolicyCommand({ GroupName: "exact-group", PolicyName: "by-hand" }));
    assert.equal((await fixture.delete("exact")).StackStatus, "DELETE_COMPLETE");
  });

  it("refuses to replace a resource with a name of its own", async () => {
    const role = (Path: string) => ({
      Type: "AWS::IAM::Role",
      Properties: { RoleName: "named-role", Path, AssumeRolePolicyDocument: trust("ec2.amazonaws.com") },
    });
    await fixture.create("named", { Resources: { R: role("/") } });
    const state = await fixture.iamState();
    const stack = await fixture.update("named", { Resources: { R: role("/other/") } });
    assert.equal(stack.StackStatus, "UPDATE_ROLLBACK_COMPLETE");
    const failed = (await fixture.events("named")).find((event) => event.ResourceStatus === "UPDATE_FAILED");
    assert.equal(
      failed!.ResourceStatusReason,
      "CloudFormation cannot update a stack when a custom-named resource requires replacing. " +
        "Rename named-role and update the stack again.",
    );
    assert.deepEqual(await fixture.iamState(), state);
  });

  for (const { name, skip } of [
    { name: "continues a rollback that failed", skip: undefined },
    { name: "continues a rollback that failed, leaving a resource out", skip: ["P"] },
  ]) {
    it(name, async () => {
      const StackName = skip === undefined ? "stuck" : "stuck-skip";
      const template = (Value: string, more: object = {}) => ({
        Resources: { P: parameter(`/${StackName}`, Value), ...more },
      });
      await fixture.create(StackName, template("one"));
      // The update's own write goes through, each one of the rollback fails: what fails the update is slow.
      await fixture.fault({ service: "iam", operation: "CreatePolicy", delayMs: 300, times: 1 });
      await fixture.cfn.send(
        new UpdateStackCommand({
          StackName,
          TemplateBody: JSON.stringify(template("two", { Bad: { ...malformed, DependsOn: "P" } })),
          Capabilities: ["CAPABILITY_NAMED_IAM"],
        }),
      );
      await waitForValue("two", StackName);
      await fixture.fault({
        service: "ssm",
        operation: "PutParameter",
        error: { code: "InternalServerError", message: "Down", status: 500 },
      });
      const failed = await fixture.settled(StackName);
      assert.equal(failed.StackStatus, "UPDATE_ROLLBACK_FAILED");
      if (skip === undefined) await fixture.clearFaults();
      await fixture.cfn.send(new ContinueUpdateRollbackCommand({ StackName, ResourcesToSkip: skip }));
      assert.equal((await fixture.settled(StackName)).StackStatus, "UPDATE_ROLLBACK_COMPLETE");
      const { Parameter } = await fixture.ssm.send(new GetParameterCommand({ Name: `/${StackName}` }));
      assert.equal(Parameter!.Value, skip === undefined ? "one" : "two");
    });
  }

  it("rolls a cancelled update back", async () => {
    await fixture.create("cancelled", { Resources: { A: parameter("/cancelled", "one") } });
    await fixture.cfn.send(
      new UpdateStackCommand({
        StackName: "cancelled",
        TemplateBody: JSON.stringify({ Resources: { A: parameter("/cancelled", "two") } }),
      }),
    );
    await fixture.cfn.send(new CancelUpdateStackCommand({ StackName: "cancelled" }));
    assert.equal((await fixture.settled("cancelled")).StackStatus, "UPDATE_ROLLBACK_COMPLETE");
    const { Parameter } = await fixture.ssm.send(new GetParameterCommand({ Name: "/cancelled" }));
    assert.equal(Parameter!.Value, "one");
  });

  async function waitForValue(value: string, name: string): Promise<void> {
    for (;;) {
      const { Parameter } = await fixture.ssm.send(new GetParameterCommand({ Name: `/${name}` }));
      if (Parameter!.Value === value) return;
    }
  }
});
