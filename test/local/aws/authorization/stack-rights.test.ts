import assert from "node:assert/strict";
import { CloudControlClient, GetResourceCommand } from "@aws-sdk/client-cloudcontrol";
import { CloudFormation } from "@aws-sdk/client-cloudformation";
import { ACCOUNT, refusal, REGION, TestServer } from "../services/embedded-server";

const GROUP_STACK = JSON.stringify({
  Resources: { Group: { Type: "AWS::IAM::Group", Properties: { GroupName: "x-made-by-stack" } } },
});
const STACKS = `arn:aws:cloudformation:${REGION}:${ACCOUNT}:stack`;

describe("rights of a caller of CloudFormation", () => {
  let server: TestServer;

  before(async () => {
    server = await TestServer.start();
    await server.clients().iam.createGroup({ GroupName: "there" });
  });
  after(() => server.stop());

  async function config(name: string, ...statements: Record<string, unknown>[]) {
    const policies = [{ Version: "2012-10-17", Statement: statements }];
    await server.control("POST", "callers", { accessKeyId: name, policies });
    const credentials = { accessKeyId: name, secretAccessKey: "x" };
    return { endpoint: server.url, region: REGION, maxAttempts: 1, credentials };
  }

  /** The status in which a stack comes to rest. */
  async function statusAtRest(stacks: CloudFormation, StackName: string): Promise<string> {
    for (;;) {
      const { Stacks } = await stacks.describeStacks({ StackName });
      const status = Stacks![0]!.StackStatus!;
      if (!status.endsWith("_IN_PROGRESS")) return status;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  const allStacks = { Effect: "Allow", Action: "cloudformation:*", Resource: `${STACKS}/x-*/*` };

  it("are asked for each resource of a stack too, and the refusal is in its events", async () => {
    const stacks = new CloudFormation(await config("STACKS", allStacks));
    const StackName = "x-refused";
    await stacks.createStack({
      StackName,
      TemplateBody: GROUP_STACK,
      Capabilities: ["CAPABILITY_NAMED_IAM"],
    });
    assert.equal(await statusAtRest(stacks, StackName), "ROLLBACK_COMPLETE");
    const { StackEvents } = await stacks.describeStackEvents({ StackName });
    const failed = StackEvents?.find(({ ResourceStatus }) => ResourceStatus === "CREATE_FAILED");
    assert.match(
      failed?.ResourceStatusReason ?? "",
      /is not authorized to perform: iam:CreateGroup on resource/,
    );
  });

  it("are enough where they hold stack and resources", async () => {
    const groups = { Effect: "Allow", Action: "iam:*Group*", Resource: `arn:aws:iam::${ACCOUNT}:group/x-*` };
    const stacks = new CloudFormation(await config("BOTH", allStacks, groups));
    const StackName = "x-made";
    await stacks.createStack({
      StackName,
      TemplateBody: GROUP_STACK,
      Capabilities: ["CAPABILITY_NAMED_IAM"],
      Tags: [{ Key: "Tier", Value: "startup" }],
    });
    assert.equal(await statusAtRest(stacks, StackName), "CREATE_COMPLETE");
    const tagged = { ...allStacks, Condition: { StringEquals: { "aws:ResourceTag/Tier": "startup" } } };
    const byTag = new CloudFormation(await config("BYTAG", tagged));
    await byTag.describeStacks({ StackName });
    assert.equal((await refusal(byTag.describeStacks({ StackName: "x-refused" }))).code, "AccessDenied");
  });

  it("end at other names, at listings, and at roles to pass", async () => {
    const stacks = new CloudFormation(await config("NARROW", allStacks));
    const create = (StackName: string, RoleARN?: string) =>
      stacks.createStack({
        StackName,
        TemplateBody: GROUP_STACK,
        RoleARN,
        Capabilities: ["CAPABILITY_NAMED_IAM"],
      });
    assert.equal((await refusal(create("y-other"))).code, "AccessDenied");
    assert.equal((await refusal(stacks.listStacks({}))).code, "AccessDenied");
    const passing = await refusal(create("x-passing", `arn:aws:iam::${ACCOUNT}:role/admin`));
    assert.match(
      passing.message,
      /is not authorized to perform: iam:PassRole on resource: arn:.*:role\/admin/,
    );
  });

  it("are asked for what Cloud Control reads, beside Cloud Control itself", async () => {
    const read = new GetResourceCommand({ TypeName: "AWS::IAM::Group", Identifier: "there" });
    const nobody = new CloudControlClient(await config("NOBODY", { ...allStacks, Action: "s3:*" }));
    const refused = await refusal(nobody.send(read));
    assert.equal(refused.code, "AccessDeniedException");
    const onlyControl = { Effect: "Allow", Action: "cloudformation:GetResource", Resource: "*" };
    const control = new CloudControlClient(await config("CONTROL", onlyControl));
    assert.match((await refusal(control.send(read))).message, /iam:GetGroup/);
    const groups = { Effect: "Allow", Action: ["iam:Get*", "iam:List*"], Resource: "*" };
    const both = new CloudControlClient(await config("READER", onlyControl, groups));
    assert.equal((await both.send(read)).ResourceDescription?.Identifier, "there");
  });
});
