import { AwsError, type CallContext } from "../../service";
import { checkPolicyDocument } from "../iam/policy-grammar";
import { prefixListOf, privateDomain, serviceOf } from "./endpoint-services";
import { invalidParameter } from "./errors";
import {
  type EndpointRecord,
  endpoints,
  routeTables,
  securityGroups,
  subnets,
  vpcs,
} from "./network-records";

/** Throws EC2's errors where an endpoint does not fit what its VPC has. */
export function checkEndpoint(endpoint: EndpointRecord, context: CallContext): void {
  const others = endpoints
    .all(context)
    .filter(({ id, vpcId }) => vpcId === endpoint.vpcId && id !== endpoint.id);
  checkParts(endpoint, context);
  if (endpoint.type === "Gateway") checkRoutes(endpoint, others);
  else checkPrivateDns(endpoint, others, context);
}

function checkParts(endpoint: EndpointRecord, context: CallContext): void {
  const { vpcId, routeTableIds, securityGroupIds } = endpoint;
  const parts = [
    ...routeTableIds.map((id) => routeTables.get(context, id)),
    ...securityGroupIds.map((id) => securityGroups.get(context, id)),
    ...endpoint.subnets.map(({ id }) => subnets.get(context, id)),
  ];
  const foreign = parts.find((part) => part.vpcId !== vpcId);
  if (foreign !== undefined) throw invalidParameter(`${foreign.id} does not belong to the VPC ${vpcId}`);
  const zones = new Set<string>();
  for (const { id } of endpoint.subnets) {
    const { zone } = subnets.get(context, id);
    if (zones.has(zone)) {
      throw new AwsError(
        "DuplicateSubnetsInSameZone",
        `Found another VPC endpoint subnet in the availability zone of ${id}. VPC endpoint subnets should be in different availability zones supported by the VPC endpoint service.`,
      );
    }
    zones.add(zone);
  }
}

/** A route table leads to a service through one gateway. */
function checkRoutes(endpoint: EndpointRecord, others: readonly EndpointRecord[]): void {
  const { serviceName, routeTableIds } = endpoint;
  for (const other of others.filter((each) => each.serviceName === serviceName)) {
    const table = other.routeTableIds.find((id) => routeTableIds.includes(id));
    if (table === undefined) continue;
    throw new AwsError(
      "RouteAlreadyExists",
      `route table ${table} already has a route with destination-prefix-list-id ${prefixListOf(serviceName)}`,
    );
  }
}

/** A name has one meaning in a VPC, which must resolve names at all. */
function checkPrivateDns(
  { privateDns, serviceName, vpcId }: EndpointRecord,
  others: readonly EndpointRecord[],
  context: CallContext,
): void {
  if (!privateDns) return;
  const vpc = vpcs.get(context, vpcId);
  if (!vpc.dnsSupport || !vpc.dnsHostnames) {
    throw invalidParameter(
      `Enabling private DNS requires both enableDnsSupport and enableDnsHostnames VPC attributes set to true for ${vpcId}`,
    );
  }
  if (others.some((other) => other.privateDns && other.serviceName === serviceName)) {
    const domain = privateDomain(serviceOf(serviceName, context.region)!.id, context.region);
    throw invalidParameter(
      `private-dns-enabled cannot be set because there is already a conflicting DNS domain for ${domain} in the VPC ${vpcId}`,
    );
  }
}

/** The policy's text as it is kept. Throws InvalidPolicyDocument where it is none. */
export function checkedPolicy(text: string): string {
  try {
    checkPolicyDocument(text, "resource");
    return text;
  } catch (error) {
    if (error instanceof AwsError) throw new AwsError("InvalidPolicyDocument", error.message);
    throw error;
  }
}
