import type { CallContext } from "../service";
import type { ResourceModel } from "../resource-handler";
import { generatedName } from "./generated-name";
import { documentObject, documentText, sameDocument } from "./policy-documents";
import { attach, detach, type Principal } from "./principal-policies";
import type { ResourceType } from "./resource-type";
import { allPages, callService, defined, unlessMissing } from "./service-calls";

interface Policy {
  PolicyName: string;
  PolicyId: string;
  Arn: string;
  Path: string;
  Description?: string;
  DefaultVersionId: string;
  AttachmentCount?: number;
  PermissionsBoundaryUsageCount?: number;
  IsAttachable?: boolean;
  CreateDate?: Date | string;
  UpdateDate?: Date | string;
}

interface PolicyVersion {
  VersionId: string;
  IsDefaultVersion: boolean;
  Document?: string;
}

type Properties = Record<string, unknown>;

/** A managed policy keeps at most this many versions; AWS's handler makes room by deleting the oldest. */
const MAX_VERSIONS = 5;

const KINDS = ["Group", "Role", "User"] as const;

/** Customer managed policies, with whom they are attached to. */
export const iamManagedPolicy: ResourceType = {
  type: "AWS::IAM::ManagedPolicy",
  primaryIdentifier: "PolicyArn",
  createOnly: ["Description", "ManagedPolicyName", "Path"],
  readOnly: [
    "AttachmentCount",
    "CreateDate",
    "DefaultVersionId",
    "IsAttachable",
    "PermissionsBoundaryUsageCount",
    "PolicyArn",
    "PolicyId",
    "UpdateDate",
  ],
  writeOnly: [],
  nameProperty: { name: "ManagedPolicyName", maxLength: 128 },
  needsIamCapability: true,
  drift: { notCompared: ["PolicyDocument"], additionsUnseen: ["Groups", "Roles", "Users"] },
  ref: (model) => model.identifier,
  async create(desired, context, started) {
    const { Policy: policy } = await callService<{ Policy: Policy }>(context, "iam", "CreatePolicy", {
      PolicyName: generatedName(desired.ManagedPolicyName),
      Path: desired.Path,
      Description: desired.Description,
      PolicyDocument: documentText(desired.PolicyDocument),
    });
    started?.(policy.Arn);
    await applyAttachments(policy.Arn, {}, desired, context);
    return modelOf(policy.Arn, context);
  },
  read: readPolicy,
  async update(identifier, previous, desired, context) {
    if (!sameDocument(previous.PolicyDocument, desired.PolicyDocument)) {
      await makeRoom(identifier, context);
      await callService(context, "iam", "CreatePolicyVersion", {
        PolicyArn: identifier,
        PolicyDocument: documentText(desired.PolicyDocument),
        SetAsDefault: true,
      });
    }
    await applyAttachments(identifier, previous, desired, context);
    return modelOf(identifier, context);
  },
  async delete(identifier, context, given) {
    await applyAttachments(identifier, given ?? (await attachments(identifier, context)), {}, context);
    for (const version of await versions(identifier, context)) {
      if (!version.IsDefaultVersion) await deleteVersion(identifier, version.VersionId, context);
    }
    await callService(context, "iam", "DeletePolicy", { PolicyArn: identifier });
  },
  async list(context) {
    const policies = await allPages<Policy>(context, {
      service: "iam",
      operation: "ListPolicies",
      input: { Scope: "Local" },
      items: "Policies",
    });
    return policies.map((policy) => policy.Arn);
  },
};

async function readPolicy(identifier: string, context: CallContext): Promise<ResourceModel | undefined> {
  const answer = await unlessMissing(
    callService<{ Policy: Policy }>(context, "iam", "GetPolicy", { PolicyArn: identifier }),
  );
  if (answer === undefined) return undefined;
  const { Policy: policy } = answer;
  const { PolicyVersion: version } = await callService<{ PolicyVersion: PolicyVersion }>(
    context,
    "iam",
    "GetPolicyVersion",
    { PolicyArn: identifier, VersionId: policy.DefaultVersionId },
  );
  return {
    identifier: policy.Arn,
    properties: defined({
      ...attributes(policy),
      PolicyDocument: documentObject(version.Document),
      ...(await attachments(identifier, context)),
    }),
  };
}

function attributes(policy: Policy): Properties {
  return defined({
    ManagedPolicyName: policy.PolicyName,
    Path: policy.Path,
    Description: policy.Description ?? "",
    PolicyArn: policy.Arn,
    PolicyId: policy.PolicyId,
    DefaultVersionId: policy.DefaultVersionId,
    AttachmentCount: policy.AttachmentCount,
    PermissionsBoundaryUsageCount: policy.PermissionsBoundaryUsageCount,
    IsAttachable: policy.IsAttachable,
    CreateDate: time(policy.CreateDate),
    UpdateDate: time(policy.UpdateDate),
  });
}

async function modelOf(arn: string, context: CallContext): Promise<ResourceModel> {
  const { Policy: policy } = await callService<{ Policy: Policy }>(context, "iam", "GetPolicy", {
    PolicyArn: arn,
  });
  return { identifier: arn, properties: attributes(policy) };
}

async function attachments(arn: string, context: CallContext): Promise<Properties> {
  const found: Properties = {};
  for (const kind of KINDS) {
    const entities = await allPages<Record<string, string>>(context, {
      service: "iam",
      operation: "ListEntitiesForPolicy",
      input: { PolicyArn: arn, EntityFilter: kind, PolicyUsageFilter: "PermissionsPolicy" },
      items: `Policy${kind}s`,
    });
    if (entities.length > 0) found[`${kind}s`] = entities.map((entity) => entity[`${kind}Name`]);
  }
  return found;
}

async function applyAttachments(
  arn: string,
  previous: Properties,
  desired: Properties,
  context: CallContext,
): Promise<void> {
  for (const kind of KINDS) {
    const before = (previous[`${kind}s`] as string[] | undefined) ?? [];
    const after = (desired[`${kind}s`] as string[] | undefined) ?? [];
    const principal = (name: string): Principal => ({ kind, name });
    for (const name of after.filter((name) => !before.includes(name)))
      await attach(principal(name), arn, context);
    for (const name of before.filter((name) => !after.includes(name)))
      await detach(principal(name), arn, context);
  }
}

async function makeRoom(arn: string, context: CallContext): Promise<void> {
  const all = await versions(arn, context);
  if (all.length < MAX_VERSIONS) return;
  const oldest = all
    .filter((version) => !version.IsDefaultVersion)
    .sort((a, b) => Number(a.VersionId.slice(1)) - Number(b.VersionId.slice(1)))[0];
  if (oldest !== undefined) await deleteVersion(arn, oldest.VersionId, context);
}

function versions(arn: string, context: CallContext): Promise<PolicyVersion[]> {
  return allPages<PolicyVersion>(context, {
    service: "iam",
    operation: "ListPolicyVersions",
    input: { PolicyArn: arn },
    items: "Versions",
  });
}

async function deleteVersion(arn: string, versionId: string, context: CallContext): Promise<void> {
  await callService(context, "iam", "DeletePolicyVersion", { PolicyArn: arn, VersionId: versionId });
}

function time(value: Date | string | undefined): string | undefined {
  return value instanceof Date ? value.toISOString() : value;
}
