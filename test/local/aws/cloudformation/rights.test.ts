import {
  CloudFormationClient,
  CreateStackCommand,
  DescribeChangeSetCommand,
  ExecuteChangeSetCommand,
  ListChangeSetsCommand,
} from "@aws-sdk/client-cloudformation";
import { GetGroupCommand } from "@aws-sdk/client-iam";
import assert from "node:assert/strict";
import { makeChangeSet } from "./change-set-fixture";
import { ACCOUNT, group, parameter, REGION, StackFixture } from "./stack-fixture";

describe("stacks of a caller whose rights are enforced", () => {
  const fixture = new StackFixture();
  let limited: CloudFormationClient;

  before(async () => {
    await fixture.start();
    const Statement = [
      { Effect: "Allow", Action: ["cloudformation:*", "ssm:*", "iam:GetGroup"], Resource: "*" },
    ];
    limited = await callerWith("limited", Statement);
  });
  after(async () => {
    limited.destroy();
    await fixture.stop();
  });

  async function callerWith(accessKeyId: string, Statement: object[]): Promise<CloudFormationClient> {
    await fetch(`${fixture.aws.url}/_tierguard/callers`, {
      method: "POST",
      body: JSON.stringify({ accessKeyId, policies: [{ Version: "2012-10-17", Statement }] }),
    });
    return new CloudFormationClient({
      endpoint: fixture.aws.url,
      region: REGION,
      credentials: { accessKeyId, secretAccessKey: "x" },
    });
  }

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

  it("have change sets whose rights are judged on the stack, by name or ARN", async () => {
    const template = (value: string) => ({ Resources: { P: parameter("/rights/changed", value) } });
    await fixture.create("judged", template("1"));
    const made = await makeChangeSet(fixture, "judged", template("2"));
    const reader = await callerWith("reader", [
      {
        Effect: "Allow",
        Action: "cloudformation:*ChangeSet*",
        Resource: `${made.StackId!.split("/").slice(0, 2).join("/")}/*`,
      },
      { Effect: "Deny", Action: "cloudformation:ExecuteChangeSet", Resource: "*" },
    ]);
    const { ChangeSetId: ChangeSetName } = made;
    await reader.send(new DescribeChangeSetCommand({ ChangeSetName }));
    await reader.send(new DescribeChangeSetCommand({ ChangeSetName: "changes", StackName: "judged" }));
    await assert.rejects(reader.send(new ExecuteChangeSetCommand({ ChangeSetName })), (error: Error) =>
      error.message.includes(`perform: cloudformation:ExecuteChangeSet on resource: ${made.StackId}`),
    );
    const { StackId } = await fixture.create("other", { Resources: { P: parameter("/rights/other") } });
    await assert.rejects(reader.send(new ListChangeSetsCommand({ StackName: StackId! })), /not authorized/);
  });

  it("have drift-aware change sets that fail with what the caller may not read", async () => {
    await fixture.create("unread", { Resources: { G: group("unread-group") } });
    const made = await makeChangeSet({ cfn: limited }, "unread", undefined, {
      DeploymentMode: "REVERT_DRIFT",
    });
    assert.equal(made.Status, "FAILED");
    assert.match(made.StatusReason!, /not authorized to perform: iam:ListGroupPolicies/);
  });

  it("have change sets that are made in spite of throttling", async () => {
    await fixture.create("slowed", { Resources: { G: group("slowed-group") } });
    const error = { code: "Throttling", message: "Rate exceeded", status: 400 };
    await fixture.fault({ service: "iam", operation: "GetGroup", error, times: 3 });
    const made = await makeChangeSet(fixture, "slowed", undefined, { DeploymentMode: "REVERT_DRIFT" });
    assert.match(made.StatusReason!, /didn't contain changes/);
    await fixture.fault({ service: "cloudformation", operation: "DescribeChangeSet", error, times: 1 });
    await assert.rejects(
      fixture.cfn.send(new DescribeChangeSetCommand({ ChangeSetName: made.ChangeSetId })),
      { name: "Throttling" },
    );
  });
});
