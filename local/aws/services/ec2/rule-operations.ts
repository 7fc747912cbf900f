import type * as Ec2 from "@aws-sdk/client-ec2";
import { AwsError, type CallContext, type Operations } from "../../service";
import { refuseUnsupported } from "../unsupported-input";
import { notFound } from "./errors";
import { describePage, tagFilters } from "./filters";
import { ec2Arn, newId } from "./ids";
import { checkDescription, type GivenRule, rulesIn } from "./ip-permissions";
import { securityGroups } from "./network-records";
import { type RuleRecord, rules, rulesOf, sameTraffic } from "./rule-record";
import { forgetTags, givenTags, putTags, tagsOf } from "./tags";

/** Rules that a group may have in each direction (VPC quotas). */
const MAX_RULES = 60;

function shape(rule: RuleRecord, context: CallContext): Ec2.SecurityGroupRule {
  const { accountId } = context.caller;
  return {
    SecurityGroupRuleId: rule.id,
    SecurityGroupRuleArn: ec2Arn(context, `security-group-rule/${rule.id}`),
    GroupId: rule.groupId,
    GroupOwnerId: accountId,
    IsEgress: rule.egress,
    IpProtocol: rule.protocol,
    FromPort: rule.fromPort ?? -1,
    ToPort: rule.toPort ?? -1,
    CidrIpv4: rule.cidr,
    CidrIpv6: rule.cidrIpv6,
    PrefixListId: rule.prefixList,
    ReferencedGroupInfo:
      rule.referencedGroup === undefined ? undefined : { GroupId: rule.referencedGroup, UserId: accountId },
    Description: rule.description,
    Tags: tagsOf(context, rule.id),
  };
}

/** EC2 still has members of its own for one rule beside the list of permissions; here the list alone is taken. */
function permissions(
  input: Ec2.AuthorizeSecurityGroupIngressRequest | Ec2.RevokeSecurityGroupIngressRequest,
): Ec2.IpPermission[] {
  refuseUnsupported(input, ["DryRun", "GroupName", "SourceSecurityGroupName", "SourceSecurityGroupOwnerId"]);
  const { IpProtocol, FromPort, ToPort, CidrIp } = input;
  return [
    ...(input.IpPermissions ?? []),
    ...(CidrIp === undefined ? [] : [{ IpProtocol, FromPort, ToPort, IpRanges: [{ CidrIp }] }]),
  ];
}

function authorize(egress: boolean) {
  return (
    input: Ec2.AuthorizeSecurityGroupIngressRequest,
    context: CallContext,
  ): Ec2.AuthorizeSecurityGroupIngressResult => {
    const group = securityGroups.get(context, input.GroupId ?? "");
    const tags = givenTags(input.TagSpecifications, "security-group-rule");
    const given = rulesIn(permissions(input), context);
    const there = rulesOf(context, group.id).filter((rule) => rule.egress === egress);
    const twice = given.find((rule) => there.some((other) => sameTraffic(rule, other)));
    if (twice !== undefined) {
      throw new AwsError(
        "InvalidPermission.Duplicate",
        `the specified rule "${describe(twice)}" already exists`,
      );
    }
    if (there.length + given.length > MAX_RULES) {
      throw new AwsError(
        "RulesPerSecurityGroupLimitExceeded",
        "The maximum number of rules per security group has been reached.",
      );
    }
    const made = given.map((rule): RuleRecord => ({ id: newId("sgr"), groupId: group.id, egress, ...rule }));
    for (const rule of made) {
      rules.save(context, rule);
      putTags(context, rule.id, tags);
    }
    return { Return: true, SecurityGroupRules: made.map((rule) => shape(rule, context)) };
  };
}

function describe(rule: GivenRule): string {
  const peer = rule.cidr ?? rule.cidrIpv6 ?? rule.prefixList ?? rule.referencedGroup ?? "";
  const { protocol, fromPort, toPort } = rule;
  return `peer: ${peer}, ${protocol === "-1" ? "ALL" : `${protocol.toUpperCase()}, from port: ${fromPort}, to port: ${toPort}`}, ALLOW`;
}

