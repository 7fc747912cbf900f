import type * as Iam from "@aws-sdk/client-iam";
import { limits } from "../../limits";
import type { CallContext, Operations } from "../../service";
import { type IamScope, iamArn, instanceProfiles, policyByArn, roles, users } from "./entities";
import type { RoleRecord } from "./records";
import {
  alreadyExists,
  deleteConflict,
  limitExceeded,
  malformedPolicy,
  noSuchEntity,
  validationError,
} from "./errors";
import { newId } from "./ids";
import {
  checkDocumentText,
  checkedPath,
  checkedTags,
  checkLength,
  checkName,
  policySize,
} from "./input-rules";
import { page } from "./page";
import { checkPolicyDocument } from "./policy-grammar";
import { roleShape, roleSummary, timestamp } from "./shapes";
import { statementsOf } from "../../authorization/policy-model";

const NAME_LENGTH = 64;
const DESCRIPTION_LENGTH = 1000;
const DEFAULT_SESSION_SECONDS = 3600;
const MAX_SESSION_SECONDS = 43_200;

function createRole(input: Iam.CreateRoleRequest, context: CallContext): Iam.CreateRoleResponse {
  const RoleName = input.RoleName!;
  checkName(RoleName, "roleName", NAME_LENGTH);
  const Path = checkedPath(input.Path);
  checkSettings(input);
  const Tags = checkedTags(input.Tags);
  if (roles.find(context, RoleName) !== undefined) {
    throw alreadyExists(`Role with name ${RoleName} already exists.`);
  }
  checkTrustPolicy(input.AssumeRolePolicyDocument!, context);
  if (roles.all(context).length >= limits.roles) {
    throw limitExceeded(`Cannot exceed quota for RolesPerAccount: ${limits.roles}`);
  }
  checkBoundary(input.PermissionsBoundary, context);
  const role: RoleRecord = {
    Path,
    RoleName,
    RoleId: newId("AROA"),
    Arn: iamArn(context, "role", Path, RoleName),
    CreateDate: timestamp(context.now()),
    AssumeRolePolicyDocument: input.AssumeRolePolicyDocument!,
    Description: input.Description,
    MaxSessionDuration: input.MaxSessionDuration ?? DEFAULT_SESSION_SECONDS,
    PermissionsBoundary: input.PermissionsBoundary,
    Tags,
    inline: {},
    attached: [],
  };
  roles.save(context, role);
  return { Role: roleShape(role) };
}

function checkSettings(input: { Description?: string; MaxSessionDuration?: number }): void {
  checkLength(input.Description ?? "", "description", 0, DESCRIPTION_LENGTH);
  const seconds = input.MaxSessionDuration ?? DEFAULT_SESSION_SECONDS;
  if (seconds < DEFAULT_SESSION_SECONDS || seconds > MAX_SESSION_SECONDS) {
    const bound =
      seconds < DEFAULT_SESSION_SECONDS
        ? `greater than or equal to ${DEFAULT_SESSION_SECONDS}`
        : `less than or equal to ${MAX_SESSION_SECONDS}`;
    throw validationError(
      `1 validation error detected: Value '${seconds}' at 'maxSessionDuration' failed to satisfy constraint: Member must have value ${bound}`,
    );
  }
}

function checkTrustPolicy(document: string, context: CallContext): void {
  checkDocumentText(document, "assumeRolePolicyDocument");
  checkPolicyDocument(document, "trust");
  for (const { principal } of statementsOf(document)) {
    for (const value of principal?.AWS ?? []) checkPrincipalExists(value, context);
  }
  if (policySize(document) > limits.trustPolicySize) {
    throw limitExceeded(`Cannot exceed quota for ACLSizePerRole: ${limits.trustPolicySize}`);
  }
}

/** AWS refuses a trust in a user or role that is not there; of other accounts only AWS itself can know. */
function checkPrincipalExists(principal: string, scope: IamScope): void {
  const found = /^arn:[^:]+:iam::(\d+):(user|role)\/(?:.*\/)?([^/]+)$/.exec(principal);
  if (found === null || found[1] !== scope.caller.accountId) return;
  const table = found[2] === "user" ? users : roles;
  if (table.find(scope, found[3]!)?.Arn !== principal) {
    throw malformedPolicy(`Invalid principal in policy: "AWS":"${principal}"`);
  }
}

