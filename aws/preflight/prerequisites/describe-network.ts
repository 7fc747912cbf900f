import type { AwsClients } from "../../clients";
import type { ExistingEndpoint, VpcPart } from "./findings";

/** Filters find what there is; ids that are asked for by name would fail the whole call where one is missing. */
function byId(name: string, ids: readonly string[]) {
  return { Filters: [{ Name: name, Values: [...ids] }] };
}

/** Those of the VPCs that exist. Throws the SDK's errors. */
export async function existingVpcs(aws: AwsClients, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const { Vpcs = [] } = await (await aws.ec2()).describeVpcs(byId("vpc-id", ids));
  return Vpcs.map(({ VpcId = "" }) => VpcId);
}

/**
 * Those of the attributes that private DNS needs which a VPC has not (Amazon VPC User Guide, "DNS attributes for your
 * VPC"). Throws the SDK's errors.
 */
export async function missingDnsAttributes(aws: AwsClients, VpcId: string): Promise<string[]> {
  const ec2 = await aws.ec2();
  const [support, hostnames] = await Promise.all([
    ec2.describeVpcAttribute({ VpcId, Attribute: "enableDnsSupport" }),
    ec2.describeVpcAttribute({ VpcId, Attribute: "enableDnsHostnames" }),
  ]);
  return [
    ...(support.EnableDnsSupport?.Value === true ? [] : ["enableDnsSupport"]),
    ...(hostnames.EnableDnsHostnames?.Value === true ? [] : ["enableDnsHostnames"]),
  ];
}

/** Those of a VPC's parts that exist, and whose they are. Throws the SDK's errors. */
export async function existingParts(
  aws: AwsClients,
  kind: "subnet" | "security group" | "route table",
  ids: readonly string[],
): Promise<VpcPart[]> {
  if (ids.length === 0) return [];
  const ec2 = await aws.ec2();
  switch (kind) {
    case "subnet": {
      const { Subnets = [] } = await ec2.describeSubnets(byId("subnet-id", ids));
      return Subnets.map(({ SubnetId: id = "", VpcId: vpcId = "", AvailabilityZone: zone }) => ({
        id,
        vpcId,
        zone,
      }));
    }
    case "security group": {
      const { SecurityGroups = [] } = await ec2.describeSecurityGroups(byId("group-id", ids));
      return SecurityGroups.map(({ GroupId: id = "", VpcId: vpcId = "" }) => ({ id, vpcId }));
    }
    case "route table": {
      const { RouteTables = [] } = await ec2.describeRouteTables(byId("route-table-id", ids));
      return RouteTables.map(({ RouteTableId: id = "", VpcId: vpcId = "" }) => ({ id, vpcId }));
    }
  }
}

/** States in which an endpoint no longer counts. */
const GONE = new Set(["deleting", "deleted", "failed", "rejected", "expired"]);

/** The endpoints of a VPC, or those of some ids that exist. Throws the SDK's errors. */
export async function existingEndpoints(
  aws: AwsClients,
  where: { vpcId: string } | { ids: readonly string[] },
): Promise<ExistingEndpoint[]> {
  const ec2 = await aws.ec2();
  const filter = "vpcId" in where ? byId("vpc-id", [where.vpcId]) : byId("vpc-endpoint-id", where.ids);
  const endpoints: ExistingEndpoint[] = [];
  let NextToken: string | undefined;
  do {
    const page = await ec2.describeVpcEndpoints({ ...filter, NextToken });
    for (const endpoint of page.VpcEndpoints ?? []) {
      if (GONE.has((endpoint.State ?? "").toLowerCase())) continue;
      endpoints.push({
        id: endpoint.VpcEndpointId ?? "",
        vpcId: endpoint.VpcId ?? "",
        service: endpoint.ServiceName ?? "",
        gateway: endpoint.VpcEndpointType === "Gateway",
        privateDns: endpoint.PrivateDnsEnabled === true,
      });
    }
    NextToken = page.NextToken;
  } while (NextToken !== undefined && NextToken !== "");
  return endpoints;
}
