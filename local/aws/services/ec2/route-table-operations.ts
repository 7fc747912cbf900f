import type * as Ec2 from "@aws-sdk/client-ec2";
import { AwsError, type CallContext, type Operations } from "../../service";
import { refuseUnsupported } from "../unsupported-input";
import { dependencyViolation, invalidParameter } from "./errors";
import { describePage, tagFilters } from "./filters";
import { newId } from "./ids";
import { endpoints, type RouteTableRecord, routeTables, subnets, vpcs } from "./network-records";
import { prefixListOf } from "./endpoint-services";
import { forgetTags, givenTags, putTags, tagsOf } from "./tags";

/** A new route table, which leads within its VPC. */
export function makeRouteTable(
  context: CallContext,
  given: { vpcId: string; main?: boolean; id?: string },
): RouteTableRecord {
  const { vpcId, main = false, id = newId("rtb") } = given;
  const record = { id, vpcId, main, associations: [] };
  routeTables.save(context, record);
  return record;
}

function createRouteTable(
  input: Ec2.CreateRouteTableRequest,
  context: CallContext,
): Ec2.CreateRouteTableResult {
  refuseUnsupported(input, ["DryRun"]);
  const { id: vpcId } = vpcs.get(context, input.VpcId!);
  const tags = givenTags(input.TagSpecifications, "route-table");
  const record = makeRouteTable(context, { vpcId });
  putTags(context, record.id, tags);
  return { RouteTable: shape(record, context) };
}

function shape(record: RouteTableRecord, context: CallContext): Ec2.RouteTable {
  const { id, vpcId, main, associations } = record;
  const gateways = endpoints.all(context).filter(({ routeTableIds }) => routeTableIds.includes(id));
  return {
    RouteTableId: id,
    VpcId: vpcId,
    OwnerId: context.caller.accountId,
    Associations: [
      ...(main ? [{ Main: true, RouteTableAssociationId: `rtbassoc-${id.slice(4)}`, RouteTableId: id }] : []),
      ...associations.map((association) => ({
        Main: false,
        RouteTableAssociationId: association.id,
        RouteTableId: id,
        SubnetId: association.subnetId,
      })),
    ],
    Routes: [
      {
        DestinationCidrBlock: vpcs.get(context, vpcId).cidr,
        GatewayId: "local",
        Origin: "CreateRouteTable",
        State: "active",
      },
      ...gateways.map((endpoint) => ({
        DestinationPrefixListId: prefixListOf(endpoint.serviceName),
        GatewayId: endpoint.id,
        Origin: "CreateRoute" as const,
        State: "active" as const,
      })),
    ],
    Tags: tagsOf(context, id),
  };
}

function describeRouteTables(
  input: Ec2.DescribeRouteTablesRequest,
  context: CallContext,
): Ec2.DescribeRouteTablesResult {
  const all = routeTables.named(context, input.RouteTableIds).map((record) => ({
    item: shape(record, context),
    filters: {
      "route-table-id": [record.id],
      "vpc-id": [record.vpcId],
      "association.main": [String(record.main)],
      "association.subnet-id": record.associations.map(({ subnetId }) => subnetId),
      ...tagFilters(tagsOf(context, record.id)),
    },
  }));
  const { items, NextToken } = describePage(all, input);
  return { RouteTables: items, NextToken };
}

function associateRouteTable(
  input: Ec2.AssociateRouteTableRequest,
  context: CallContext,
): Ec2.AssociateRouteTableResult {
  refuseUnsupported(input, ["DryRun", "GatewayId", "PublicIpv4Pool"]);
  const table = routeTables.get(context, input.RouteTableId!);
  const subnet = subnets.get(context, input.SubnetId ?? "");
  if (subnet.vpcId !== table.vpcId) {
    throw invalidParameter(`Route table ${table.id} and subnet ${subnet.id} belong to different networks`);
  }
  const taken = routeTables
    .all(context)
    .flatMap(({ associations }) => associations)
    .find(({ subnetId }) => subnetId === subnet.id);
  if (taken !== undefined) {
    throw new AwsError(
      "Resource.AlreadyAssociated",
      `the specified association for route table ${table.id} conflicts with an existing association`,
    );
  }
  const id = newId("rtbassoc");
  routeTables.save(context, { ...table, associations: [...table.associations, { id, subnetId: subnet.id }] });
  return { AssociationId: id, AssociationState: { State: "associated" } };
}

function deleteRouteTable(input: Ec2.DeleteRouteTableRequest, context: CallContext): void {
  const { id, main, associations } = routeTables.get(context, input.RouteTableId!);
  const used = endpoints.all(context).some(({ routeTableIds }) => routeTableIds.includes(id));
  if (main || used || associations.length > 0) {
    throw dependencyViolation(`The routeTable '${id}' has dependencies and cannot be deleted.`);
  }
  routeTables.delete(context, id);
  forgetTags(context, id);
}

/** Route tables. */
export const routeTableOperations: Operations = {
  CreateRouteTable: createRouteTable,
  DescribeRouteTables: describeRouteTables,
  AssociateRouteTable: associateRouteTable,
  DeleteRouteTable: deleteRouteTable,
};
