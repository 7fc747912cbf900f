import assert from "node:assert/strict";
import { CloudFormation } from "@aws-sdk/client-cloudformation";
import { REGION, TestServer } from "../services/embedded-server";

describe("a stack whose creation the server's end interrupted", () => {
  it("is rolled back by the next server, and leaves nothing", async () => {
    const server = await TestServer.start();
    try {
      const StackName = "interrupted";
      const stacks = () =>
        new CloudFormation({
          endpoint: server.url,
          region: REGION,
          credentials: { accessKeyId: "test", secretAccessKey: "test" },
        });
      const TemplateBody = JSON.stringify({
        Resources: {
          First: { Type: "AWS::IAM::Group", Properties: { GroupName: "first" } },
          Slow: {
            Type: "AWS::SSM::Parameter",
            DependsOn: "First",
            Properties: { Type: "String", Value: "v" },
          },
        },
      });
      await server.control("POST", "faults", { service: "ssm", operation: "PutParameter", delayMs: 600_000 });
      await stacks().createStack({ StackName, TemplateBody, Capabilities: ["CAPABILITY_NAMED_IAM"] });
      await until(async () => {
        const { StackResources } = await stacks().describeStackResources({ StackName });
        return StackResources?.some(({ ResourceStatus }) => ResourceStatus === "CREATE_COMPLETE") ?? false;
      });
      await server.restart();
      await until(async () => {
        const { Stacks } = await stacks().describeStacks({ StackName });
        return Stacks?.[0]?.StackStatus === "ROLLBACK_COMPLETE";
      });
      assert.deepEqual((await server.clients().iam.listGroups({})).Groups, []);
    } finally {
      await server.stop();
    }
  });
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20));
}
