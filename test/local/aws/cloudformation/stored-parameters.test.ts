import { CreateStackCommand, UpdateStackCommand } from "@aws-sdk/client-cloudformation";
import { DeleteParameterCommand, PutParameterCommand } from "@aws-sdk/client-ssm";
import assert from "node:assert/strict";
import { makeNetwork } from "../resource-types/network-fixture";
import type { Made } from "../resource-types/type-tests";
import { parameter, StackFixture } from "./stack-fixture";

/** Parameters as the templates of ML products have them. */
const TEMPLATE = {
  Parameters: {
    VpcId: { Type: "AWS::SSM::Parameter::Value<AWS::EC2::VPC::Id>", Default: "/vpc/VPCId" },
    SubnetIds: { Type: "AWS::SSM::Parameter::Value<List<AWS::EC2::Subnet::Id>>", Default: "/vpc/Subnets" },
    GroupId: { Type: "AWS::SSM::Parameter::Value<AWS::EC2::SecurityGroup::Id>", Default: "/sg/Id" },
    Role: { Type: "AWS::SSM::Parameter::Value<String>", Default: "/role" },
  },
  Resources: {
    Vpc: parameter("/out/vpc", { Ref: "VpcId" }),
    Subnets: parameter("/out/subnets", { "Fn::Join": ["+", { Ref: "SubnetIds" }] }),
    Arn: parameter("/out/role", { Ref: "Role" }),
  },
  Outputs: Object.fromEntries(
    ["Vpc", "Subnets", "Arn"].map((id) => [id, { Value: { "Fn::GetAtt": [id, "Value"] } }]),
  ),
};

describe("parameters whose values are in the Parameter Store", () => {
  const fixture = new StackFixture();
  let made: Made;
  const put = (Name: string, Value: string) =>
    fixture.ssm.send(new PutParameterCommand({ Name, Value, Type: "String", Overwrite: true }));
  const TemplateBody = JSON.stringify(TEMPLATE);

  beforeEach(async () => {
    await fixture.start();
    made = await makeNetwork(fixture);
    await put("/vpc/VPCId", made.VpcId!);
    await put("/vpc/Subnets", `${made.SubnetA!},${made.SubnetB!}`);
    await put("/sg/Id", made.GroupId!);
    await put("/role", "arn:one");
  });
  afterEach(() => fixture.stop());

  const outputs = async () => {
    const { Outputs } = await fixture.describe("stored");
    return Object.fromEntries(Outputs!.map(({ OutputKey, OutputValue }) => [OutputKey!, OutputValue]));
  };

  it("are read at creation and again at each update, and shown beside the names", async () => {
    const stack = await fixture.create("stored", TEMPLATE);
    assert.equal(stack.StackStatus, "CREATE_COMPLETE");
    const subnets = `${made.SubnetA!}+${made.SubnetB!}`;
    assert.deepEqual(await outputs(), { Vpc: made.VpcId, Subnets: subnets, Arn: "arn:one" });
    const role = stack.Parameters!.find(({ ParameterKey }) => ParameterKey === "Role");
    assert.deepEqual([role!.ParameterValue, role!.ResolvedValue], ["/role", "arn:one"]);
    await put("/role", "arn:two");
    const updated = await fixture.update("stored", undefined, {
      UsePreviousTemplate: true,
      Parameters: [{ ParameterKey: "Role", UsePreviousValue: true }],
    });
    assert.equal(updated.StackStatus, "UPDATE_COMPLETE");
    assert.equal((await outputs()).Arn, "arn:two");
    assert.equal(
      updated.Parameters!.find(({ ParameterKey }) => ParameterKey === "Role")!.ResolvedValue,
      "arn:two",
    );
  });

  it("refuse a stack where some are not there, all named at once", async () => {
    for (const Name of ["/role", "/sg/Id"]) await fixture.ssm.send(new DeleteParameterCommand({ Name }));
    const create = fixture.cfn.send(new CreateStackCommand({ StackName: "stored", TemplateBody }));
    await assert.rejects(create, {
      name: "ValidationError",
      message: "Unable to fetch parameters [/sg/Id,/role] from parameter store for this account.",
    });
    await assert.rejects(fixture.describe("stored"), /does not exist/);
  });

  for (const { name, key, value, shown } of [
    { name: "/vpc/VPCId", key: "VpcId", value: "vpc-0", shown: "vpc-0" },
    { name: "/vpc/Subnets", key: "SubnetIds", value: "subnet-0", shown: "subnet-0" },
    { name: "/sg/Id", key: "GroupId", value: "sg-0", shown: "sg-0" },
  ]) {
    it(`refuse a stack and its update where ${key} names what is not there`, async () => {
      await fixture.create("there", { ...TEMPLATE, Resources: { R: parameter("/there") }, Outputs: {} });
      await put(name, value);
      const refusal = {
        name: "ValidationError",
        message: `Parameter validation failed: parameter value ${shown} for parameter name ${key} does not exist`,
      };
      await assert.rejects(
        fixture.cfn.send(new CreateStackCommand({ StackName: "stored", TemplateBody })),
        refusal,
      );
      await assert.rejects(
        fixture.cfn.send(new UpdateStackCommand({ StackName: "there", TemplateBody })),
        refusal,
      );
    });
  }
});
