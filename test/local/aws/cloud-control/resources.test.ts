import {
  CancelResourceRequestCommand,
  CreateResourceCommand,
  DeleteResourceCommand,
  GetResourceCommand,
  GetResourceRequestStatusCommand,
  ListResourceRequestsCommand,
  ListResourcesCommand,
  type ProgressEvent,
  UpdateResourceCommand,
} from "@aws-sdk/client-cloudcontrol";
import { AttachGroupPolicyCommand, PutGroupPolicyCommand } from "@aws-sdk/client-iam";
import { PutParameterCommand } from "@aws-sdk/client-ssm";
import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { allow, group, parameter, refusal, StackFixture } from "../cloudformation/stack-fixture";
import { resourceCases } from "./resource-cases";

type Properties = Record<string, unknown>;

describe("Cloud Control", () => {
  const fixture = new StackFixture();
  before(() => fixture.start());
  after(() => fixture.stop());

  for (const { TypeName, identifier, desired, read, patch, changed } of resourceCases) {
    it(`creates, reads, lists, updates and deletes ${TypeName}`, async () => {
      const created = await create(TypeName, desired);
      assert.deepEqual(
        [created.OperationStatus, created.Identifier],
        ["SUCCESS", identifier],
        created.StatusMessage,
      );
      subset(await get(TypeName, identifier), read);
      const { ResourceDescriptions } = await fixture.control.send(new ListResourcesCommand({ TypeName }));
      assert.ok(ResourceDescriptions!.some((resource) => resource.Identifier === identifier));
      const again = await create(TypeName, desired);
      assert.deepEqual([again.OperationStatus, again.ErrorCode], ["FAILED", "AlreadyExists"]);
      const updated = await update(TypeName, identifier, patch);
      assert.equal(updated.OperationStatus, "SUCCESS", updated.StatusMessage);
      subset(await get(TypeName, identifier), changed);
      assert.equal((await remove(TypeName, identifier)).OperationStatus, "SUCCESS");
      const error = await refused(
        fixture.control.send(new GetResourceCommand({ TypeName, Identifier: identifier })),
      );
      assert.deepEqual([error.code, error.status], ["ResourceNotFoundException", 404]);
      assert.equal((await remove(TypeName, identifier)).ErrorCode, "NotFound");
    });
  }

  it("reads what was added beside the stack, and who a policy is attached to", async () => {
    await fixture.create("live", {
      Resources: {
        G: group("live-group"),
        P: {
          Type: "AWS::IAM::ManagedPolicy",
          Properties: { ManagedPolicyName: "live-policy", PolicyDocument: allow("s3:A") },
        },
        S: parameter("/live", "template"),
      },
    });
    const PolicyArn = "arn:aws:iam::123456789012:policy/live-policy";
    await fixture.iam.send(new AttachGroupPolicyCommand({ GroupName: "live-group", PolicyArn }));
    await fixture.iam.send(
      new PutGroupPolicyCommand({
        GroupName: "live-group",
        PolicyName: "by-hand",
        PolicyDocument: JSON.stringify(allow("ec2:*")),
      }),
    );
    await fixture.ssm.send(new PutParameterCommand({ Name: "/live", Value: "by hand", Overwrite: true }));
    const read = await get("AWS::IAM::Group", "live-group");
    assert.deepEqual(read.ManagedPolicyArns, [PolicyArn]);
    assert.deepEqual((read.Policies as { PolicyName: string }[]).map((policy) => policy.PolicyName).sort(), [
      "by-hand",
      "inline",
    ]);
    assert.deepEqual((await get("AWS::IAM::ManagedPolicy", PolicyArn)).Groups, ["live-group"]);
    assert.equal((await get("AWS::SSM::Parameter", "/live")).Value, "by hand");
    const reverted = await update("AWS::IAM::Group", "live-group", [
      {
        op: "replace",
        path: "/Policies",
        value: [{ PolicyName: "inline", PolicyDocument: allow("s3:ListAllMyBuckets") }],
      },
      { op: "remove", path: "/ManagedPolicyArns" },
    ]);
    assert.equal(reverted.OperationStatus, "SUCCESS");
    assert.equal((await get("AWS::IAM::ManagedPolicy", PolicyArn)).Groups, undefined);
    assert.equal((await fixture.delete("live")).StackStatus, "DELETE_COMPLETE");
  });

  it("serves stacks", async () => {
    const TypeName = "AWS::CloudFormation::Stack";
    const template = (value: string) =>
      JSON.stringify({ Resources: { P: parameter("/cc-stack", value) }, Outputs: { O: { Value: value } } });
    const created = await create(TypeName, {
      StackName: "cc-stack",
      TemplateBody: template("one"),
      Tags: [{ Key: "a", Value: "1" }],
    });
    assert.equal(created.OperationStatus, "SUCCESS", created.StatusMessage);
    const id = created.Identifier!;
    assert.match(id, /^arn:aws:cloudformation:us-east-1:123456789012:stack\/cc-stack\//);
    subset(await get(TypeName, id), {
      StackName: "cc-stack",
      StackId: id,
      StackStatus: "CREATE_COMPLETE",
      TemplateBody: template("one"),
      Outputs: [{ OutputKey: "O", OutputValue: "one" }],
      Tags: [{ Key: "a", Value: "1" }],
    });
    const updated = await update(TypeName, id, [
      { op: "replace", path: "/TemplateBody", value: template("two") },
    ]);
    assert.equal(updated.OperationStatus, "SUCCESS", updated.StatusMessage);
    subset(await get(TypeName, id), {
      StackStatus: "UPDATE_COMPLETE",
      Outputs: [{ OutputKey: "O", OutputValue: "two" }],
    });
    const same = await update(TypeName, id, [
      { op: "replace", path: "/TemplateBody", value: template("two") },
    ]);
    assert.equal(same.OperationStatus, "SUCCESS", same.StatusMessage);
    assert.equal((await remove(TypeName, id)).OperationStatus, "SUCCESS");
    assert.equal(
      (await refused(fixture.control.send(new GetResourceCommand({ TypeName, Identifier: id })))).code,
      "ResourceNotFoundException",
    );
  });

  it("says of a stack that failed which it is and why", async () => {
    const TypeName = "AWS::CloudFormation::Stack";
    const TemplateBody = JSON.stringify({
      Resources: { G: { Type: "AWS::IAM::Group", Properties: { GroupName: "a b" } } },
    });
    const failed = await create(TypeName, {
      StackName: "cc-failed",
      TemplateBody,
      Capabilities: ["CAPABILITY_NAMED_IAM"],
    });
    assert.equal(failed.OperationStatus, "FAILED");
    assert.match(failed.Identifier!, /:stack\/cc-failed\//);
    assert.match(failed.StatusMessage!, /ROLLBACK_COMPLETE.*failed to create: \[G\]/);
    const unable = await create(TypeName, { StackName: "cc-unable", TemplateBody });
    assert.equal(unable.ErrorCode, "InvalidRequest");
    assert.match(unable.StatusMessage!, /Requires capabilities : \[CAPABILITY_NAMED_IAM\]/);
  });

  it("refuses what can't be updated", async () => {
    await create("AWS::IAM::Group", { GroupName: "cc-fixed" });
    for (const { patch, code, message } of [
      {
        patch: [{ op: "replace", path: "/GroupName", value: "x" }],
        code: "NotUpdatable",
        message: "Invalid patch update: createOnlyProperties [/properties/GroupName] cannot be updated",
      },
      {
        patch: [{ op: "replace", path: "/Arn", value: "x" }],
        code: "NotUpdatable",
        message: "Invalid patch update: readOnlyProperties [/properties/Arn] cannot be updated",
      },
      {
        patch: [{ op: "test", path: "/Path", value: "/x/" }],
        code: "InvalidRequest",
        message: "Invalid patch update: The test of /Path failed",
      },
      {
        patch: [{ op: "remove", path: "/Nope" }],
        code: "InvalidRequest",
        message: "Invalid patch update: Nothing is at /Nope",
      },
      {
        patch: [{ op: "add", path: "/Nope", value: 1 }],
        code: "InvalidRequest",
        message: "Model validation failed (#: extraneous key [Nope] is not permitted)",
      },
    ]) {
      const event = await update("AWS::IAM::Group", "cc-fixed", patch);
      assert.deepEqual(
        [event.OperationStatus, event.ErrorCode, event.StatusMessage],
        ["FAILED", code, message],
      );
    }
    assert.equal((await update("AWS::IAM::Group", "cc-nobody", [])).ErrorCode, "NotFound");
  });

  it("refuses requests at once", async () => {
    const bad = { TypeName: "AWS::IAM::Group", DesiredState: JSON.stringify({ Colour: "red" }) };
    for (const { send, code, status, message } of [
      {
        send: () => fixture.control.send(new CreateResourceCommand(bad)),
        code: "ValidationException",
        status: 400,
        message: "Model validation failed (#: extraneous key [Colour] is not permitted)",
      },
      {
        send: () => fixture.control.send(new CreateResourceCommand({ ...bad, DesiredState: "{" })),
        code: "ValidationException",
        status: 400,
        message: "DesiredState must be valid JSON",
      },
      {
        send: () =>
          fixture.control.send(new GetResourceCommand({ TypeName: "AWS::Foo::Bar", Identifier: "x" })),
        code: "TypeNotFoundException",
        status: 404,
        message: "The type 'AWS::Foo::Bar' cannot be found.",
      },
      {
        send: () =>
          fixture.control.send(
            new GetResourceCommand({ TypeName: "AWS::CodeBuild::Project", Identifier: "x" }),
          ),
        code: "UnsupportedActionException",
        status: 405,
        message: "Resource type AWS::CodeBuild::Project does not support READ action",
      },
      {
        send: () => fixture.control.send(new GetResourceRequestStatusCommand({ RequestToken: "nope" })),
        code: "RequestTokenNotFoundException",
        status: 404,
        message: "Request with token nope was not found",
      },
    ]) {
      assert.deepEqual(await refused(send()), { code, status, message });
    }
  });

  it("does the same request with the same client token once", async () => {
    const input = {
      TypeName: "AWS::IAM::Group",
      DesiredState: JSON.stringify({ GroupName: "cc-once" }),
      ClientToken: "once",
    };
    const [first, second] = await Promise.all(
      [1, 2].map(() => fixture.control.send(new CreateResourceCommand(input))),
    );
    assert.equal(first!.ProgressEvent!.RequestToken, second!.ProgressEvent!.RequestToken);
    assert.equal(first!.ProgressEvent!.OperationStatus, "IN_PROGRESS");
    assert.equal((await finished(first!.ProgressEvent!)).OperationStatus, "SUCCESS");
    const other = new CreateResourceCommand({ ...input, DesiredState: "{}" });
    assert.deepEqual(
      [
        (await refused(fixture.control.send(other))).code,
        (await refused(fixture.control.send(other))).status,
      ],
      ["ClientTokenConflictException", 409],
    );
    const { ResourceRequestStatusSummaries } = await fixture.control.send(
      new ListResourceRequestsCommand({
        ResourceRequestStatusFilter: { Operations: ["CREATE"], OperationStatuses: ["SUCCESS"] },
      }),
    );
    assert.ok(ResourceRequestStatusSummaries!.some((event) => event.Identifier === "cc-once"));
  });

  it("does not cancel a request that has ended", async () => {
    const { ProgressEvent: event } = await fixture.control.send(
      new CreateResourceCommand({
        TypeName: "AWS::CloudFormation::Stack",
        DesiredState: JSON.stringify({ StackName: "cc-cancel", TemplateBody: "{}" }),
      }),
    );
    const cancel = new CancelResourceRequestCommand({ RequestToken: event!.RequestToken });
    const done = await finished(event!);
    assert.equal(done.OperationStatus, "FAILED");
    assert.equal((await refused(fixture.control.send(cancel))).code, "ConcurrentModificationException");
  });

  async function finished(event: ProgressEvent): Promise<ProgressEvent> {
    for (;;) {
      const { ProgressEvent: now } = await fixture.control.send(
        new GetResourceRequestStatusCommand({ RequestToken: event.RequestToken }),
      );
      if (!["PENDING", "IN_PROGRESS", "CANCEL_IN_PROGRESS"].includes(now!.OperationStatus!)) return now!;
      await sleep(10);
    }
  }

  async function create(TypeName: string, desired: Properties): Promise<ProgressEvent> {
    const answer = await fixture.control.send(
      new CreateResourceCommand({ TypeName, DesiredState: JSON.stringify(desired) }),
    );
    return finished(answer.ProgressEvent!);
  }

  async function update(TypeName: string, Identifier: string, patch: unknown[]): Promise<ProgressEvent> {
    const answer = await fixture.control.send(
      new UpdateResourceCommand({ TypeName, Identifier, PatchDocument: JSON.stringify(patch) }),
    );
    return finished(answer.ProgressEvent!);
  }

  async function remove(TypeName: string, Identifier: string): Promise<ProgressEvent> {
    const answer = await fixture.control.send(new DeleteResourceCommand({ TypeName, Identifier }));
    return finished(answer.ProgressEvent!);
  }

  async function get(TypeName: string, Identifier: string): Promise<Properties> {
    const { ResourceDescription } = await fixture.control.send(
      new GetResourceCommand({ TypeName, Identifier }),
    );
    return JSON.parse(ResourceDescription!.Properties!) as Properties;
  }

  async function refused(call: Promise<unknown>) {
    return refusal(
      await call.then(
        () => assert.fail("It was not refused"),
        (reason: unknown) => reason,
      ),
    );
  }
});

function subset(actual: Properties, expected: Properties): void {
  const shown = Object.fromEntries(Object.keys(expected).map((name) => [name, actual[name]]));
  assert.deepEqual(shown, expected);
}
