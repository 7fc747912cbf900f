import type * as Iam from "@aws-sdk/client-iam";
import { limits } from "../../limits";
import { AwsError, type CallContext, type Operations } from "../../service";
import { awsManagedPolicies } from "./aws-managed-policies";
import { groups, iamArn, policies, policyByArn, roles, users } from "./entities";
import type { Holder, PolicyRecord, PolicyVersionRecord } from "./records";
import { alreadyExists, deleteConflict, limitExceeded, noSuchEntity } from "./errors";
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
import { encodeDocument, policyShape, policySummary, policyUse, timestamp } from "./shapes";

const NAME_LENGTH = 128;
const DESCRIPTION_LENGTH = 1000;

function createPolicy(input: Iam.CreatePolicyRequest, context: CallContext): Iam.CreatePolicyResponse {
  const PolicyName = input.PolicyName!;
  checkName(PolicyName, "policyName", NAME_LENGTH);
  const Path = checkedPath(input.Path);
  checkLength(input.Description ?? "", "description", 0, DESCRIPTION_LENGTH);
  const Tags = checkedTags(input.Tags);
  if (policies.find(context, PolicyName) !== undefined) {
    throw alreadyExists(`A policy called ${PolicyName} already exists. Duplicate names are not allowed.`);
  }
  checkDocument(input.PolicyDocument!);
  if (policies.all(context).length >= limits.customerPolicies) {
    throw limitExceeded(`Cannot exceed quota for PoliciesPerAccount: ${limits.customerPolicies}`);
  }
  const CreateDate = timestamp(context.now());
  const policy: PolicyRecord = {
    PolicyName,
    PolicyId: newId("ANPA"),
    Arn: iamArn(context, "policy", Path, PolicyName),
    Path,
    Description: input.Description,
    Tags,
    CreateDate,
    UpdateDate: CreateDate,
    DefaultVersionId: "v1",
    nextVersion: 2,
    versions: [{ VersionId: "v1", Document: input.PolicyDocument!, CreateDate }],
  };
  policies.save(context, policy);
  return { Policy: policyShape(policy, { attachments: new Map(), boundaries: new Map() }) };
}

function checkDocument(document: string): void {
  checkDocumentText(document, "policyDocument");
  checkPolicyDocument(document, "identity");
  if (policySize(document) > limits.managedPolicySize) {
    throw limitExceeded(`Cannot exceed quota for PolicySize: ${limits.managedPolicySize}`);
  }
}

function existing(arn: string, context: CallContext): PolicyRecord {
  checkLength(arn, "policyArn", 20, 2048);
  const policy = policyByArn(context, arn);
  if (policy === undefined) throw noSuchEntity(`Policy ${arn} was not found.`);
  return policy;
}

/** A policy that may be changed: AWS's own may not. */
function own(arn: string, operation: string, context: CallContext): PolicyRecord {
  if (/^arn:[^:]*:iam::aws:/.test(arn)) {
    throw new AwsError(
      "AccessDenied",
      `User: ${context.caller.arn} is not authorized to perform: iam:${operation} on resource: policy ${arn}`,
      403,
    );
  }
  return existing(arn, context);
}

function getPolicy(input: Iam.GetPolicyRequest, context: CallContext): Iam.GetPolicyResponse {
  return { Policy: policyShape(existing(input.PolicyArn!, context), policyUse(context)) };
}

function listPolicies(input: Iam.ListPoliciesRequest, context: CallContext): Iam.ListPoliciesResponse {
  const scope = input.Scope ?? "All";
  const use = policyUse(context);
  const prefix = input.PathPrefix ?? "/";
  const all = [
    ...(scope === "AWS" ? [] : policies.all(context)),
    ...(scope === "Local" ? [] : awsManagedPolicies(context.partition)),
  ].filter(
    ({ Path, Arn }) =>
      Path.startsWith(prefix) &&
      (input.OnlyAttached !== true || use.attachments.has(Arn)) &&
      (input.PolicyUsageFilter !== "PermissionsBoundary" || use.boundaries.has(Arn)),
  );
  const { items, ...rest } = page(all, input);
  return { Policies: items.map((policy) => policySummary(policy, use)), ...rest };
}

function deletePolicy(input: Iam.DeletePolicyRequest, context: CallContext): void {
  const policy = own(input.PolicyArn!, "DeletePolicy", context);
  const use = policyUse(context);
  if (use.attachments.has(policy.Arn)) {
    throw deleteConflict("Cannot delete a policy attached to entities.");
  }
  if (use.boundaries.has(policy.Arn)) {
    throw deleteConflict("Cannot delete a policy that is used as a permissions boundary.");
  }
  if (policy.versions.length > 1) {
    throw deleteConflict(
      "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy.",
    );
  }
  policies.delete(context, policy);
}

function versionShape(policy: PolicyRecord, version: PolicyVersionRecord): Iam.PolicyVersion {
  return {
    VersionId: version.VersionId,
    IsDefaultVersion: version.VersionId === policy.DefaultVersionId,
    CreateDate: new Date(version.CreateDate),
  };
}