function revoke(egress: boolean) {
  return (
    input: Ec2.RevokeSecurityGroupIngressRequest,
    context: CallContext,
  ): Ec2.RevokeSecurityGroupIngressResult => {
    const group = securityGroups.get(context, input.GroupId ?? "");
    const there = rulesOf(context, group.id).filter((rule) => rule.egress === egress);
    const named = (input.SecurityGroupRuleIds ?? []).map((id) => {
      const found = there.find((rule) => rule.id === id);
      if (found === undefined) throw notFound("security group rule", id);
      return found;
    });
    const described = rulesIn(permissions(input), context).map((rule) => {
      const found = there.find((other) => sameTraffic(rule, other));
      if (found !== undefined) return found;
      throw new AwsError(
        "InvalidPermission.NotFound",
        "The specified rule does not exist in this security group.",
      );
    });
    const revoked = [...named, ...described];
    for (const { id } of revoked) {
      rules.delete(context, id);
      forgetTags(context, id);
    }
    return {
      Return: true,
      RevokedSecurityGroupRules: revoked.map((rule) => ({
        ...shape(rule, context),
        ReferencedGroupId: rule.referencedGroup,
      })),
    };
  };
}

function describeRules(
  input: Ec2.DescribeSecurityGroupRulesRequest,
  context: CallContext,
): Ec2.DescribeSecurityGroupRulesResult {
  const all = rules.named(context, input.SecurityGroupRuleIds).map((rule) => ({
    item: shape(rule, context),
    filters: {
      "group-id": [rule.groupId],
      "security-group-rule-id": [rule.id],
      ...tagFilters(tagsOf(context, rule.id)),
    },
  }));
  const { items, NextToken } = describePage(all, input);
  return { SecurityGroupRules: items, NextToken };
}

function ruleOf(group: string, id: string, context: CallContext): RuleRecord {
  const rule = rules.get(context, id);
  if (rule.groupId !== group) throw notFound("security group rule", id);
  return rule;
}

function modifyRules(
  input: Ec2.ModifySecurityGroupRulesRequest,
  context: CallContext,
): Ec2.ModifySecurityGroupRulesResult {
  refuseUnsupported(input, ["DryRun"]);
  for (const { SecurityGroupRuleId, SecurityGroupRule: wanted = {} } of input.SecurityGroupRules!) {
    const { id, groupId, egress } = ruleOf(input.GroupId!, SecurityGroupRuleId!, context);
    const { CidrIpv4, CidrIpv6, PrefixListId, ReferencedGroupId, Description } = wanted;
    const [rule] = rulesIn(
      [
        {
          IpProtocol: wanted.IpProtocol,
          FromPort: wanted.FromPort,
          ToPort: wanted.ToPort,
          IpRanges: CidrIpv4 === undefined ? [] : [{ CidrIp: CidrIpv4, Description }],
          Ipv6Ranges: CidrIpv6 === undefined ? [] : [{ CidrIpv6, Description }],
          PrefixListIds: PrefixListId === undefined ? [] : [{ PrefixListId, Description }],
          UserIdGroupPairs:
            ReferencedGroupId === undefined ? [] : [{ GroupId: ReferencedGroupId, Description }],
        },
      ],
      context,
    );
    rules.save(context, { id, groupId, egress, ...rule! });
  }
  return { Return: true };
}

function updateDescriptions(egress: boolean) {
  return (
    input: Ec2.UpdateSecurityGroupRuleDescriptionsIngressRequest,
    context: CallContext,
  ): Ec2.UpdateSecurityGroupRuleDescriptionsIngressResult => {
    refuseUnsupported(input, ["DryRun", "GroupName", "IpPermissions"]);
    for (const { SecurityGroupRuleId = "", Description } of input.SecurityGroupRuleDescriptions ?? []) {
      const rule = ruleOf(input.GroupId ?? "", SecurityGroupRuleId, context);
      if (rule.egress !== egress) throw notFound("security group rule", SecurityGroupRuleId);
      checkDescription(Description);
      rules.save(context, { ...rule, description: Description === "" ? undefined : Description });
    }
    return { Return: true };
  };
}

/** Rules of security groups. */
export const ruleOperations: Operations = {
  AuthorizeSecurityGroupIngress: authorize(false),
  AuthorizeSecurityGroupEgress: authorize(true),
  RevokeSecurityGroupIngress: revoke(false),
  RevokeSecurityGroupEgress: revoke(true),
  DescribeSecurityGroupRules: describeRules,
  ModifySecurityGroupRules: modifyRules,
  UpdateSecurityGroupRuleDescriptionsIngress: updateDescriptions(false),
  UpdateSecurityGroupRuleDescriptionsEgress: updateDescriptions(true),
};
