import type * as Iam from "@aws-sdk/client-iam";
import {
  type AccessKeyRecord,
  accessKeysOfUser,
  type AuthenticatedCaller,
  findAccessKey,
  saveAccessKey,
} from "../../authorization/caller-record";
import { limits } from "../../limits";
import type { CallContext, Operations } from "../../service";
import { groups, iamArn, users } from "./entities";
import type { UserRecord } from "./records";
import { alreadyExists, deleteConflict, limitExceeded, noSuchEntity, validationError } from "./errors";
import { newId, newSecret } from "./ids";
import { checkedPath, checkedTags, checkName } from "./input-rules";
import { page } from "./page";
import { checkBoundary } from "./role-operations";
import { timestamp, userShape, userSummary } from "./shapes";

const NAME_LENGTH = 64;

function createUser(input: Iam.CreateUserRequest, context: CallContext): Iam.CreateUserResponse {
  const UserName = input.UserName!;
  checkName(UserName, "userName", NAME_LENGTH);
  const Path = checkedPath(input.Path);
  const Tags = checkedTags(input.Tags);
  if (users.find(context, UserName) !== undefined) {
    throw alreadyExists(`User with name ${UserName} already exists.`);
  }
  if (users.all(context).length >= limits.users) {
    throw limitExceeded(`Cannot exceed quota for UsersPerAccount: ${limits.users}`);
  }
  checkBoundary(input.PermissionsBoundary, context);
  const user: UserRecord = {
    Path,
    UserName,
    UserId: newId("AIDA"),
    Arn: iamArn(context, "user", Path, UserName),
    CreateDate: timestamp(context.now()),
    PermissionsBoundary: input.PermissionsBoundary,
    Tags,
    inline: {},
    attached: [],
  };
  users.save(context, user);
  return { User: userShape(user) };
}

/** The user that a call names, or else the caller itself. */
function userOrCaller(name: string | undefined, context: CallContext): UserRecord {
  const userName = name ?? (context.caller as AuthenticatedCaller).userName;
  if (userName === undefined)
    throw validationError("Must specify userName when calling with non-User credentials");
  return users.get(context, userName);
}

function listUsers(input: Iam.ListUsersRequest, context: CallContext): Iam.ListUsersResponse {
  const prefix = input.PathPrefix ?? "/";
  const { items, ...rest } = page(
    users.all(context).filter(({ Path }) => Path.startsWith(prefix)),
    input,
  );
  return { Users: items.map(userSummary), ...rest };
}

function deleteUser(input: Iam.DeleteUserRequest, context: CallContext): void {
  const user = users.get(context, input.UserName!);
  if (groups.all(context).some(({ members }) => members.includes(user.UserName))) {
    throw deleteConflict("Cannot delete entity, must remove users from group first.");
  }
  if (user.attached.length > 0) throw deleteConflict("Cannot delete entity, must detach all policies first.");
  if (Object.keys(user.inline).length > 0) {
    throw deleteConflict("Cannot delete entity, must delete policies first.");
  }
  if (accessKeysOfUser(context, user.UserName).length > 0) {
    throw deleteConflict("Cannot delete entity, must delete access keys first.");
  }
  users.delete(context, user);
}

function putUserPermissionsBoundary(
  input: Iam.PutUserPermissionsBoundaryRequest,
  context: CallContext,
): void {
  const user = users.get(context, input.UserName!);
  checkBoundary(input.PermissionsBoundary, context);
  users.save(context, { ...user, PermissionsBoundary: input.PermissionsBoundary });
}

function deleteUserPermissionsBoundary(
  input: Iam.DeleteUserPermissionsBoundaryRequest,
  context: CallContext,
): void {
  users.save(context, { ...users.get(context, input.UserName!), PermissionsBoundary: undefined });
}

function createAccessKey(
  input: Iam.CreateAccessKeyRequest,
  context: CallContext,
): Iam.CreateAccessKeyResponse {
  const { UserName } = userOrCaller(input.UserName, context);
  if (accessKeysOfUser(context, UserName).length >= limits.accessKeysPerUser) {
    throw limitExceeded(`Cannot exceed quota for AccessKeysPerUser: ${limits.accessKeysPerUser}`);
  }
  const key: AccessKeyRecord = {
    accessKeyId: newId("AKIA"),
    secretAccessKey: newSecret(),
    accountId: context.caller.accountId,
    status: "Active",
    createDate: timestamp(context.now()),
    userName: UserName,
  };
  saveAccessKey(context.store, key);
  return { AccessKey: { ...keyShape(key), SecretAccessKey: key.secretAccessKey } };
}

function keyShape(key: AccessKeyRecord): Iam.AccessKey & Iam.AccessKeyMetadata {
  return {
    UserName: key.userName,
    AccessKeyId: key.accessKeyId,
    Status: key.status as "Active" | "Inactive",
    CreateDate: new Date(key.createDate),
  } as Iam.AccessKey & Iam.AccessKeyMetadata;
}

function listAccessKeys(input: Iam.ListAccessKeysRequest, context: CallContext): Iam.ListAccessKeysResponse {
  const { UserName } = userOrCaller(input.UserName, context);
  const { items, ...rest } = page(accessKeysOfUser(context, UserName), input);
  return { AccessKeyMetadata: items.map(keyShape), ...rest };
}

function changeKey(
  input: { UserName?: string; AccessKeyId?: string },
  status: AccessKeyRecord["status"],
  context: CallContext,
): void {
  const { UserName } = userOrCaller(input.UserName, context);
  const key = findAccessKey(context.store, input.AccessKeyId!);
  if (key === undefined || key.userName !== UserName || key.status === "Deleted") {
    throw noSuchEntity(`The Access Key with id ${input.AccessKeyId} cannot be found.`);
  }
  // A deleted key stays known: an unknown one would be the account's root.
  saveAccessKey(context.store, { ...key, status });
}

/** Users and their access keys. */
export const userOperations: Operations = {
  CreateUser: createUser,
  GetUser: (input: Iam.GetUserRequest, context) => ({
    User: userShape(userOrCaller(input.UserName, context)),
  }),
  ListUsers: listUsers,
  DeleteUser: deleteUser,
  PutUserPermissionsBoundary: putUserPermissionsBoundary,
  DeleteUserPermissionsBoundary: deleteUserPermissionsBoundary,
  CreateAccessKey: createAccessKey,
  ListAccessKeys: listAccessKeys,
  UpdateAccessKey: (input: Iam.UpdateAccessKeyRequest, context) =>
    changeKey(input, input.Status as "Active" | "Inactive", context),
  DeleteAccessKey: (input: Iam.DeleteAccessKeyRequest, context) => changeKey(input, "Deleted", context),
};
