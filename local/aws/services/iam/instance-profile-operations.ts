import type * as Iam from "@aws-sdk/client-iam";
import { limits } from "../../limits";
import type { CallContext, Operations } from "../../service";
import { iamArn, instanceProfiles, roles } from "./entities";
import { alreadyExists, deleteConflict, limitExceeded, noSuchEntity } from "./errors";
import { newId } from "./ids";
import { checkedPath, checkedTags, checkName } from "./input-rules";
import { page } from "./page";
import type { InstanceProfileRecord } from "./records";
import { roleSummary, timestamp } from "./shapes";

const NAME_LENGTH = 128;

function shape(profile: InstanceProfileRecord, context: CallContext): Iam.InstanceProfile {
  const { Path, InstanceProfileName, InstanceProfileId, Arn, CreateDate, role } = profile;
  const held = role === undefined ? undefined : roles.find(context, role);
  return {
    Path,
    InstanceProfileName,
    InstanceProfileId,
    Arn,
    CreateDate: new Date(CreateDate),
    Roles: held === undefined ? [] : [roleSummary(held)],
  };
}

function createInstanceProfile(
  input: Iam.CreateInstanceProfileRequest,
  context: CallContext,
): Iam.CreateInstanceProfileResponse {
  const InstanceProfileName = input.InstanceProfileName!;
  checkName(InstanceProfileName, "instanceProfileName", NAME_LENGTH);
  const Path = checkedPath(input.Path);
  if (instanceProfiles.find(context, InstanceProfileName) !== undefined) {
    throw alreadyExists(`Instance Profile ${InstanceProfileName} already exists.`);
  }
  if (instanceProfiles.all(context).length >= limits.instanceProfiles) {
    throw limitExceeded(`Cannot exceed quota for InstanceProfilesPerAccount: ${limits.instanceProfiles}`);
  }
  const profile: InstanceProfileRecord = {
    Path,
    InstanceProfileName,
    InstanceProfileId: newId("AIPA"),
    Arn: iamArn(context, "instance-profile", Path, InstanceProfileName),
    CreateDate: timestamp(context.now()),
    Tags: checkedTags(input.Tags),
  };
  instanceProfiles.save(context, profile);
  return { InstanceProfile: shape(profile, context) };
}

function addRole(input: Iam.AddRoleToInstanceProfileRequest, context: CallContext): void {
  const profile = instanceProfiles.get(context, input.InstanceProfileName!);
  const role = roles.get(context, input.RoleName!);
  if (profile.role !== undefined) {
    throw limitExceeded("Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1");
  }
  instanceProfiles.save(context, { ...profile, role: role.RoleName });
}

function removeRole(input: Iam.RemoveRoleFromInstanceProfileRequest, context: CallContext): void {
  const profile = instanceProfiles.get(context, input.InstanceProfileName!);
  if (profile.role?.toLowerCase() !== input.RoleName!.toLowerCase()) {
    throw noSuchEntity(
      `Role ${input.RoleName} in Instance Profile ${profile.InstanceProfileName} cannot be found.`,
    );
  }
  instanceProfiles.save(context, { ...profile, role: undefined });
}

function deleteInstanceProfile(input: Iam.DeleteInstanceProfileRequest, context: CallContext): void {
  const profile = instanceProfiles.get(context, input.InstanceProfileName!);
  if (profile.role !== undefined) {
    throw deleteConflict("Cannot delete entity, must remove roles from instance profile first.");
  }
  instanceProfiles.delete(context, profile);
}

function listForRole(
  input: Iam.ListInstanceProfilesForRoleRequest,
  context: CallContext,
): Iam.ListInstanceProfilesForRoleResponse {
  const { RoleName } = roles.get(context, input.RoleName!);
  const holding = instanceProfiles.all(context).filter(({ role }) => role === RoleName);
  const { items, ...rest } = page(holding, input);
  return { InstanceProfiles: items.map((profile) => shape(profile, context)), ...rest };
}

/** Instance profiles, by which EC2 gets its role: each holds at most one. */
export const instanceProfileOperations: Operations = {
  CreateInstanceProfile: createInstanceProfile,
  GetInstanceProfile: (input: Iam.GetInstanceProfileRequest, context) => ({
    InstanceProfile: shape(instanceProfiles.get(context, input.InstanceProfileName!), context),
  }),
  AddRoleToInstanceProfile: addRole,
  RemoveRoleFromInstanceProfile: removeRole,
  DeleteInstanceProfile: deleteInstanceProfile,
  ListInstanceProfilesForRole: listForRole,
};
