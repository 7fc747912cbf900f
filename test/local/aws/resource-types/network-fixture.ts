import { EC2 } from "@aws-sdk/client-ec2";
import type { StackFixture } from "../cloudformation/stack-fixture";
import type { Made } from "./type-tests";

/** A client of the fixture's EC2. */
export const ec2 = (fixture: StackFixture): EC2 => fixture.client(EC2);

/** Makes a VPC with names, two subnets, two route tables and a group. */
export async function makeNetwork(fixture: StackFixture): Promise<Made> {
  const client = ec2(fixture);
  const { Vpc } = await client.createVpc({ CidrBlock: "10.0.0.0/16" });
  const VpcId = Vpc!.VpcId!;
  await client.modifyVpcAttribute({ VpcId, EnableDnsHostnames: { Value: true } });
  const subnet = async (CidrBlock: string) =>
    (await client.createSubnet({ VpcId, CidrBlock })).Subnet!.SubnetId!;
  const table = async () => (await client.createRouteTable({ VpcId })).RouteTable!.RouteTableId!;
  const group = await client.createSecurityGroup({ VpcId, GroupName: "theirs", Description: "d" });
  return {
    VpcId,
    SubnetA: await subnet("10.0.0.0/24"),
    SubnetB: await subnet("10.0.1.0/24"),
    TableA: await table(),
    TableB: await table(),
    GroupId: group.GroupId!,
  };
}
