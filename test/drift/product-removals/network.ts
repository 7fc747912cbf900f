import type { Removal } from "./removals";

const removeEndpoint: Removal = ({ ec2 }, { identifier }) =>
  ec2.deleteVpcEndpoints({ VpcEndpointIds: [identifier] });

/** A security group is deleted once no endpoint uses it and no rule refers to it; its own rules go with it. */
const removeGroup: Removal = async (clients, { identifier: GroupId }) => {
  const { ec2 } = clients;
  const { VpcEndpoints = [] } = await ec2.describeVpcEndpoints({});
  const users = VpcEndpoints.filter(({ Groups = [] }) => Groups.some((group) => group.GroupId === GroupId));
  if (users.length > 0) {
    await ec2.deleteVpcEndpoints({ VpcEndpointIds: users.map(({ VpcEndpointId }) => VpcEndpointId!) });
  }
  await ec2.deleteSecurityGroup({ GroupId });
};

/** Deletions of endpoints, their security group and its rules. */
export const NETWORK_REMOVALS: Record<string, Removal> = {
  "AWS::EC2::SecurityGroup": removeGroup,
  "AWS::EC2::SecurityGroupEgress": ({ ec2 }, { identifier, properties }) =>
    ec2.revokeSecurityGroupEgress({
      GroupId: properties.GroupId as string,
      SecurityGroupRuleIds: [identifier],
    }),
  "AWS::EC2::SecurityGroupIngress": ({ ec2 }, { identifier, properties }) =>
    ec2.revokeSecurityGroupIngress({
      GroupId: properties.GroupId as string,
      SecurityGroupRuleIds: [identifier],
    }),
  "AWS::EC2::VPCEndpoint": removeEndpoint,
};
