import type { CallContext } from "../../service";
import { RegionalRecords } from "../regional-records";
import { type Kind, notFound } from "./errors";

/** A VPC. */
export interface VpcRecord {
  id: string;
  cidr: string;
  dnsSupport: boolean;
  dnsHostnames: boolean;
}

/** A subnet. */
export interface SubnetRecord {
  id: string;
  vpcId: string;
  cidr: string;
  zone: string;
}

/** A route table; the main one is for the subnets that have none of their own. */
export interface RouteTableRecord {
  id: string;
  vpcId: string;
  main: boolean;
  associations: { id: string; subnetId: string }[];
}

/** A security group; its rules are records of their own. */
export interface SecurityGroupRecord {
  id: string;
  vpcId: string;
  name: string;
  description: string;
}

/** A VPC endpoint. */
export interface EndpointRecord {
  id: string;
  vpcId: string;
  serviceName: string;
  type: "Gateway" | "Interface";
  policy: string;
  privateDns: boolean;
  routeTableIds: string[];
  subnets: { id: string; networkInterface: string }[];
  securityGroupIds: string[];
  /** ISO 8601. */
  created: string;
}

/** Records of one kind by id. */
export class Resources<T extends { id: string }> extends RegionalRecords<T> {
  constructor(
    collection: string,
    private readonly kind: Kind,
  ) {
    super(collection, ({ id }) => id);
  }

  /** Throws the kind's error where there is none. */
  get(context: CallContext, id: string): T {
    const found = this.find(context, id);
    if (found === undefined) throw notFound(this.kind, id);
    return found;
  }

  /** Those that are named, or all. Throws the kind's error where a named one is not there. */
  named(context: CallContext, ids: readonly string[] | undefined): T[] {
    if (ids === undefined || ids.length === 0) return this.all(context);
    return ids.map((id) => this.get(context, id));
  }
}

/** The VPCs of a region. */
export const vpcs = new Resources<VpcRecord>("ec2.vpcs", "vpc");
/** The subnets of a region. */
export const subnets = new Resources<SubnetRecord>("ec2.subnets", "subnet");
/** The route tables of a region. */
export const routeTables = new Resources<RouteTableRecord>("ec2.route-tables", "route table");
/** The security groups of a region. */
export const securityGroups = new Resources<SecurityGroupRecord>("ec2.security-groups", "security group");
/** The VPC endpoints of a region. */
export const endpoints = new Resources<EndpointRecord>("ec2.endpoints", "vpc endpoint");
