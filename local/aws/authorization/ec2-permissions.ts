import type { TagSpecification } from "@aws-sdk/client-ec2";
import type { CallContext } from "../service";
import { ec2Arn } from "../services/ec2/ids";
import { kindOf, tagsOf } from "../services/ec2/tags";
import {
  type ConditionValues,
  type Permission,
  type PermissionRule,
  requestTags,
  resourceTags,
} from "./permission";

/** What each creation makes. */
const MADE: Readonly<Record<string, string>> = {
  CreateRouteTable: "route-table",
  CreateSecurityGroup: "security-group",
  CreateSubnet: "subnet",
  CreateVpc: "vpc",
  CreateVpcEndpoint: "vpc-endpoint",
};

/** Members that name what a call is about or uses; the rules that are revoked or changed are their group's. */
const NAMING = [
  "AddRouteTableIds",
  "AddSecurityGroupIds",
  "AddSubnetIds",
  "GroupId",
  "RemoveRouteTableIds",
  "RemoveSecurityGroupIds",
  "RemoveSubnetIds",
  "Resources",
  "RouteTableId",
  "RouteTableIds",
  "SecurityGroupIds",
  "SubnetId",
  "SubnetIds",
  "VpcEndpointId",
  "VpcEndpointIds",
  "VpcId",
];

/**
 * EC2's actions are its operations, each judged on everything that it makes, uses or changes: what is made by the
 * request's tags, what is there by its own. Of the descriptions only that of an attribute knows its resource (Service
 * Authorization Reference, Amazon EC2).
 */
export const ec2Permissions: PermissionRule = (operation, input, context) => {
  const action = `ec2:${operation}`;
  if (operation.startsWith("Describe") && operation !== "DescribeVpcAttribute")
    return [{ action, resources: ["*"] }];
  const given = (input.TagSpecifications as TagSpecification[] | undefined)?.flatMap(({ Tags = [] }) => Tags);
  const request = requestTags(given ?? input.Tags);
  const kind = MADE[operation];
  const made: Permission[] =
    kind === undefined
      ? []
      : [{ action, resources: [ec2Arn(context, `${kind}/*`)], context: keys(context, request) }];
  const there = NAMING.flatMap((member) => (input[member] as string[] | string | undefined) ?? []).map(
    (id) => ({
      action,
      resources: [ec2Arn(context, `${kindOf(id) ?? "*"}/${id}`)],
      context: keys(context, {
        ...(kind === undefined ? request : {}),
        ...resourceTags(tagsOf(context, id)),
      }),
    }),
  );
  if (kind === undefined || (given ?? []).length === 0) return [...made, ...there];
  // Whoever makes something with tags needs the right to tag it too (EC2 User Guide, "Grant permission to tag").
  const tagging = { ...made[0]!, action: "ec2:CreateTags" };
  return [...made, ...there, { ...tagging, context: { ...tagging.context, "ec2:CreateAction": operation } }];
};

function keys(context: CallContext, values: ConditionValues): ConditionValues {
  return { "ec2:Region": context.region, ...values };
}
