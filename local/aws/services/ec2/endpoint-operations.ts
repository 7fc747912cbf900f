import type * as Ec2 from "@aws-sdk/client-ec2";
import { AwsError, type CallContext, type Operations } from "../../service";
import { refuseUnsupported } from "../unsupported-input";
import { checkEndpoint, checkedPolicy } from "./endpoint-checks";
import { privateDomain, serviceOf } from "./endpoint-services";
import { invalidParameter } from "./errors";
import { describePage, tagFilters } from "./filters";
import { newId } from "./ids";
import { type EndpointRecord, endpoints, securityGroups, vpcs } from "./network-records";
import { forgetTags, givenTags, putTags, tagsOf } from "./tags";

/** What an endpoint lets through until it is told otherwise: everything that the callers' own rights let. */
const FULL_ACCESS = JSON.stringify({
  Version: "2008-10-17",
  Statement: [{ Effect: "Allow", Principal: "*", Action: "*", Resource: "*" }],
});

const UNSUPPORTED = ["DnsOptions", "DryRun", "IpAddressType", "SubnetConfigurations"] as const;

function createVpcEndpoint(
  input: Ec2.CreateVpcEndpointRequest,
  context: CallContext,
): Ec2.CreateVpcEndpointResult {
  refuseUnsupported(input, [
    ...UNSUPPORTED,
    "ResourceConfigurationArn",
    "ServiceNetworkArn",
    "ServiceRegion",
  ]);
  const { id: vpcId } = vpcs.get(context, input.VpcId!);
  const type = input.VpcEndpointType ?? "Gateway";
  const serviceName = input.ServiceName ?? "";
  const service = serviceOf(serviceName, context.region);
  if (service === undefined) {
    throw new AwsError("InvalidServiceName", `The Vpc Endpoint Service '${serviceName}' does not exist`);
  }
  if (type !== "Gateway" && type !== "Interface") refuseUnsupported(input, ["VpcEndpointType"]);
  if (type === "Gateway") checkGateway(input, service);
  else if ((input.RouteTableIds ?? []).length > 0) {
    throw invalidParameter("Route tables are not supported for interface endpoints.");
  }
  const tags = givenTags(input.TagSpecifications, "vpc-endpoint");
  const record: EndpointRecord = {
    id: newId("vpce"),
    vpcId,
    serviceName,
    type: type as EndpointRecord["type"],
    policy: input.PolicyDocument === undefined ? FULL_ACCESS : checkedPolicy(input.PolicyDocument),
    privateDns: type === "Interface" && (input.PrivateDnsEnabled ?? true),
    routeTableIds: input.RouteTableIds ?? [],
    subnets: (input.SubnetIds ?? []).map((id) => ({ id, networkInterface: newId("eni") })),
    securityGroupIds: type === "Gateway" ? [] : (input.SecurityGroupIds ?? defaultGroup(vpcId, context)),
    created: context.now().toISOString(),
  };
  checkEndpoint(record, context);
  endpoints.save(context, record);
  putTags(context, record.id, tags);
  return { VpcEndpoint: shape(record, context), ClientToken: input.ClientToken };
}

function checkGateway(input: Ec2.CreateVpcEndpointRequest, service: { gateway: boolean }): void {
  if (!service.gateway) {
    throw invalidParameter(`Endpoint type (Gateway) does not match available service types ([Interface]).`);
  }
  const others = [input.SubnetIds, input.SecurityGroupIds].some((ids) => (ids ?? []).length > 0);
  if (others) throw invalidParameter("Subnets and security groups are not supported for gateway endpoints.");
  if (input.PrivateDnsEnabled === true) {
    throw invalidParameter("Private DNS can only be enabled for interface endpoints.");
  }
}

function defaultGroup(vpcId: string, context: CallContext): string[] {
  return securityGroups
    .all(context)
    .filter((group) => group.vpcId === vpcId && group.name === "default")
    .map(({ id }) => id);
}

function shape(record: EndpointRecord, context: CallContext): Ec2.VpcEndpoint {
  const { id, vpcId, serviceName, type, policy, privateDns, routeTableIds, securityGroupIds } = record;
  return {
    VpcEndpointId: id,
    VpcEndpointType: type,
    VpcId: vpcId,
    ServiceName: serviceName,
    // EC2 answers in small letters, whatever its API's description says.
    State: "available" as "Available",
    PolicyDocument: policy,
    RouteTableIds: routeTableIds,
    SubnetIds: record.subnets.map((subnet) => subnet.id),
    Groups: securityGroupIds.map((GroupId) => ({
      GroupId,
      GroupName: securityGroups.get(context, GroupId).name,
    })),
    PrivateDnsEnabled: privateDns,
    RequesterManaged: false,
    NetworkInterfaceIds: record.subnets.map(({ networkInterface }) => networkInterface),
    DnsEntries: type === "Interface" ? dnsEntries(record, context) : [],
    CreationTimestamp: new Date(record.created),
    OwnerId: context.caller.accountId,
    Tags: tagsOf(context, id),
  };
}

