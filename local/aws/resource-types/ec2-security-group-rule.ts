import type { SecurityGroupRule } from "@aws-sdk/client-ec2";
import { AwsError, type CallContext } from "../service";
import { DEFAULT_EGRESS } from "../services/ec2/security-group-record";
import { permissionOf } from "./ec2-security-group";
import type { ResourceType } from "./resource-type";
import { allPages, callService, defined, unlessMissing } from "./service-calls";

type Properties = Record<string, unknown>;

/** One direction: what EC2's operations call it, and what the properties that name the other side begin with. */
interface Direction {
  name: "Egress" | "Ingress";
  peer: "Destination" | "Source";
}

/** A rule of a security group that is a resource of its own. */
function ruleType({ name, peer }: Direction): ResourceType {
  const isEgress = name === "Egress";
  return {
    type: `AWS::EC2::SecurityGroup${name}`,
    primaryIdentifier: "Id",
    createOnly: [
      "CidrIp",
      "CidrIpv6",
      "FromPort",
      "GroupId",
      "IpProtocol",
      `${peer}PrefixListId`,
      `${peer}SecurityGroupId`,
      "ToPort",
    ],
    readOnly: ["Id"],
    writeOnly: [],
    ref: (model) => model.identifier,
    async create(desired, context, started) {
      const { GroupId } = desired;
      if (isEgress) await revokeDefault(GroupId, context);
      const { SecurityGroupRules: made } = await callService<{ SecurityGroupRules: SecurityGroupRule[] }>(
        context,
        "ec2",
        `AuthorizeSecurityGroup${name}`,
        { GroupId, IpPermissions: [permissionOf(desired, peer)] },
      );
      const id = made[0]!.SecurityGroupRuleId!;
      started?.(id);
      return { identifier: id, properties: { Id: id } };
    },
    async read(identifier, context) {
      const rule = await find(identifier, context);
      if (rule === undefined || rule.IsEgress !== isEgress) return undefined;
      return { identifier, properties: propertiesOf(rule, peer) };
    },
    async update(identifier, previous, desired, context) {
      if (previous.Description !== desired.Description) {
        const Description = desired.Description ?? "";
        await callService(context, "ec2", `UpdateSecurityGroupRuleDescriptions${name}`, {
          GroupId: desired.GroupId,
          SecurityGroupRuleDescriptions: [{ SecurityGroupRuleId: identifier, Description }],
        });
      }
      return { identifier, properties: { Id: identifier } };
    },
    async delete(identifier, context) {
      const rule = await find(identifier, context);
      if (rule === undefined) return;
      await callService(context, "ec2", `RevokeSecurityGroup${name}`, {
        GroupId: rule.GroupId,
        SecurityGroupRuleIds: [identifier],
      });
    },
    async list(context) {
      const rules = await allPages<SecurityGroupRule>(context, {
        service: "ec2",
        operation: "DescribeSecurityGroupRules",
        input: {},
        items: "SecurityGroupRules",
      });
      return rules.filter((rule) => rule.IsEgress === isEgress).map((rule) => rule.SecurityGroupRuleId!);
    },
  };
}

/** CloudFormation takes the rule to everywhere away from a group that is given an egress rule (aws/aws-cdk#987). */
async function revokeDefault(GroupId: unknown, context: CallContext): Promise<void> {
  const { protocol, cidr } = DEFAULT_EGRESS;
  try {
    await callService(context, "ec2", "RevokeSecurityGroupEgress", {
      GroupId,
      IpPermissions: [{ IpProtocol: protocol, IpRanges: [{ CidrIp: cidr }] }],
    });
  } catch (error) {
    if (!(error instanceof AwsError) || error.code !== "InvalidPermission.NotFound") throw error;
  }
}

async function find(id: string, context: CallContext): Promise<SecurityGroupRule | undefined> {
  const answer = await unlessMissing(
    callService<{ SecurityGroupRules: SecurityGroupRule[] }>(context, "ec2", "DescribeSecurityGroupRules", {
      SecurityGroupRuleIds: [id],
    }),
  );
  return answer?.SecurityGroupRules[0];
}

function propertiesOf(rule: SecurityGroupRule, peer: Direction["peer"]): Properties {
  const ports = rule.IpProtocol === "-1" ? {} : { FromPort: rule.FromPort, ToPort: rule.ToPort };
  return defined({
    Id: rule.SecurityGroupRuleId,
    GroupId: rule.GroupId,
    IpProtocol: rule.IpProtocol,
    ...ports,
    CidrIp: rule.CidrIpv4,
    CidrIpv6: rule.CidrIpv6,
    Description: rule.Description,
    [`${peer}PrefixListId`]: rule.PrefixListId,
    [`${peer}SecurityGroupId`]: rule.ReferencedGroupInfo?.GroupId,
  });
}

/** Rules for traffic to a group's members. */
export const ec2SecurityGroupIngress = ruleType({ name: "Ingress", peer: "Source" });

/** Rules for traffic from a group's members. */
export const ec2SecurityGroupEgress = ruleType({ name: "Egress", peer: "Destination" });
