import { AWS_LIMITS } from "../../security/aws-limits";
import type { TemplateParameter, TemplateResource, TemplateValue } from "../../template/cloudformation";
import { renderTags } from "../../template/render-resources";
import type { StackOutput } from "../../template/stack-outputs";
import type { Lookup } from "../../template/prerequisites";
import type { MlBlueprint } from "../blueprint";
import { ENDPOINT_SERVICES, type EndpointService, endpointServiceName } from "../endpoint-services";
import { NOTHING, type TemplateFamily } from "./family";

/** What was looked up, as values of the template, and the parameters that this takes. */
class Lookups {
  readonly parameters: Record<string, TemplateParameter> = {};

  value<T extends string | readonly string[]>(lookup: Lookup<T>, parameter: LookedUp): TemplateValue {
    if ("given" in lookup) return typeof lookup.given === "string" ? lookup.given : [...lookup.given];
    const { logicalId, type, description } = parameter;
    const Type = `AWS::SSM::Parameter::Value<${type}>`;
    this.parameters[logicalId] = { Type, Description: description, Default: lookup.parameter };
    return { Ref: logicalId };
  }
}

interface LookedUp {
  logicalId: string;
  /** CloudFormation's type of the value, which it checks before it begins. */
  type: string;
  description: string;
}

const VPC: LookedUp = { logicalId: "VpcId", type: "AWS::EC2::VPC::Id", description: "The environment's VPC" };
const SUBNETS: LookedUp = {
  logicalId: "SubnetIds",
  type: "List<AWS::EC2::Subnet::Id>",
  description: "Subnets of the interface endpoints",
};
const GROUP: LookedUp = {
  logicalId: "SecurityGroupId",
  type: "AWS::EC2::SecurityGroup::Id",
  description: "Security group of the interface endpoints",
};

/** Tags with the name that the console shows, where there is room for one more. */
function namedTags(tags: Record<string, string>, name: string): TemplateValue {
  const room = Object.keys(tags).length < AWS_LIMITS.tags;
  return renderTags(room ? { Name: name, ...tags } : tags);
}

/** The security group of the endpoints: its members reach them, and nobody else. */
function ownGroup({ names, tags, stem }: MlBlueprint, vpc: TemplateValue): Record<string, TemplateResource> {
  const group = { "Fn::GetAtt": ["EndpointSecurityGroup", "GroupId"] };
  const https = { IpProtocol: "tcp", FromPort: 443, ToPort: 443 };
  return {
    EndpointSecurityGroup: {
      Type: "AWS::EC2::SecurityGroup",
      Properties: {
        GroupName: names.securityGroup,
        GroupDescription: `VPC endpoints of ${stem}`,
        Tags: namedTags(tags, names.securityGroup),
        VpcId: vpc,
      },
    },
    EndpointSecurityGroupIngress: {
      Type: "AWS::EC2::SecurityGroupIngress",
      Properties: {
        GroupId: group,
        Description: "HTTPS from members of the group",
        ...https,
        SourceSecurityGroupId: group,
      },
    },
    // A group has an egress rule to everywhere until it has one of its own.
    EndpointSecurityGroupEgress: {
      Type: "AWS::EC2::SecurityGroupEgress",
      Properties: {
        GroupId: group,
        Description: "HTTPS to members of the group",
        DestinationSecurityGroupId: group,
        ...https,
      },
    },
  };
}

function renderEndpoint(
  { config, tags, stem }: MlBlueprint,
  endpoint: EndpointService,
  where: Record<string, TemplateValue>,
): TemplateResource {
  return {
    Type: "AWS::EC2::VPCEndpoint",
    Properties: {
      ServiceName: endpointServiceName(config.environment.region, endpoint),
      Tags: namedTags(tags, `${stem}-${endpoint.service.replace(".", "-")}`),
      VpcEndpointType: endpoint.gateway ? "Gateway" : "Interface",
      ...where,
    },
  };
}

function output(key: string, value: TemplateValue): StackOutput {
  return { key, description: "VPC endpoint id", value };
}

/** The VPC endpoints of an enterprise product, or the ids of those that its VPC has. */
export const renderEndpoints: TemplateFamily = (blueprint) => {
  const { network } = blueprint;
  if (network === undefined) return NOTHING;
  const { endpoints } = network;
  if (endpoints !== "create") {
    return {
      resources: {},
      outputs: ENDPOINT_SERVICES.map(({ output: key, id }) => output(key, endpoints[id])),
    };
  }
  const lookups = new Lookups();
  const VpcId = lookups.value(network.vpc, VPC);
  const SubnetIds = lookups.value(network.subnets, SUBNETS);
  const own = network.securityGroup === "create";
  const group: TemplateValue =
    network.securityGroup === "create"
      ? { "Fn::GetAtt": ["EndpointSecurityGroup", "GroupId"] }
      : lookups.value(network.securityGroup, GROUP);
  const routeTables: Record<string, TemplateValue> =
    network.routeTables.length === 0 ? {} : { RouteTableIds: [...network.routeTables] };
  const inside: Record<string, TemplateValue> = {
    PrivateDnsEnabled: true,
    SecurityGroupIds: [group],
    SubnetIds,
    VpcId,
  };
  return {
    parameters: lookups.parameters,
    resources: {
      ...(own ? ownGroup(blueprint, VpcId) : {}),
      ...Object.fromEntries(
        ENDPOINT_SERVICES.map((endpoint) => {
          const where = endpoint.gateway ? { ...routeTables, VpcId } : inside;
          return [endpoint.logicalId, renderEndpoint(blueprint, endpoint, where)];
        }),
      ),
    },
    outputs: [
      ...ENDPOINT_SERVICES.map(({ output: key, logicalId }) => output(key, { Ref: logicalId })),
      ...(own ? [{ key: "EndpointSecurityGroupId", description: "Security group id", value: group }] : []),
    ],
  };
};