function dnsEntries({ id, serviceName, privateDns }: EndpointRecord, context: CallContext): Ec2.DnsEntry[] {
  const domain = privateDomain(serviceOf(serviceName, context.region)!.id, context.region);
  const [first, ...rest] = domain.split(`.${context.region}.`);
  const own = `${id}.${first!}.${context.region}.vpce.${rest.join(".")}`;
  return [own, ...(privateDns ? [domain] : [])].map((DnsName) => ({ DnsName }));
}

function describeVpcEndpoints(
  input: Ec2.DescribeVpcEndpointsRequest,
  context: CallContext,
): Ec2.DescribeVpcEndpointsResult {
  const all = endpoints.named(context, input.VpcEndpointIds).map((record) => ({
    item: shape(record, context),
    filters: {
      "service-name": [record.serviceName],
      "vpc-id": [record.vpcId],
      "vpc-endpoint-id": [record.id],
      "vpc-endpoint-type": [record.type],
      "vpc-endpoint-state": ["available"],
      ...tagFilters(tagsOf(context, record.id)),
    },
  }));
  const { items, NextToken } = describePage(all, input);
  return { VpcEndpoints: items, NextToken };
}

function modifyVpcEndpoint(
  input: Ec2.ModifyVpcEndpointRequest,
  context: CallContext,
): Ec2.ModifyVpcEndpointResult {
  refuseUnsupported(input, UNSUPPORTED);
  const record = endpoints.get(context, input.VpcEndpointId!);
  const changed = (there: readonly string[], add: readonly string[] = [], remove: readonly string[] = []) => [
    ...new Set([...there.filter((id) => !remove.includes(id)), ...add]),
  ];
  const subnetIds = changed(
    record.subnets.map(({ id }) => id),
    input.AddSubnetIds,
    input.RemoveSubnetIds,
  );
  const modified: EndpointRecord = {
    ...record,
    policy:
      input.ResetPolicy === true
        ? FULL_ACCESS
        : input.PolicyDocument === undefined
          ? record.policy
          : checkedPolicy(input.PolicyDocument),
    privateDns: input.PrivateDnsEnabled ?? record.privateDns,
    routeTableIds: changed(record.routeTableIds, input.AddRouteTableIds, input.RemoveRouteTableIds),
    securityGroupIds: changed(
      record.securityGroupIds,
      input.AddSecurityGroupIds,
      input.RemoveSecurityGroupIds,
    ),
    subnets: subnetIds.map(
      (id) => record.subnets.find((subnet) => subnet.id === id) ?? { id, networkInterface: newId("eni") },
    ),
  };
  if (modified.type === "Interface" && modified.securityGroupIds.length === 0) {
    throw invalidParameter("Interface endpoints must have at least one security group.");
  }
  checkEndpoint(modified, context);
  endpoints.save(context, modified);
  return { Return: true };
}

/** What is not there is no error of the call: it is said beside those that are deleted. */
function deleteVpcEndpoints(
  input: Ec2.DeleteVpcEndpointsRequest,
  context: CallContext,
): Ec2.DeleteVpcEndpointsResult {
  refuseUnsupported(input, ["DryRun"]);
  const missing = input.VpcEndpointIds!.filter((id) => endpoints.find(context, id) === undefined);
  for (const id of input.VpcEndpointIds!) {
    endpoints.delete(context, id);
    forgetTags(context, id);
  }
  return {
    Unsuccessful: missing.map((id) => ({
      ResourceId: id,
      Error: {
        Code: "InvalidVpcEndpoint.NotFound",
        Message: `The Vpc Endpoint Id '${id}' does not exist`,
      },
    })),
  };
}

/** VPC endpoints. */
export const endpointOperations: Operations = {
  CreateVpcEndpoint: createVpcEndpoint,
  DescribeVpcEndpoints: describeVpcEndpoints,
  ModifyVpcEndpoint: modifyVpcEndpoint,
  DeleteVpcEndpoints: deleteVpcEndpoints,
};
