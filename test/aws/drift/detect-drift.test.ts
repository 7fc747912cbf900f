import assert from "node:assert/strict";
import { detectDrift } from "../../../aws/drift/detect-drift";
import { askCloudFormation } from "../../../cli/drift/ask-cloudformation";
import type { ResourceDrift } from "../../../core/drift/drift-report";
import { embeddedAccount } from "../embedded-account";

const STACK = "edge";
const template = {
  Resources: {
    Role: {
      Type: "AWS::IAM::Role",
      Properties: {
        RoleName: "edge-role",
        AssumeRolePolicyDocument: {
          Version: "2012-10-17",
          Statement: [
            { Effect: "Allow", Principal: { Service: "glue.amazonaws.com" }, Action: "sts:AssumeRole" },
          ],
        },
        MaxSessionDuration: 3600,
      },
    },
    Value: { Type: "AWS::SSM::Parameter", Properties: { Name: "/edge/value", Type: "String", Value: "v" } },
    Other: { Type: "AWS::SSM::Parameter", Properties: { Name: "/edge/other", Type: "String", Value: "v" } },
  },
};
const unread = (logicalId: string): ResourceDrift => ({
  logicalId,
  type: "AWS::Any::Type",
  identifier: logicalId,
  status: "not-checked",
  reason: "reading it is denied",
  differences: [],
  uncheckedProperties: [],
});

describe("CloudFormation's drift detection", () => {
  const account = embeddedAccount("us-west-1");

  beforeEach(async () => {
    assert.equal(await account.deploy({ name: STACK, template, tags: {} }), "CREATE_COMPLETE");
    await (await account.aws.iam()).updateRole({ RoleName: "edge-role", MaxSessionDuration: 7200 });
    await (await account.aws.ssm()).deleteParameter({ Name: "/edge/value" });
  });

  it("tells of the resources that are asked for, with property, expected and actual", async () => {
    assert.deepEqual(await detectDrift(account.aws, STACK, { logicalIds: ["Role", "Value"] }), [
      {
        logicalId: "Role",
        status: "drifted",
        differences: [
          { property: "MaxSessionDuration", item: "", change: "changed", expected: 3600, actual: 7200 },
        ],
      },
      { logicalId: "Value", status: "deleted", differences: [] },
    ]);
  });

  it("waits for a detection that somebody else has begun", async () => {
    const cloudFormation = await account.aws.cloudFormation();
    await account.fault({ service: "iam", operation: "GetRole", delayMs: 200, times: 1 });
    await cloudFormation.detectStackDrift({ StackName: STACK });
    const found = await detectDrift(account.aws, STACK, { logicalIds: ["Other"] });
    assert.deepEqual(
      found.map(({ logicalId, status }) => [logicalId, status]),
      [["Other", "in-sync"]],
    );
  });

  it("answers for what could not be read; what is denied to it too stays not checked", async () => {
    const { connection } = account;
    const target = { ...unread(""), connection, stackName: STACK, properties: {} };
    const { signal } = new AbortController();
    const Statement = [
      { Effect: "Allow", Action: "*", Resource: "*" },
      { Effect: "Deny", Action: ["ssm:*", "cloudformation:GetResource"], Resource: "*" },
    ];
    await account.callAs([{ Version: "2012-10-17", Statement }]);
    const asked = await askCloudFormation([unread("Role"), unread("Other")], target, { signal });
    assert.deepEqual(
      asked.map(({ logicalId, status, checkedBy, reason }) => [logicalId, status, checkedBy, reason]),
      [
        ["Role", "drifted", "cloudformation", undefined],
        [
          "Other",
          "not-checked",
          undefined,
          "reading it is denied; CloudFormation's drift detection does not know either",
        ],
      ],
    );
  });

  it("is not asked where everything could be read", async () => {
    const { connection } = account;
    const read: ResourceDrift = { ...unread("Role"), status: "in-sync", checkedBy: "reading" };
    await account.calls();
    const target = { ...unread(""), connection, stackName: STACK, properties: {} };
    assert.deepEqual(await askCloudFormation([read], target, { signal: new AbortController().signal }), [
      read,
    ]);
    assert.deepEqual(await account.calls(), []);
  });
});
