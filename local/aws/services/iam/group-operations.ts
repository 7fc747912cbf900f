import type * as Iam from "@aws-sdk/client-iam";
import { limits } from "../../limits";
import type { CallContext, Operations } from "../../service";
import { groups, iamArn, users } from "./entities";
import type { GroupRecord } from "./records";
import { alreadyExists, deleteConflict, limitExceeded } from "./errors";
import { newId } from "./ids";
import { checkedPath, checkName } from "./input-rules";
import { page } from "./page";
import { groupShape, timestamp, userSummary } from "./shapes";

const NAME_LENGTH = 128;

function createGroup(input: Iam.CreateGroupRequest, context: CallContext): Iam.CreateGroupResponse {
  const GroupName = input.GroupName!;
  checkName(GroupName, "groupName", NAME_LENGTH);
  const Path = checkedPath(input.Path);
  if (groups.find(context, GroupName) !== undefined) {
    throw alreadyExists(`Group with name ${GroupName} already exists.`);
  }
  if (groups.all(context).length >= limits.groups) {
    throw limitExceeded(`Cannot exceed quota for GroupsPerAccount: ${limits.groups}`);
  }
  const group: GroupRecord = {
    Path,
    GroupName,
    GroupId: newId("AGPA"),
    Arn: iamArn(context, "group", Path, GroupName),
    CreateDate: timestamp(context.now()),
    Tags: [],
    inline: {},
    attached: [],
    members: [],
  };
  groups.save(context, group);
  return { Group: groupShape(group) };
}

function getGroup(input: Iam.GetGroupRequest, context: CallContext): Iam.GetGroupResponse {
  const group = groups.get(context, input.GroupName!);
  const { items, ...rest } = page([...group.members].sort(), input);
  return {
    Group: groupShape(group),
    Users: items.map((name) => userSummary(users.get(context, name))),
    ...rest,
  };
}

function listGroups(input: Iam.ListGroupsRequest, context: CallContext): Iam.ListGroupsResponse {
  const prefix = input.PathPrefix ?? "/";
  const { items, ...rest } = page(
    groups.all(context).filter(({ Path }) => Path.startsWith(prefix)),
    input,
  );
  return { Groups: items.map(groupShape), ...rest };
}

function updateGroup(input: Iam.UpdateGroupRequest, context: CallContext): void {
  const group = groups.get(context, input.GroupName!);
  const name = input.NewGroupName ?? group.GroupName;
  const path = input.NewPath === undefined ? group.Path : checkedPath(input.NewPath);
  checkName(name, "newGroupName", NAME_LENGTH);
  const taken = groups.find(context, name);
  if (taken !== undefined && taken.GroupId !== group.GroupId) {
    throw alreadyExists(`Group with name ${name} already exists.`);
  }
  groups.delete(context, group);
  groups.save(context, { ...group, GroupName: name, Path: path, Arn: iamArn(context, "group", path, name) });
}

function deleteGroup(input: Iam.DeleteGroupRequest, context: CallContext): void {
  const group = groups.get(context, input.GroupName!);
  if (group.members.length > 0) {
    throw deleteConflict("Cannot delete entity, must remove users from group first.");
  }
  if (group.attached.length > 0)
    throw deleteConflict("Cannot delete entity, must detach all policies first.");
  if (Object.keys(group.inline).length > 0) {
    throw deleteConflict("Cannot delete entity, must delete policies first.");
  }
  groups.delete(context, group);
}

function addUserToGroup(input: Iam.AddUserToGroupRequest, context: CallContext): void {
  const group = groups.get(context, input.GroupName!);
  const { UserName } = users.get(context, input.UserName!);
  if (group.members.includes(UserName)) return;
  const memberships = groups.all(context).filter(({ members }) => members.includes(UserName));
  if (memberships.length >= limits.groupsPerUser) {
    throw limitExceeded(`Cannot exceed quota for GroupsPerUser: ${limits.groupsPerUser}`);
  }
  group.members.push(UserName);
  groups.save(context, group);
}

function removeUserFromGroup(input: Iam.RemoveUserFromGroupRequest, context: CallContext): void {
  const group = groups.get(context, input.GroupName!);
  const { UserName } = users.get(context, input.UserName!);
  group.members = group.members.filter((name) => name !== UserName);
  groups.save(context, group);
}

function listGroupsForUser(
  input: Iam.ListGroupsForUserRequest,
  context: CallContext,
): Iam.ListGroupsForUserResponse {
  const { UserName } = users.get(context, input.UserName!);
  const { items, ...rest } = page(
    groups.all(context).filter(({ members }) => members.includes(UserName)),
    input,
  );
  return { Groups: items.map(groupShape), ...rest };
}

/** Groups and who is in them. */
export const groupOperations: Operations = {
  CreateGroup: createGroup,
  GetGroup: getGroup,
  ListGroups: listGroups,
  UpdateGroup: updateGroup,
  DeleteGroup: deleteGroup,
  AddUserToGroup: addUserToGroup,
  RemoveUserFromGroup: removeUserFromGroup,
  ListGroupsForUser: listGroupsForUser,
};