function versionOf(policy: PolicyRecord, versionId: string): PolicyVersionRecord {
  const version = policy.versions.find(({ VersionId }) => VersionId === versionId);
  if (version === undefined) {
    throw noSuchEntity(`Policy ${policy.Arn} version ${versionId} does not exist or is not attachable.`);
  }
  return version;
}

function createPolicyVersion(
  input: Iam.CreatePolicyVersionRequest,
  context: CallContext,
): Iam.CreatePolicyVersionResponse {
  const policy = own(input.PolicyArn!, "CreatePolicyVersion", context);
  checkDocument(input.PolicyDocument!);
  if (policy.versions.length >= limits.policyVersions) {
    throw limitExceeded(
      `A managed policy can have up to ${limits.policyVersions} versions. Before you create a new version, you must delete an existing version.`,
    );
  }
  const version: PolicyVersionRecord = {
    VersionId: `v${policy.nextVersion++}`,
    Document: input.PolicyDocument!,
    CreateDate: timestamp(context.now()),
  };
  policy.versions.push(version);
  policy.UpdateDate = version.CreateDate;
  if (input.SetAsDefault === true) policy.DefaultVersionId = version.VersionId;
  policies.save(context, policy);
  return { PolicyVersion: versionShape(policy, version) };
}

function getPolicyVersion(
  input: Iam.GetPolicyVersionRequest,
  context: CallContext,
): Iam.GetPolicyVersionResponse {
  const policy = existing(input.PolicyArn!, context);
  const version = versionOf(policy, input.VersionId!);
  return { PolicyVersion: { ...versionShape(policy, version), Document: encodeDocument(version.Document) } };
}

function listPolicyVersions(
  input: Iam.ListPolicyVersionsRequest,
  context: CallContext,
): Iam.ListPolicyVersionsResponse {
  const policy = existing(input.PolicyArn!, context);
  const { items, ...rest } = page([...policy.versions].reverse(), input);
  return { Versions: items.map((version) => versionShape(policy, version)), ...rest };
}

function setDefaultPolicyVersion(input: Iam.SetDefaultPolicyVersionRequest, context: CallContext): void {
  const policy = own(input.PolicyArn!, "SetDefaultPolicyVersion", context);
  policy.DefaultVersionId = versionOf(policy, input.VersionId!).VersionId;
  policy.UpdateDate = timestamp(context.now());
  policies.save(context, policy);
}

function deletePolicyVersion(input: Iam.DeletePolicyVersionRequest, context: CallContext): void {
  const policy = own(input.PolicyArn!, "DeletePolicyVersion", context);
  const version = versionOf(policy, input.VersionId!);
  if (version.VersionId === policy.DefaultVersionId) {
    throw deleteConflict("Cannot delete the default version of a policy.");
  }
  policy.versions = policy.versions.filter(({ VersionId }) => VersionId !== version.VersionId);
  policies.save(context, policy);
}

function listEntitiesForPolicy(
  input: Iam.ListEntitiesForPolicyRequest,
  context: CallContext,
): Iam.ListEntitiesForPolicyResponse {
  const { Arn } = existing(input.PolicyArn!, context);
  const uses = (holder: Holder): boolean =>
    (input.PolicyUsageFilter === "PermissionsBoundary"
      ? holder.PermissionsBoundary === Arn
      : holder.attached.includes(Arn)) && holder.Path.startsWith(input.PathPrefix ?? "/");
  const wanted = (kind: string): boolean => input.EntityFilter === undefined || input.EntityFilter === kind;
  const all = [
    ...(wanted("Group") ? groups.all(context).filter(uses) : []),
    ...(wanted("Role") ? roles.all(context).filter(uses) : []),
    ...(wanted("User") ? users.all(context).filter(uses) : []),
  ];
  const { items, ...rest } = page(all, input);
  return {
    PolicyGroups: items.flatMap((item) =>
      "GroupId" in item ? { GroupName: item.GroupName, GroupId: item.GroupId } : [],
    ),
    PolicyRoles: items.flatMap((item) =>
      "RoleId" in item ? { RoleName: item.RoleName, RoleId: item.RoleId } : [],
    ),
    PolicyUsers: items.flatMap((item) =>
      "UserId" in item ? { UserName: item.UserName, UserId: item.UserId } : [],
    ),
    ...rest,
  };
}

/** Managed policies and their versions. */
export const policyOperations: Operations = {
  CreatePolicy: createPolicy,
  GetPolicy: getPolicy,
  ListPolicies: listPolicies,
  DeletePolicy: deletePolicy,
  CreatePolicyVersion: createPolicyVersion,
  GetPolicyVersion: getPolicyVersion,
  ListPolicyVersions: listPolicyVersions,
  SetDefaultPolicyVersion: setDefaultPolicyVersion,
  DeletePolicyVersion: deletePolicyVersion,
  ListEntitiesForPolicy: listEntitiesForPolicy,
};