/** Throws where the policy that a boundary names does not exist. */
export function checkBoundary(arn: string | undefined, scope: IamScope): void {
  if (arn === undefined) return;
  checkLength(arn, "permissionsBoundary", 20, 2048);
  if (policyByArn(scope, arn) === undefined) {
    throw noSuchEntity(`Scope ARN: ${arn} does not exist or is not attachable.`);
  }
}

function listRoles(input: Iam.ListRolesRequest, context: CallContext): Iam.ListRolesResponse {
  const prefix = input.PathPrefix ?? "/";
  const { items, ...rest } = page(
    roles.all(context).filter(({ Path }) => Path.startsWith(prefix)),
    input,
  );
  return { Roles: items.map(roleSummary), ...rest };
}

function deleteRole(input: Iam.DeleteRoleRequest, context: CallContext): void {
  const role = roles.get(context, input.RoleName!);
  if (role.attached.length > 0) throw deleteConflict("Cannot delete entity, must detach all policies first.");
  if (Object.keys(role.inline).length > 0) {
    throw deleteConflict("Cannot delete entity, must delete policies first.");
  }
  if (instanceProfiles.all(context).some((profile) => profile.role === role.RoleName)) {
    throw deleteConflict("Cannot delete entity, must remove roles from instance profile first.");
  }
  roles.delete(context, role);
}

function updateRole(input: Iam.UpdateRoleRequest, context: CallContext): Iam.UpdateRoleResponse {
  const role = roles.get(context, input.RoleName!);
  checkSettings(input);
  roles.save(context, {
    ...role,
    Description: input.Description ?? role.Description,
    MaxSessionDuration: input.MaxSessionDuration ?? role.MaxSessionDuration,
  });
  return {};
}

function updateRoleDescription(
  input: Iam.UpdateRoleDescriptionRequest,
  context: CallContext,
): Iam.UpdateRoleDescriptionResponse {
  const role = roles.get(context, input.RoleName!);
  checkSettings(input);
  role.Description = input.Description;
  roles.save(context, role);
  return { Role: roleShape(role) };
}

function updateAssumeRolePolicy(input: Iam.UpdateAssumeRolePolicyRequest, context: CallContext): void {
  const role = roles.get(context, input.RoleName!);
  checkTrustPolicy(input.PolicyDocument!, context);
  role.AssumeRolePolicyDocument = input.PolicyDocument!;
  roles.save(context, role);
}

function putRolePermissionsBoundary(
  input: Iam.PutRolePermissionsBoundaryRequest,
  context: CallContext,
): void {
  const role = roles.get(context, input.RoleName!);
  checkBoundary(input.PermissionsBoundary, context);
  role.PermissionsBoundary = input.PermissionsBoundary;
  roles.save(context, role);
}

function deleteRolePermissionsBoundary(
  input: Iam.DeleteRolePermissionsBoundaryRequest,
  context: CallContext,
): void {
  const role = roles.get(context, input.RoleName!);
  if (role.PermissionsBoundary === undefined) {
    throw noSuchEntity(`The role with name ${role.RoleName} has no permissions boundary.`);
  }
  delete role.PermissionsBoundary;
  roles.save(context, role);
}

/** Roles, their trust and their boundary. */
export const roleOperations: Operations = {
  CreateRole: createRole,
  GetRole: (input: Iam.GetRoleRequest, context) => ({ Role: roleShape(roles.get(context, input.RoleName!)) }),
  ListRoles: listRoles,
  DeleteRole: deleteRole,
  UpdateRole: updateRole,
  UpdateRoleDescription: updateRoleDescription,
  UpdateAssumeRolePolicy: updateAssumeRolePolicy,
  PutRolePermissionsBoundary: putRolePermissionsBoundary,
  DeleteRolePermissionsBoundary: deleteRolePermissionsBoundary,
};
