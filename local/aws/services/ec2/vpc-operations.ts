import type * as Ec2 from "@aws-sdk/client-ec2";
import { AwsError, type CallContext, type Operations } from "../../service";
import { refuseUnsupported } from "../unsupported-input";
import { isCidr, prefixLength } from "./cidr";
import { dependencyViolation, invalidValue } from "./errors";
import { describePage, tagFilters } from "./filters";
import { newId } from "./ids";
import { endpoints, routeTables, securityGroups, subnets, type VpcRecord, vpcs } from "./network-records";
import { makeRouteTable } from "./route-table-operations";
import { makeSecurityGroup, removeSecurityGroup } from "./security-group-record";
import { forgetTags, givenTags, putTags, tagsOf } from "./tags";

/** Throws unless a text is a block that a VPC or a subnet can have: of 16 to 28 bits. */
export function checkBlock(cidr: string, kind: "Subnet" | "Vpc"): void {
  if (!isCidr(cidr, "ipv4")) {
    throw invalidValue(`Value (${cidr}) for parameter cidrBlock is invalid. This is not a valid CIDR block.`);
  }
  if (prefixLength(cidr) < 16 || prefixLength(cidr) > 28) {
    throw new AwsError(`Invalid${kind}.Range`, `The CIDR '${cidr}' is invalid.`);
  }
}

/** A new VPC with what every VPC has: its main route table and its default security group. */
export function makeVpc(context: CallContext, cidr: string, id = newId("vpc")): VpcRecord {
  const record: VpcRecord = { id, cidr, dnsSupport: true, dnsHostnames: false };
  vpcs.save(context, record);
  makeRouteTable(context, { vpcId: id, main: true });
  makeSecurityGroup(context, { vpcId: id, name: "default", description: "default VPC security group" });
  return record;
}

function createVpc(input: Ec2.CreateVpcRequest, context: CallContext): Ec2.CreateVpcResult {
  refuseUnsupported(input, [
    "AmazonProvidedIpv6CidrBlock",
    "DryRun",
    "Ipv4IpamPoolId",
    "Ipv6CidrBlock",
    "Ipv6Pool",
    "VpcEncryptionControl",
  ]);
  const cidr = input.CidrBlock;
  if (cidr === undefined) {
    throw new AwsError("MissingParameter", "Either 'cidrBlock' or 'ipv4IpamPoolId' should be provided.");
  }
  checkBlock(cidr, "Vpc");
  const tags = givenTags(input.TagSpecifications, "vpc");
  const record = makeVpc(context, cidr);
  putTags(context, record.id, tags);
  return { Vpc: shape(record, context) };
}

function shape({ id, cidr }: VpcRecord, context: CallContext): Ec2.Vpc {
  return {
    VpcId: id,
    CidrBlock: cidr,
    State: "available",
    OwnerId: context.caller.accountId,
    InstanceTenancy: "default",
    IsDefault: false,
    DhcpOptionsId: "default",
    Tags: tagsOf(context, id),
  };
}

function describeVpcs(input: Ec2.DescribeVpcsRequest, context: CallContext): Ec2.DescribeVpcsResult {
  const all = vpcs.named(context, input.VpcIds).map((record) => ({
    item: shape(record, context),
    filters: {
      "vpc-id": [record.id],
      cidr: [record.cidr],
      "cidr-block-association.cidr-block": [record.cidr],
      "is-default": ["false"],
      state: ["available"],
      ...tagFilters(tagsOf(context, record.id)),
    },
  }));
  const { items, NextToken } = describePage(all, input);
  return { Vpcs: items, NextToken };
}

function deleteVpc(input: Ec2.DeleteVpcRequest, context: CallContext): void {
  const { id } = vpcs.get(context, input.VpcId!);
  const inside = <T extends { vpcId: string }>(all: T[]): T[] => all.filter(({ vpcId }) => vpcId === id);
  const tables = inside(routeTables.all(context));
  const groups = inside(securityGroups.all(context));
  const others = [
    ...inside(subnets.all(context)),
    ...inside(endpoints.all(context)),
    ...tables.filter(({ main }) => !main),
    ...groups.filter(({ name }) => name !== "default"),
  ];
  if (others.length > 0) {
    throw dependencyViolation(`The vpc '${id}' has dependencies and cannot be deleted.`);
  }
  for (const table of tables) routeTables.delete(context, table.id);
  for (const group of groups) removeSecurityGroup(context, group.id);
  vpcs.delete(context, id);
  forgetTags(context, id);
}

function modifyVpcAttribute(input: Ec2.ModifyVpcAttributeRequest, context: CallContext): void {
  refuseUnsupported(input, ["EnableNetworkAddressUsageMetrics"]);
  const record = vpcs.get(context, input.VpcId!);
  vpcs.save(context, {
    ...record,
    dnsSupport: input.EnableDnsSupport?.Value ?? record.dnsSupport,
    dnsHostnames: input.EnableDnsHostnames?.Value ?? record.dnsHostnames,
  });
}

function describeVpcAttribute(
  input: Ec2.DescribeVpcAttributeRequest,
  context: CallContext,
): Ec2.DescribeVpcAttributeResult {
  const { id, dnsSupport, dnsHostnames } = vpcs.get(context, input.VpcId!);
  switch (input.Attribute) {
    case "enableDnsSupport":
      return { VpcId: id, EnableDnsSupport: { Value: dnsSupport } };
    case "enableDnsHostnames":
      return { VpcId: id, EnableDnsHostnames: { Value: dnsHostnames } };
    default:
      throw invalidValue(`Value (${input.Attribute ?? ""}) for parameter attribute is invalid.`);
  }
}

/** VPCs. */
export const vpcOperations: Operations = {
  CreateVpc: createVpc,
  DescribeVpcs: describeVpcs,
  DeleteVpc: deleteVpc,
  ModifyVpcAttribute: modifyVpcAttribute,
  DescribeVpcAttribute: describeVpcAttribute,
};
