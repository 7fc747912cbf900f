import type { IpPermission, ModifyVpcEndpointCommandInput } from "@aws-sdk/client-ec2";
import type { Tag } from "../plants";
import { change, harmless, type PlantsOf, type ProductPlanters, tagPlants } from "./planters";

const EVERYWHERE: IpPermission[] = [
  { IpProtocol: "tcp", FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: "0.0.0.0/0" }] },
];

const tagsOf = (id: string, tags: Tag[]) =>
  tagPlants(
    tags,
    ({ ec2 }, Tags) => ec2.createTags({ Resources: [id], Tags }),
    ({ ec2 }, keys) => ec2.deleteTags({ Resources: [id], Tags: keys.map((Key) => ({ Key })) }),
  );

const groupPlants: PlantsOf = ({ identifier: GroupId, properties }) => [
  change("SecurityGroupIngress", "lets everybody in", ({ ec2 }) =>
    ec2.authorizeSecurityGroupIngress({ GroupId, IpPermissions: EVERYWHERE }),
  ),
  change("SecurityGroupEgress", "lets everything out", ({ ec2 }) =>
    ec2.authorizeSecurityGroupEgress({ GroupId, IpPermissions: EVERYWHERE }),
  ),
  ...tagsOf(GroupId, properties.Tags as Tag[]),
];

const rulePlants: PlantsOf = ({ identifier: SecurityGroupRuleId, properties }) => {
  const { GroupId, Description, IpProtocol, FromPort, ToPort } = properties as Record<string, string>;
  const peer = (properties.SourceSecurityGroupId ?? properties.DestinationSecurityGroupId) as string;
  const rule = {
    Description,
    IpProtocol,
    FromPort: Number(FromPort),
    ToPort: Number(ToPort),
    ReferencedGroupId: peer,
  };
  const modify = (other: object) => ({
    GroupId,
    SecurityGroupRules: [{ SecurityGroupRuleId, SecurityGroupRule: { ...rule, ...other } }],
  });
  return [
    change("Description", "describes it otherwise", ({ ec2 }) =>
      ec2.modifySecurityGroupRules(modify({ Description: "by hand" })),
    ),
    change("FromPort", "opens more ports", ({ ec2 }) =>
      ec2.modifySecurityGroupRules(modify({ FromPort: 22 })),
    ),
  ];
};

const endpointPlants: PlantsOf = ({ identifier: VpcEndpointId, properties }, { properties: stated }) => {
  const modify =
    (input: Omit<ModifyVpcEndpointCommandInput, "VpcEndpointId">) =>
    ({ ec2 }: ProductPlanters) =>
      ec2.modifyVpcEndpoint({ VpcEndpointId, ...input });
  const deny = {
    Version: "2012-10-17",
    Statement: [{ Effect: "Deny", Principal: "*", Action: "*", Resource: "*" }],
  };
  const common = [
    change("PolicyDocument", "refuses everything", modify({ PolicyDocument: JSON.stringify(deny) })),
    harmless("writes the policy that it has already", modify({ ResetPolicy: true })),
    ...tagsOf(VpcEndpointId, properties.Tags as Tag[]),
  ];
  if (properties.VpcEndpointType === "Gateway") {
    return [
      ...common,
      ...((properties.RouteTableIds ?? []) as string[]).map((id) =>
        change(`RouteTableIds[${id}]`, `takes it out of ${id}`, modify({ RemoveRouteTableIds: [id] })),
      ),
    ];
  }
  const { VpcId } = properties as Record<string, string>;
  const subnets = properties.SubnetIds as string[];
  const named = stated.SubnetIds as string[];
  const isNamed = (id: string) => named.includes(id);
  return [
    ...common,
    change("PrivateDnsEnabled", "takes its names away", modify({ PrivateDnsEnabled: false })),
    {
      title: "takes it out of a subnet",
      found: isNamed(subnets[0]!)
        ? [`SubnetIds[${subnets[0]}]`]
        : ["SubnetIds[${SubnetIds}]", ...subnets.slice(1).map((id) => `SubnetIds[${id}]`)],
      plant: modify({ RemoveSubnetIds: [subnets[0]!] }),
    },
    {
      title: "adds a security group",
      found: ["SecurityGroupIds[*]"],
      plant: async ({ ec2 }) => {
        const GroupName = `by-hand-${VpcEndpointId}`;
        const { GroupId } = await ec2.createSecurityGroup({ VpcId, GroupName, Description: "By hand" });
        await ec2.modifyVpcEndpoint({ VpcEndpointId, AddSecurityGroupIds: [GroupId!] });
      },
    },
  ];
};

/** Changes of security groups, their rules and VPC endpoints. */
export const NETWORK_PLANTS: Record<string, PlantsOf> = {
  "AWS::EC2::SecurityGroup": groupPlants,
  "AWS::EC2::SecurityGroupEgress": rulePlants,
  "AWS::EC2::SecurityGroupIngress": rulePlants,
  "AWS::EC2::VPCEndpoint": endpointPlants,
};
