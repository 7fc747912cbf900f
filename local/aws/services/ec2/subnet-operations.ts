import type * as Ec2 from "@aws-sdk/client-ec2";
import { AwsError, type CallContext, type Operations } from "../../service";
import { refuseUnsupported } from "../unsupported-input";
import { contains, prefixLength } from "./cidr";
import { dependencyViolation, invalidValue } from "./errors";
import { describePage, tagFilters } from "./filters";
import { ec2Arn, newId } from "./ids";
import { endpoints, routeTables, type SubnetRecord, subnets, vpcs } from "./network-records";
import { forgetTags, givenTags, putTags, tagsOf } from "./tags";
import { checkBlock } from "./vpc-operations";

/** Addresses of each subnet that AWS keeps for itself. */
const RESERVED_ADDRESSES = 5;

/** A new subnet; zones follow one another where none is named. */
export function makeSubnet(
  context: CallContext,
  given: { vpcId: string; cidr: string; zone?: string; id?: string },
): SubnetRecord {
  const siblings = subnets.all(context).filter(({ vpcId }) => vpcId === given.vpcId);
  const zone = given.zone ?? `${context.region}${"abc"[siblings.length % 3]!}`;
  const record = { id: given.id ?? newId("subnet"), vpcId: given.vpcId, cidr: given.cidr, zone };
  subnets.save(context, record);
  return record;
}

function createSubnet(input: Ec2.CreateSubnetRequest, context: CallContext): Ec2.CreateSubnetResult {
  refuseUnsupported(input, [
    "AvailabilityZoneId",
    "DryRun",
    "Ipv4IpamPoolId",
    "Ipv6CidrBlock",
    "Ipv6Native",
    "OutpostArn",
  ]);
  const vpc = vpcs.get(context, input.VpcId!);
  const cidr = input.CidrBlock;
  if (cidr === undefined) {
    throw new AwsError("MissingParameter", "The request must contain the parameter cidrBlock.");
  }
  checkBlock(cidr, "Subnet");
  if (!contains(vpc.cidr, cidr)) {
    throw new AwsError("InvalidSubnet.Range", `The CIDR '${cidr}' is invalid.`);
  }
  const conflict = subnets
    .all(context)
    .some((other) => other.vpcId === vpc.id && (contains(other.cidr, cidr) || contains(cidr, other.cidr)));
  if (conflict) {
    throw new AwsError("InvalidSubnet.Conflict", `The CIDR '${cidr}' conflicts with another subnet`);
  }
  const zone = input.AvailabilityZone;
  if (zone !== undefined && !new RegExp(`^${context.region}[a-f]$`).test(zone)) {
    throw invalidValue(`Value (${zone}) for parameter availabilityZone is invalid.`);
  }
  const tags = givenTags(input.TagSpecifications, "subnet");
  const record = makeSubnet(context, { vpcId: vpc.id, cidr, zone });
  putTags(context, record.id, tags);
  return { Subnet: shape(record, context) };
}

function shape({ id, vpcId, cidr, zone }: SubnetRecord, context: CallContext): Ec2.Subnet {
  return {
    SubnetId: id,
    SubnetArn: ec2Arn(context, `subnet/${id}`),
    VpcId: vpcId,
    CidrBlock: cidr,
    AvailabilityZone: zone,
    AvailableIpAddressCount: 2 ** (32 - prefixLength(cidr)) - RESERVED_ADDRESSES,
    State: "available",
    OwnerId: context.caller.accountId,
    DefaultForAz: false,
    MapPublicIpOnLaunch: false,
    Tags: tagsOf(context, id),
  };
}

function describeSubnets(input: Ec2.DescribeSubnetsRequest, context: CallContext): Ec2.DescribeSubnetsResult {
  const all = subnets.named(context, input.SubnetIds).map((record) => ({
    item: shape(record, context),
    filters: {
      "subnet-id": [record.id],
      "vpc-id": [record.vpcId],
      "availability-zone": [record.zone],
      "cidr-block": [record.cidr],
      state: ["available"],
      ...tagFilters(tagsOf(context, record.id)),
    },
  }));
  const { items, NextToken } = describePage(all, input);
  return { Subnets: items, NextToken };
}

function deleteSubnet(input: Ec2.DeleteSubnetRequest, context: CallContext): void {
  const { id } = subnets.get(context, input.SubnetId!);
  const used = endpoints.all(context).some((endpoint) => endpoint.subnets.some((subnet) => subnet.id === id));
  if (used) throw dependencyViolation(`The subnet '${id}' has dependencies and cannot be deleted.`);
  for (const table of routeTables.all(context)) {
    const associations = table.associations.filter(({ subnetId }) => subnetId !== id);
    routeTables.save(context, { ...table, associations });
  }
  subnets.delete(context, id);
  forgetTags(context, id);
}

/** Subnets. */
export const subnetOperations: Operations = {
  CreateSubnet: createSubnet,
  DescribeSubnets: describeSubnets,
  DeleteSubnet: deleteSubnet,
};
