import type { WatchedResource } from "../../core/template/watched-resource";
import type { StackResource } from "../deployed-stack";
import { isHeld } from "../preflight/names-to-look-up";
import type { PlacementFindings } from "../preflight/prerequisites/findings";
import type { Probe } from "./probe";
import { commonContext, requestTagContext, resourceTagContext } from "./probe-context";
import type { ForecastRequest } from "./request";
import { inRegion } from "./resource-arn";

/** Types of EC2's, each of whose calls is judged on all that it makes and uses. */
export const NETWORK_TYPES = [
  "AWS::EC2::SecurityGroup",
  "AWS::EC2::SecurityGroupEgress",
  "AWS::EC2::SecurityGroupIngress",
  "AWS::EC2::VPCEndpoint",
] as const;

const ec2 = (...names: string[]) => names.map((name) => `ec2:${name}`);

interface Making {
  kind: "security-group" | "vpc-endpoint";
  create: "CreateSecurityGroup" | "CreateVpcEndpoint";
  /** ARNs of what is used, in the order in which AWS names it. */
  uses: readonly string[];
  read: readonly string[];
  /** What a creation calls on what it has made. */
  fill: readonly string[];
  change: readonly string[];
  remove: readonly string[];
}

/** The ARNs of a VPC's parts that new endpoints use, as far as their ids are known. */
function placeArns(request: ForecastRequest, placement: PlacementFindings | undefined) {
  const arn = (kind: string, ids: readonly (string | undefined)[]) =>
    ids.flatMap((id) => (id === undefined ? [] : [inRegion(request, "ec2", `${kind}/${id}`)]));
  const vpc = arn("vpc", [placement?.vpcId]);
  const parts = [
    ...arn("subnet", placement?.subnetIds ?? []),
    ...arn("security-group", [placement?.securityGroupId]),
    ...arn("route-table", request.prerequisites?.placement?.routeTables ?? []),
  ];
  return { vpc, parts };
}

function makingProbes({ kind, create, uses, read, fill, ...later }: Making, request: ForecastRequest) {
  const region = { ...commonContext(request.region), "ec2:Region": request.region };
  const made = { ...region, ...requestTagContext(request.tags) };
  const there = { ...region, ...resourceTagContext(request.tags) };
  const any = [inRegion(request, "ec2", `${kind}/*`)];
  const certain = { need: "certain" as const };
  return {
    created: [
      { ...certain, actions: ec2(create), resources: any, context: made },
      { ...certain, actions: ec2(create), resources: uses, context: region },
      {
        ...certain,
        actions: ec2("CreateTags"),
        resources: any,
        context: { ...made, "ec2:CreateAction": create },
      },
      { ...certain, actions: read, resources: ["*"], context: region },
      { ...certain, actions: fill, resources: any, context: there },
      { need: "possible" as const, actions: later.remove, resources: any, context: there },
    ],
    kept: [
      { ...certain, actions: read, resources: ["*"], context: region },
      { need: "possible" as const, actions: later.change, resources: any, context: there },
    ],
  };
}

/**
 * What security groups and VPC endpoints will or may call, as questions to the policy simulator: AWS judges a creation
 * on what is made, by the request's tags, and on each part of the VPC that is used (Service Authorization Reference,
 * Amazon EC2). Pure.
 */
export function networkProbes(
  request: ForecastRequest,
  deployed: readonly StackResource[],
  placement: PlacementFindings | undefined,
): Probe[] {
  const held = new Set(deployed.filter(isHeld).map(({ type, logicalId }) => `${type} ${logicalId}`));
  const { vpc, parts } = placeArns(request, placement);
  const has = (type: string) => (resource: WatchedResource) => resource.type === type;
  const asked = (type: (typeof NETWORK_TYPES)[number], making: Making) => {
    const ofType = request.resources.filter(has(type));
    const kept = ofType.filter(({ logicalId }) => held.has(`${type} ${logicalId}`));
    const probes = makingProbes(making, request);
    return [...(kept.length < ofType.length ? probes.created : []), ...(kept.length > 0 ? probes.kept : [])];
  };
  return [
    ...asked("AWS::EC2::SecurityGroup", {
      kind: "security-group",
      create: "CreateSecurityGroup",
      uses: vpc,
      read: ec2("DescribeSecurityGroups"),
      fill: ec2("AuthorizeSecurityGroupEgress", "AuthorizeSecurityGroupIngress"),
      change: ec2("AuthorizeSecurityGroupEgress", "AuthorizeSecurityGroupIngress"),
      remove: ec2("DeleteSecurityGroup", "RevokeSecurityGroupEgress", "RevokeSecurityGroupIngress"),
    }),
    ...asked("AWS::EC2::VPCEndpoint", {
      kind: "vpc-endpoint",
      create: "CreateVpcEndpoint",
      uses: [...vpc, ...parts],
      read: ec2("DescribeVpcEndpoints"),
      fill: [],
      change: ec2("ModifyVpcEndpoint"),
      remove: ec2("DeleteVpcEndpoints"),
    }),
  ];
}
