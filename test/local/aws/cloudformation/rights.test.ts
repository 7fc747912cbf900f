import { CloudFormationClient, CreateStackCommand } from "@aws-sdk/client-cloudformation";
import { GetGroupCommand } from "@aws-sdk/client-iam";
import assert from "node:assert/strict";
import { ACCOUNT, group, parameter, REGION, StackFixture } from "./stack-fixture";

describe("stacks of a caller whose rights are enforced", () => {
  const fixture = new StackFixture();
  let limited: CloudFormationClient;

  before(async () => {
    await fixture.start();
    const Statement = [
      { Effect: "Allow", Action: ["cloudformation:*", "ssm:*", "iam:GetGroup"], Resource: "*" },
    ];
    await fetch(`${fixture.aws.url}/_tierguard/callers`, {
      method: "POST",
      body: JSON.stringify({ accessKeyId: "limited", policies: [{ Version: "2012-10-17", Statement }] }),
    });
    limited = new CloudFormationClient({
      endpoint: fixture.aws.url,
      region: REGION,
      credentials: { accessKeyId: "limited", secretAccessKey: "x" },
    });
  });
  after(async () => {
    limited.destroy();
    await fixture.stop();
  });

  const create = async (StackName: string, Resources: object) => {
    await limited.send(
      new CreateStackCommand({
        StackName,
        TemplateBody: JSON.stringify({ Resources }),
        Capabilities: ["CAPABILITY_NAMED_IAM"],
      }),
    );
    return fixture.settled(StackName);
  };

  it("make only what the caller may make", async () => {
    assert.equal((await create("allowed", { P: parameter("/rights") })).StackStatus, "CREATE_COMPLETE");
    const stack = await create("denied", { G: group("denied-group") });
    assert.equal(stack.StackStatus, "ROLLBACK_COMPLETE");
    const failed = (await fixture.events("denied")).find((event) => event.ResourceStatus === "CREATE_FAILED");
    assert.match(
      failed!.ResourceStatusReason!,
      new RegExp(`arn:aws:iam::${ACCOUNT}:user/limited is not authorized to perform: iam:CreateGroup`),
    );
    assert.match(failed!.ResourceStatusReason!, /HandlerErrorCode: AccessDenied\)$/);
    await assert.rejects(fixture.iam.send(new GetGroupCommand({ GroupName: "denied-group" })), {
      name: "NoSuchEntityException",
    });
  });

  it("are made in spite of throttling", async () => {
    const error = { code: "Throttling", message: "Rate exceeded", status: 400 };
    await fixture.fault({ service: "iam", operation: "CreateGroup", error, times: 3 });
    assert.equal(
      (await fixture.create("throttled", { Resources: { G: group("throttled") } })).StackStatus,
      "CREATE_COMPLETE",
    );
  });
});
