import type { CallContext } from "../service";
import type { ResourceModel } from "../resource-handler";
import { HandlerError } from "./handler-error";
import { sameDocument } from "./policy-documents";
import { deleteInline, putInline, type Principal } from "./principal-policies";
import type { ResourceType } from "./resource-type";

type Properties = Record<string, unknown>;

/**
 * An inline policy put on groups, roles and users. IAM has no such thing of its own, so that there is nothing to read:
 * AWS serves neither reading nor listing for this type.
 */
export const iamPolicy: ResourceType = {
  type: "AWS::IAM::Policy",
  primaryIdentifier: "Id",
  createOnly: [],
  readOnly: ["Id"],
  writeOnly: ["Groups", "PolicyDocument", "PolicyName", "Roles", "Users"],
  needsIamCapability: true,
  unreadable: true,
  ref: (model) => model.identifier,
  async create(desired, context, started) {
    started?.(String(desired.PolicyName));
    return apply({}, desired, context);
  },
  read: () => Promise.resolve(undefined),
  update: (_identifier, previous, desired, context) => apply(previous, desired, context),
  async delete(_identifier, context, given) {
    await apply(given ?? {}, {}, context);
  },
  list: () => Promise.resolve([]),
};

async function apply(
  previous: Properties,
  desired: Properties,
  context: CallContext,
): Promise<ResourceModel> {
  const [before, after] = [principals(previous), principals(desired)];
  if (desired.PolicyName !== undefined && after.length === 0) {
    throw new HandlerError("InvalidRequest", "At least one of [Groups,Roles,Users] must be non-empty.");
  }
  const renamed = previous.PolicyName !== desired.PolicyName;
  const changed = renamed || !sameDocument(previous.PolicyDocument, desired.PolicyDocument);
  for (const principal of after) {
    if (changed || !includes(before, principal)) {
      await putInline(principal, String(desired.PolicyName), desired.PolicyDocument, context);
    }
  }
  for (const principal of before) {
    if (renamed || !includes(after, principal)) {
      await deleteInline(principal, String(previous.PolicyName), context);
    }
  }
  const identifier = String(desired.PolicyName ?? previous.PolicyName);
  return { identifier, properties: { ...desired, Id: identifier } };
}

function principals(properties: Properties): Principal[] {
  return (["Group", "Role", "User"] as const).flatMap((kind) =>
    ((properties[`${kind}s`] as string[] | undefined) ?? []).map((name) => ({ kind, name })),
  );
}

function includes(list: readonly Principal[], principal: Principal): boolean {
  return list.some((candidate) => candidate.kind === principal.kind && candidate.name === principal.name);
}
