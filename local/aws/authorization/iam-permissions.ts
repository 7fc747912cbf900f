import { groups, instanceProfiles, policies, policyByArn, roles, users } from "../services/iam/entities";
import type { CallContext } from "../service";
import {
  type ConditionValues,
  type Permission,
  type PermissionRule,
  requestTags,
  resourceTags,
} from "./permission";

interface Target {
  arn: string;
  tags?: readonly { Key: string; Value?: string }[];
  boundary?: string;
}

/** IAM's actions are its operations; each is judged on the group, role, user or policy that it is about. */
export const iamPermissions: PermissionRule = (operation, input, context) => {
  const target = targetOf(operation, input, context);
  const permission: Permission = {
    action: `iam:${operation}`,
    resources: [target?.arn ?? "*"],
    context: {
      ...requestTags(input.Tags),
      ...tagKeys(input.TagKeys),
      ...conditions(operation, input, target),
    },
  };
  const tagging = tagsOnCreation(operation, input);
  return tagging === undefined ? [permission] : [permission, { ...permission, action: tagging }];
};

/** Whoever creates something with tags needs the right to tag as well (IAM User Guide, "Tags for IAM resources"). */
function tagsOnCreation(operation: string, input: Record<string, unknown>): string | undefined {
  const kind = /^Create(Role|User|Policy|InstanceProfile)$/.exec(operation)?.[1];
  return kind !== undefined && Array.isArray(input.Tags) && input.Tags.length > 0
    ? `iam:Tag${kind}`
    : undefined;
}

function conditions(
  operation: string,
  input: Record<string, unknown>,
  target: Target | undefined,
): ConditionValues {
  const tags = resourceTags(target?.tags);
  const own = Object.entries(tags).map(([key, value]) => [key.replace(/^aws:/, "iam:"), value] as const);
  const attaches = /^(Attach|Detach)/.test(operation);
  return {
    ...tags,
    ...Object.fromEntries(own),
    "iam:PolicyARN": attaches ? (input.PolicyArn as string | undefined) : undefined,
    "iam:PermissionsBoundary": (input.PermissionsBoundary as string | undefined) ?? target?.boundary,
  };
}

function tagKeys(keys: unknown): ConditionValues {
  return Array.isArray(keys) ? { "aws:TagKeys": keys as string[] } : {};
}

function targetOf(
  operation: string,
  input: Record<string, unknown>,
  context: CallContext,
): Target | undefined {
  const name = (key: string): string | undefined => (typeof input[key] === "string" ? input[key] : undefined);
  const path = name("Path") ?? "/";
  const arn = (kind: string, resource: string): string =>
    `arn:${context.partition}:iam::${context.caller.accountId}:${kind}${path}${resource}`;
  const group = name("GroupName");
  if (group !== undefined) return { arn: groups.find(context, group)?.Arn ?? arn("group", group) };
  const profile = name("InstanceProfileName");
  if (profile !== undefined) {
    return existing(instanceProfiles.find(context, profile)) ?? { arn: arn("instance-profile", profile) };
  }
  const role = name("RoleName");
  if (role !== undefined) return existing(roles.find(context, role)) ?? { arn: arn("role", role) };
  const user = name("UserName") ?? (/AccessKey/.test(operation) ? callersName(context) : undefined);
  if (user !== undefined) return existing(users.find(context, user)) ?? { arn: arn("user", user) };
  const source = name("PolicySourceArn");
  if (source !== undefined) return { arn: source };
  const policyArn = name("PolicyArn");
  if (policyArn !== undefined) return existing(policyByArn(context, policyArn)) ?? { arn: policyArn };
  const policy = operation === "CreatePolicy" ? name("PolicyName") : undefined;
  if (policy !== undefined) return existing(policies.find(context, policy)) ?? { arn: arn("policy", policy) };
  return undefined;
}

function existing(
  record: { Arn: string; Tags: Target["tags"]; PermissionsBoundary?: string } | undefined,
): Target | undefined {
  if (record === undefined) return undefined;
  return { arn: record.Arn, tags: record.Tags, boundary: record.PermissionsBoundary };
}

function callersName(context: CallContext): string | undefined {
  return /:user\/(?:.*\/)?([^/]+)$/.exec(context.caller.arn)?.[1];
}
