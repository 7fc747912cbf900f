import assert from "node:assert/strict";
import { REGION, StackFixture } from "../cloudformation/stack-fixture";
import { ec2, makeNetwork } from "./network-fixture";
import { type Made, typeTests } from "./type-tests";

const ENDPOINT_ID = /^vpce-[0-9a-f]{17}$/;
const STS = `com.amazonaws.${REGION}.sts`;
const S3 = `com.amazonaws.${REGION}.s3`;

const document = (Action: string) => ({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: "*", Action, Resource: "*" }],
});
const endpoint =
  (more: (made: Made) => Record<string, unknown> = () => ({})) =>
  (made: Made) => ({
    VpcId: made.VpcId,
    ServiceName: STS,
    VpcEndpointType: "Interface",
    PrivateDnsEnabled: true,
    SecurityGroupIds: [made.GroupId],
    SubnetIds: [made.SubnetA],
    Tags: [{ Key: "Stem", Value: "s" }],
    ...more(made),
  });

typeTests({
  type: "AWS::EC2::VPCEndpoint",
  prepare: makeNetwork,
  properties: endpoint(),
  read: {
    ServiceName: STS,
    VpcEndpointType: "Interface",
    PrivateDnsEnabled: true,
    RouteTableIds: undefined,
    PolicyDocument: { ...document("*"), Version: "2008-10-17" },
    Tags: [{ Key: "Stem", Value: "s" }],
  },
  renewed: ["NetworkInterfaceIds"],
  attributes: { Ref: ENDPOINT_ID, Id: ENDPOINT_ID, CreationTimestamp: /^\d{4}-/ },
  updates: [
    {
      name: "another subnet",
      properties: endpoint(({ SubnetB }) => ({ SubnetIds: [SubnetB] })),
      read: { ServiceName: STS },
    },
    {
      name: "its policy",
      properties: endpoint(() => ({ PolicyDocument: document("sts:AssumeRole") })),
      read: { PolicyDocument: document("sts:AssumeRole") },
    },
    {
      name: "no private DNS",
      properties: endpoint(() => ({ PrivateDnsEnabled: false })),
      read: { PrivateDnsEnabled: false },
    },
    {
      name: "its tags",
      properties: endpoint(() => ({ Tags: [{ Key: "b", Value: "2" }] })),
      read: { Tags: [{ Key: "b", Value: "2" }] },
    },
    {
      name: "another service",
      properties: endpoint(() => ({ ServiceName: `com.amazonaws.${REGION}.sagemaker.api` })),
      read: { ServiceName: `com.amazonaws.${REGION}.sagemaker.api` },
      replaced: true,
    },
  ],
  drifts: [
    {
      name: "private DNS that was put off",
      plant: (fixture, VpcEndpointId) =>
        ec2(fixture).modifyVpcEndpoint({ VpcEndpointId, PrivateDnsEnabled: false }),
      found: ["/PrivateDnsEnabled NOT_EQUAL"],
    },
    {
      name: "a subnet more",
      plant: (fixture, VpcEndpointId, { SubnetB }) =>
        ec2(fixture).modifyVpcEndpoint({ VpcEndpointId, AddSubnetIds: [SubnetB!] }),
      found: ["/SubnetIds/1 ADD"],
    },
    {
      name: "its deletion",
      plant: (fixture, id) => ec2(fixture).deleteVpcEndpoints({ VpcEndpointIds: [id] }),
      found: "DELETED",
    },
  ],
  patch: {
    operations: [{ op: "replace", path: "/PrivateDnsEnabled", value: false }],
    read: { PrivateDnsEnabled: false },
  },
});

describe("VPC endpoints of stacks", () => {
  const fixture = new StackFixture();
  let made: Made;
  before(async () => {
    await fixture.start();
    made = await makeNetwork(fixture);
  });
  after(() => fixture.stop());

  const gateway = (RouteTableIds?: string[]) => ({
    Resources: {
      Gateway: {
        Type: "AWS::EC2::VPCEndpoint",
        Properties: { VpcId: made.VpcId, ServiceName: S3, VpcEndpointType: "Gateway", RouteTableIds },
      },
    },
  });
  const reasons = async (stack: string) =>
    (await fixture.events(stack)).map((event) => event.ResourceStatusReason ?? "").join("\n");

  it("lead the route tables of a gateway, those alone that it names", async () => {
    const leads = async () => {
      const { RouteTables } = await ec2(fixture).describeRouteTables({
        RouteTableIds: [made.TableA!, made.TableB!],
      });
      return RouteTables!.map(({ Routes }) =>
        Routes!.some(({ GatewayId }) => GatewayId!.startsWith("vpce-")),
      );
    };
    await fixture.create("gateway", gateway([made.TableA!]));
    assert.deepEqual(await leads(), [true, false]);
    await fixture.update("gateway", gateway([made.TableB!]));
    assert.deepEqual(await leads(), [false, true]);
    await fixture.create("second", gateway([made.TableB!]));
    assert.match(await reasons("second"), /already has a route with destination-prefix-list-id pl-/);
    assert.equal((await fixture.delete("gateway")).StackStatus, "DELETE_COMPLETE");
    assert.deepEqual(await leads(), [false, false]);
  });

  it("have a private name once in a VPC", async () => {
    const template = {
      Resources: { Endpoint: { Type: "AWS::EC2::VPCEndpoint", Properties: endpoint()(made) } },
    };
    assert.equal((await fixture.create("first", template)).StackStatus, "CREATE_COMPLETE");
    assert.equal((await fixture.create("again", template)).StackStatus, "ROLLBACK_COMPLETE");
    assert.match(
      await reasons("again"),
      new RegExp(`conflicting DNS domain for sts.${REGION}.amazonaws.com in the VPC ${made.VpcId}`),
    );
    await fixture.delete("first");
  });
});
