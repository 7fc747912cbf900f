import type { CallContext } from "../service";
import type { ResourceModel } from "../resource-handler";
import { generatedName } from "./generated-name";
import { documentObject, documentText, sameDocument } from "./policy-documents";
import { applyPolicies, readPolicies, removePolicies } from "./principal-policies";
import type { ResourceType } from "./resource-type";
import { allPages, callService, defined, unlessMissing } from "./service-calls";
import { changedTags, readableTags, type Tag } from "./tags";
import { asNumber } from "./template-values";

interface Role {
  RoleName: string;
  RoleId: string;
  Path: string;
  Arn: string;
  AssumeRolePolicyDocument: string;
  Description?: string;
  MaxSessionDuration?: number;
  PermissionsBoundary?: { PermissionsBoundaryArn?: string };
  Tags?: Tag[];
}

const DEFAULT_SESSION_SECONDS = 3600;

/** Roles with trust, boundary, tags, inline and attached policies. */
export const iamRole: ResourceType = {
  type: "AWS::IAM::Role",
  primaryIdentifier: "RoleName",
  createOnly: ["Path", "RoleName"],
  readOnly: ["Arn", "RoleId"],
  writeOnly: [],
  nameProperty: { name: "RoleName", maxLength: 64 },
  tags: "list",
  needsIamCapability: true,
  drift: { additionsUnseen: ["ManagedPolicyArns", "Policies"] },
  ref: (model) => model.identifier,
  async create(desired, context, started) {
    const name = generatedName(desired.RoleName);
    await callService(context, "iam", "CreateRole", {
      RoleName: name,
      Path: desired.Path,
      AssumeRolePolicyDocument: documentText(desired.AssumeRolePolicyDocument),
      Description: desired.Description,
      MaxSessionDuration: asNumber(desired.MaxSessionDuration),
      PermissionsBoundary: desired.PermissionsBoundary,
      Tags: desired.Tags,
    });
    started?.(name);
    await applyPolicies({ kind: "Role", name }, {}, desired, context);
    return modelOf(name, context);
  },
  async read(identifier, context) {
    const role = await getRole(identifier, context);
    if (role === undefined) return undefined;
    const policies = await readPolicies({ kind: "Role", name: role.RoleName }, context);
    const tags = readableTags(role.Tags);
    return {
      identifier: role.RoleName,
      properties: defined({
        ...attributes(role),
        AssumeRolePolicyDocument: documentObject(role.AssumeRolePolicyDocument),
        Description: role.Description === "" ? undefined : role.Description,
        MaxSessionDuration: role.MaxSessionDuration ?? DEFAULT_SESSION_SECONDS,
        PermissionsBoundary: role.PermissionsBoundary?.PermissionsBoundaryArn,
        Tags: tags.length > 0 ? tags : undefined,
        ...policies,
      }),
    };
  },
  update: updateRole,
  async delete(identifier, context, given) {
    await removePolicies({ kind: "Role", name: identifier }, given, context);
    await callService(context, "iam", "DeleteRole", { RoleName: identifier });
  },
  async list(context) {
    const roles = await allPages<Role>(context, {
      service: "iam",
      operation: "ListRoles",
      input: {},
      items: "Roles",
    });
    return roles.map((role) => role.RoleName);
  },
};

async function updateRole(
  identifier: string,
  previous: Record<string, unknown>,
  desired: Record<string, unknown>,
  context: CallContext,
): Promise<ResourceModel> {
  const call = (operation: string, input: Record<string, unknown>) =>
    callService(context, "iam", operation, { RoleName: identifier, ...input });
  if (!sameDocument(previous.AssumeRolePolicyDocument, desired.AssumeRolePolicyDocument)) {
    await call("UpdateAssumeRolePolicy", { PolicyDocument: documentText(desired.AssumeRolePolicyDocument) });
  }
  const session = asNumber(desired.MaxSessionDuration) ?? DEFAULT_SESSION_SECONDS;
  const description = desired.Description ?? "";
  // AWS's handler still changes the description by the call that is for nothing else
  // (aws-cloudformation/cloudformation-coverage-roadmap#1923).
  if (description !== (previous.Description ?? "")) {
    await call("UpdateRoleDescription", { Description: description });
  }
  if (session !== (asNumber(previous.MaxSessionDuration) ?? DEFAULT_SESSION_SECONDS)) {
    await call("UpdateRole", { MaxSessionDuration: session });
  }
  if (previous.PermissionsBoundary !== desired.PermissionsBoundary) {
    if (desired.PermissionsBoundary === undefined) {
      await unlessMissing(call("DeleteRolePermissionsBoundary", {}));
    } else {
      await call("PutRolePermissionsBoundary", { PermissionsBoundary: desired.PermissionsBoundary });
    }
  }
  const tags = changedTags(previous.Tags as Tag[] | undefined, desired.Tags as Tag[] | undefined);
  if (tags.removed.length > 0) await call("UntagRole", { TagKeys: tags.removed });
  if (tags.put.length > 0) await call("TagRole", { Tags: tags.put });
  await applyPolicies({ kind: "Role", name: identifier }, previous, desired, context);
  return modelOf(identifier, context);
}

async function getRole(name: string, context: CallContext): Promise<Role | undefined> {
  const answer = await unlessMissing(
    callService<{ Role: Role }>(context, "iam", "GetRole", { RoleName: name }),
  );
  return answer?.Role;
}

async function modelOf(name: string, context: CallContext): Promise<ResourceModel> {
  const { Role: role } = await callService<{ Role: Role }>(context, "iam", "GetRole", { RoleName: name });
  return { identifier: name, properties: attributes(role) };
}

function attributes(role: Role): Record<string, unknown> {
  return { RoleName: role.RoleName, Path: role.Path, Arn: role.Arn, RoleId: role.RoleId };
}
