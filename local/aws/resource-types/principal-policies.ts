import type { CallContext } from "../service";
import { documentObject, documentText, sameDocument } from "./policy-documents";
import { allPages, callService, unlessMissing } from "./service-calls";

/** A group, a role or a user, whose policies IAM's API handles alike. */
export interface Principal {
  kind: "Group" | "Role" | "User";
  name: string;
}

interface InlinePolicy {
  PolicyName: string;
  PolicyDocument: unknown;
}

type Properties = Record<string, unknown>;

/** The properties `Policies` and `ManagedPolicyArns` as they are on the principal now. */
export async function readPolicies(principal: Principal, context: CallContext): Promise<Properties> {
  const input = key(principal);
  const names = await allPages<string>(context, {
    service: "iam",
    operation: `List${principal.kind}Policies`,
    input,
    items: "PolicyNames",
  });
  const policies: InlinePolicy[] = [];
  for (const name of names) {
    const policy = await getInline(principal, name, context);
    if (policy !== undefined) policies.push(policy);
  }
  const attached = await attachedArns(principal, context);
  return {
    ...(attached.length > 0 ? { ManagedPolicyArns: attached } : {}),
    ...(policies.length > 0 ? { Policies: policies } : {}),
  };
}

async function getInline(
  principal: Principal,
  policyName: string,
  context: CallContext,
): Promise<InlinePolicy | undefined> {
  const answer = await unlessMissing(
    callService<{ PolicyDocument?: string }>(context, "iam", `Get${principal.kind}Policy`, {
      ...key(principal),
      PolicyName: policyName,
    }),
  );
  if (answer === undefined) return undefined;
  return { PolicyDocument: documentObject(answer.PolicyDocument), PolicyName: policyName };
}

async function attachedArns(principal: Principal, context: CallContext): Promise<string[]> {
  const attached = await allPages<{ PolicyArn: string }>(context, {
    service: "iam",
    operation: `ListAttached${principal.kind}Policies`,
    input: key(principal),
    items: "AttachedPolicies",
  });
  return attached.map((policy) => policy.PolicyArn);
}

/** Puts, deletes, attaches and detaches what differs between two property sets; what neither names stays as it is. */
export async function applyPolicies(
  principal: Principal,
  previous: Properties,
  desired: Properties,
  context: CallContext,
): Promise<void> {
  const before = inline(previous);
  const after = inline(desired);
  for (const policy of after) {
    const same = before.find((candidate) => candidate.PolicyName === policy.PolicyName);
    if (same !== undefined && sameDocument(same.PolicyDocument, policy.PolicyDocument)) continue;
    await putInline(principal, policy.PolicyName, policy.PolicyDocument, context);
  }
  for (const { PolicyName } of before) {
    if (!after.some((policy) => policy.PolicyName === PolicyName)) {
      await deleteInline(principal, PolicyName, context);
    }
  }
  const [attachedBefore, attachedAfter] = [arns(previous), arns(desired)];
  for (const arn of attachedAfter) {
    if (!attachedBefore.includes(arn)) await attach(principal, arn, context);
  }
  for (const arn of attachedBefore) {
    if (!attachedAfter.includes(arn)) await detach(principal, arn, context);
  }
}

/** Takes off every policy that the properties name, or all there are where there are no properties. */
export async function removePolicies(
  principal: Principal,
  given: Properties | undefined,
  context: CallContext,
): Promise<void> {
  const properties = given ?? (await readPolicies(principal, context));
  await applyPolicies(principal, properties, {}, context);
}

/** Creates or replaces one inline policy. */
export async function putInline(
  principal: Principal,
  policyName: string,
  document: unknown,
  context: CallContext,
): Promise<void> {
  await callService(context, "iam", `Put${principal.kind}Policy`, {
    ...key(principal),
    PolicyName: policyName,
    PolicyDocument: documentText(document),
  });
}

/** Deletes one inline policy, if it is there. */
export async function deleteInline(
  principal: Principal,
  policyName: string,
  context: CallContext,
): Promise<void> {
  await unlessMissing(
    callService(context, "iam", `Delete${principal.kind}Policy`, {
      ...key(principal),
      PolicyName: policyName,
    }),
  );
}

/** Attaches one managed policy. */
export async function attach(principal: Principal, policyArn: string, context: CallContext): Promise<void> {
  await callService(context, "iam", `Attach${principal.kind}Policy`, {
    ...key(principal),
    PolicyArn: policyArn,
  });
}

/** Detaches one managed policy, if it is attached. */
export async function detach(principal: Principal, policyArn: string, context: CallContext): Promise<void> {
  await unlessMissing(
    callService(context, "iam", `Detach${principal.kind}Policy`, { ...key(principal), PolicyArn: policyArn }),
  );
}

function key(principal: Principal): Record<string, string> {
  return { [`${principal.kind}Name`]: principal.name };
}

function inline(properties: Properties): InlinePolicy[] {
  return (properties.Policies as InlinePolicy[] | undefined) ?? [];
}

function arns(properties: Properties): string[] {
  return (properties.ManagedPolicyArns as string[] | undefined) ?? [];
}
