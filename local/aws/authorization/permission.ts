import type { CallContext } from "../service";

/** Values for condition keys; what is undefined is not there. */
export type ConditionValues = Record<string, string | readonly string[] | undefined>;

/** One right that an operation needs: its action on each of the resources. */
export interface Permission {
  action: string;
  /** ARNs, or `*` alone where the action knows no resources. */
  resources: readonly string[];
  context?: ConditionValues;
  /** The resource's own policy, which can allow what the caller's do not; `required` where it must allow it (KMS). */
  resourcePolicy?: { document: string; required?: true };
}

/** Tells the rights that one call of a service's operation needs. */
export type PermissionRule = (
  operation: string,
  input: Record<string, unknown>,
  context: CallContext,
) => Permission[];

/** The keys that a request's tags give: `aws:RequestTag/…` and `aws:TagKeys`. */
export function requestTags(tags: unknown): ConditionValues {
  if (!Array.isArray(tags)) return {};
  const values: ConditionValues = {};
  for (const tag of tags as { Key: string; Value?: string }[]) {
    values[`aws:RequestTag/${tag.Key}`] = tag.Value ?? "";
  }
  values["aws:TagKeys"] = (tags as { Key: string }[]).map((tag) => tag.Key);
  return values;
}

/** The keys that a resource's own tags give. */
export function resourceTags(tags: readonly { Key: string; Value?: string }[] | undefined): ConditionValues {
  return Object.fromEntries((tags ?? []).map((tag) => [`aws:ResourceTag/${tag.Key}`, tag.Value ?? ""]));
}

/** The right to hand a role to a service. */
export function passRole(role: string, service: string): Permission {
  return { action: "iam:PassRole", resources: [role], context: { "iam:PassedToService": service } };
}

/** The keys of a call about a resource's tags: those that it sets, those that it takes away, those that are there. */
export function tagConditions(tags: {
  set?: unknown;
  removed?: unknown;
  present?: readonly { Key: string; Value?: string }[];
}): ConditionValues {
  return {
    ...requestTags(tags.set),
    ...(Array.isArray(tags.removed) ? { "aws:TagKeys": tags.removed as string[] } : {}),
    ...resourceTags(tags.present),
  };
}
