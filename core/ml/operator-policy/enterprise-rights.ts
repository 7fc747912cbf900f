import { ALL_WRITES, CHANGE, LOOK, type RightsStatement } from "../../operator-policy/rights";
import type { MlBlueprint } from "../blueprint";
import type { MlScope } from "./scopes";

const COMPLIANCE: readonly RightsStatement<MlScope>[] = [
  {
    sid: "TrailRead",
    scope: "trail",
    writes: false,
    rights: {
      "cloudtrail:GetEventSelectors": LOOK,
      "cloudtrail:GetTrail": LOOK,
      "cloudtrail:GetTrailStatus": LOOK,
      "cloudtrail:ListTags": LOOK,
    },
  },
  {
    sid: "TrailManagement",
    scope: "trail",
    writes: true,
    rights: {
      "cloudtrail:AddTags": CHANGE,
      "cloudtrail:CreateTrail": CHANGE,
      "cloudtrail:PutEventSelectors": ["update"],
      "cloudtrail:DeleteTrail": ALL_WRITES,
      "cloudtrail:RemoveTags": ["update"],
      "cloudtrail:StartLogging": CHANGE,
      "cloudtrail:StopLogging": ["update", "delete"],
      "cloudtrail:UpdateTrail": ["update"],
    },
  },
  {
    sid: "MetricFilterRead",
    scope: "compliance-log-group",
    writes: false,
    rights: { "logs:DescribeMetricFilters": LOOK },
  },
  {
    sid: "MetricFilterManagement",
    scope: "compliance-log-group",
    writes: true,
    rights: { "logs:PutMetricFilter": CHANGE, "logs:DeleteMetricFilter": ALL_WRITES },
  },
  {
    sid: "AlarmRead",
    scope: "alarms",
    writes: false,
    rights: { "cloudwatch:DescribeAlarms": LOOK, "cloudwatch:ListTagsForResource": LOOK },
  },
  {
    sid: "AlarmManagement",
    scope: "alarms",
    writes: true,
    rights: {
      "cloudwatch:DeleteAlarms": ALL_WRITES,
      "cloudwatch:PutMetricAlarm": CHANGE,
      "cloudwatch:TagResource": CHANGE,
      "cloudwatch:UntagResource": ["update"],
    },
  },
];

type Tagged = NonNullable<RightsStatement<MlScope>["condition"]>;

/**
 * What making the key takes, and its alias. All else the key's own policy gives to the administrators that it names, and to
 * nobody by their IAM policies: rights by the key's tag would reach whatever key somebody tags so.
 */
function keyRights(made: Tagged): RightsStatement<MlScope>[] {
  return [
    {
      sid: "KeyTags",
      scope: "keys",
      writes: true,
      condition: made,
      rights: { "kms:TagResource": CHANGE },
    },
    {
      sid: "AliasManagement",
      scope: "aliases",
      writes: true,
      rights: {
        "kms:CreateAlias": CHANGE,
        "kms:DeleteAlias": ALL_WRITES,
        "kms:UpdateAlias": ["update"],
      },
    },
  ];
}

const KEY_ACCOUNT: readonly RightsStatement<MlScope>[] = [
  { sid: "KeyList", scope: "everything", writes: false, rights: { "kms:ListAliases": LOOK } },
  // KMS takes no key whose policy names somebody who is not there: they are looked for beforehand.
  { sid: "KeyRolesRead", scope: "key-roles", writes: false, rights: { "iam:GetRole": LOOK } },
  { sid: "KeyUsersRead", scope: "key-users", writes: false, rights: { "iam:GetUser": LOOK } },
];

/**
 * Tags only on what is being made ("Grant permission to tag Amazon EC2 resources during creation", EC2 User Guide): who could
 * tag what is there already would have the rights by the tag on all of it.
 */
function tagsOfNew(sid: string, scope: MlScope, made: Tagged, action: string): RightsStatement<MlScope> {
  const condition = { StringEquals: { ...made.StringEquals, "ec2:CreateAction": action } };
  return { sid, scope, writes: true, condition, rights: { "ec2:CreateTags": CHANGE } };
}

