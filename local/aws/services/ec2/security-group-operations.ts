import type * as Ec2 from "@aws-sdk/client-ec2";
import { AwsError, type CallContext, type Operations } from "../../service";
import { refuseUnsupported } from "../unsupported-input";
import { dependencyViolation, invalidValue } from "./errors";
import { describePage, tagFilters } from "./filters";
import { ec2Arn } from "./ids";
import { permissionsOf } from "./ip-permissions";
import { endpoints, type SecurityGroupRecord, securityGroups, vpcs } from "./network-records";
import { rules, rulesOf } from "./rule-record";
import { makeSecurityGroup, removeSecurityGroup } from "./security-group-record";
import { givenTags, putTags, tagsOf } from "./tags";

const TEXT = /^[\w .:/()#,@[\]+=&;{}!$*-]{1,255}$/;

function createSecurityGroup(
  input: Ec2.CreateSecurityGroupRequest,
  context: CallContext,
): Ec2.CreateSecurityGroupResult {
  refuseUnsupported(input, ["DryRun"]);
  const name = input.GroupName!;
  if (input.VpcId === undefined) {
    throw new AwsError("VPCIdNotSpecified", "No default VPC for this user");
  }
  const { id: vpcId } = vpcs.get(context, input.VpcId);
  if (!TEXT.test(name) || /^sg-/i.test(name)) {
    throw invalidValue(
      `Value (${name}) for parameter GroupName is invalid. Group names may be up to 255 characters in length, and can't start with "sg-".`,
    );
  }
  if (!TEXT.test(input.Description!)) {
    throw invalidValue(
      `Value (${input.Description!}) for parameter GroupDescription is invalid. Character sets beyond ASCII are not supported.`,
    );
  }
  const taken = securityGroups.all(context).some((group) => group.vpcId === vpcId && group.name === name);
  if (taken) {
    throw new AwsError(
      "InvalidGroup.Duplicate",
      `The security group '${name}' already exists for VPC '${vpcId}'`,
    );
  }
  const tags = givenTags(input.TagSpecifications, "security-group");
  const { id } = makeSecurityGroup(context, { vpcId, name, description: input.Description! });
  putTags(context, id, tags);
  return {
    GroupId: id,
    SecurityGroupArn: ec2Arn(context, `security-group/${id}`),
    Tags: tagsOf(context, id),
  };
}

function shape(record: SecurityGroupRecord, context: CallContext): Ec2.SecurityGroup {
  const { id, vpcId, name, description } = record;
  const all = rulesOf(context, id);
  return {
    GroupId: id,
    GroupName: name,
    Description: description,
    VpcId: vpcId,
    OwnerId: context.caller.accountId,
    SecurityGroupArn: ec2Arn(context, `security-group/${id}`),
    IpPermissions: permissionsOf(
      all.filter(({ egress }) => !egress),
      context,
    ),
    IpPermissionsEgress: permissionsOf(
      all.filter(({ egress }) => egress),
      context,
    ),
    Tags: tagsOf(context, id),
  };
}

function describeSecurityGroups(
  input: Ec2.DescribeSecurityGroupsRequest,
  context: CallContext,
): Ec2.DescribeSecurityGroupsResult {
  refuseUnsupported(input, ["GroupNames"]);
  const all = securityGroups.named(context, input.GroupIds).map((record) => ({
    item: shape(record, context),
    filters: {
      "group-id": [record.id],
      "group-name": [record.name],
      "vpc-id": [record.vpcId],
      description: [record.description],
      "owner-id": [context.caller.accountId],
      ...tagFilters(tagsOf(context, record.id)),
    },
  }));
  const { items, NextToken } = describePage(all, input);
  return { SecurityGroups: items, NextToken };
}

/** A group is needed by endpoints, and by rules of other groups that name it. */
function deleteSecurityGroup(
  input: Ec2.DeleteSecurityGroupRequest,
  context: CallContext,
): Ec2.DeleteSecurityGroupResult {
  refuseUnsupported(input, ["DryRun", "GroupName"]);
  if (input.GroupId === undefined) {
    throw new AwsError("MissingParameter", "The request must contain the parameter groupId");
  }
  const { id, name } = securityGroups.get(context, input.GroupId);
  if (name === "default") {
    throw new AwsError(
      "CannotDelete",
      `the specified group: "${id}" name: "default" cannot be deleted by a user`,
    );
  }
  const used =
    endpoints.all(context).some(({ securityGroupIds }) => securityGroupIds.includes(id)) ||
    rules.all(context).some((rule) => rule.referencedGroup === id && rule.groupId !== id);
  if (used) throw dependencyViolation(`resource ${id} has a dependent object`);
  removeSecurityGroup(context, id);
  return { Return: true, GroupId: id };
}

/** Security groups, their rules left out. */
export const securityGroupOperations: Operations = {
  CreateSecurityGroup: createSecurityGroup,
  DescribeSecurityGroups: describeSecurityGroups,
  DeleteSecurityGroup: deleteSecurityGroup,
};