function endpointRights(made: Tagged, there: Tagged): RightsStatement<MlScope>[] {
  return [
    {
      sid: "NetworkRead",
      scope: "everything",
      writes: false,
      rights: {
        "ec2:DescribeRouteTables": LOOK,
        "ec2:DescribeSecurityGroupRules": LOOK,
        "ec2:DescribeSecurityGroups": LOOK,
        "ec2:DescribeSubnets": LOOK,
        "ec2:DescribeVpcEndpoints": LOOK,
        "ec2:DescribeVpcs": LOOK,
      },
    },
    { sid: "VpcRead", scope: "vpc", writes: false, rights: { "ec2:DescribeVpcAttribute": LOOK } },
    {
      sid: "EndpointCreation",
      scope: "endpoints",
      writes: true,
      condition: made,
      rights: { "ec2:CreateVpcEndpoint": CHANGE },
    },
    tagsOfNew("EndpointTags", "endpoints", made, "CreateVpcEndpoint"),
    {
      sid: "EndpointManagement",
      scope: "endpoints",
      writes: true,
      condition: there,
      rights: {
        "ec2:CreateTags": ["update"],
        "ec2:DeleteTags": ["update"],
        "ec2:DeleteVpcEndpoints": ALL_WRITES,
        "ec2:ModifyVpcEndpoint": ["update"],
      },
    },
    {
      sid: "EndpointPlacement",
      scope: "endpoint-parts",
      writes: true,
      rights: { "ec2:CreateVpcEndpoint": CHANGE, "ec2:ModifyVpcEndpoint": ["update"] },
    },
  ];
}

function groupRights(made: Tagged, there: Tagged): RightsStatement<MlScope>[] {
  return [
    {
      sid: "GroupCreation",
      scope: "endpoint-groups",
      writes: true,
      condition: made,
      rights: { "ec2:CreateSecurityGroup": CHANGE },
    },
    tagsOfNew("GroupTags", "endpoint-groups", made, "CreateSecurityGroup"),
    {
      sid: "GroupManagement",
      scope: "endpoint-groups",
      writes: true,
      condition: there,
      rights: {
        "ec2:AuthorizeSecurityGroupEgress": CHANGE,
        "ec2:AuthorizeSecurityGroupIngress": CHANGE,
        "ec2:CreateTags": ["update"],
        "ec2:DeleteSecurityGroup": ALL_WRITES,
        "ec2:DeleteTags": ["update"],
        "ec2:RevokeSecurityGroupEgress": ALL_WRITES,
        "ec2:RevokeSecurityGroupIngress": ALL_WRITES,
        "ec2:UpdateSecurityGroupRuleDescriptionsEgress": ["update"],
        "ec2:UpdateSecurityGroupRuleDescriptionsIngress": ["update"],
      },
    },
    {
      sid: "GroupPlacement",
      scope: "vpc",
      writes: true,
      rights: { "ec2:CreateSecurityGroup": CHANGE },
    },
  ];
}

/** What the types of the enterprise tier need. What AWS itself names is known by the product's tag `Stem`. */
export function enterpriseRights({
  stem,
  key,
  network,
  compliance,
}: MlBlueprint): RightsStatement<MlScope>[] {
  const made = { StringEquals: { "aws:RequestTag/Stem": stem } };
  const there = { StringEquals: { "aws:ResourceTag/Stem": stem } };
  const creation: RightsStatement<MlScope> = {
    sid: "KeyCreation",
    scope: "everything",
    writes: true,
    condition: made,
    rights: { "kms:CreateKey": CHANGE },
  };
  return [
    ...(compliance === undefined ? [] : COMPLIANCE),
    ...(key === undefined ? [] : [...keyRights(made), creation, ...KEY_ACCOUNT]),
    ...(network?.endpoints === "create" ? endpointRights(made, there) : []),
    ...(network?.endpoints === "create" && network.securityGroup === "create"
      ? groupRights(made, there)
      : []),
  ];
}
