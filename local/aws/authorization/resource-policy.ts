import { type AccessRequest, applies } from "./evaluate";
import { statementsOf } from "./policy-model";
import { type Asking, principalMatch } from "./principal-match";

/**
 * What the policy of a resource says to a request: an explicit deny wins; `direct` where it allows the one who asks,
 * `account` where it leaves the decision to the policies of the account, which it allows as a whole.
 */
export type ResourceVerdict = "account" | "denied" | "direct" | "not-mentioned";

/** Judges a request by the policy of the resource that it is about. */
export function resourcePolicyVerdict(
  document: string,
  asking: Asking,
  request: AccessRequest,
): ResourceVerdict {
  let verdict: ResourceVerdict = "not-mentioned";
  for (const statement of statementsOf(document)) {
    if (!applies(statement, request)) continue;
    const match = principalMatch(statement, asking);
    if (match === "no") continue;
    if (statement.effect === "Deny") return "denied";
    if (verdict !== "direct") verdict = match;
  }
  return verdict;
}

/** Whether the policy of a resource lets a service of AWS do something on behalf of one of the account's resources. */
export function serviceMay(
  document: string | undefined,
  service: string,
  request: {
    action: string;
    resource: string;
    sourceArn?: string;
    sourceAccount?: string;
    context?: Record<string, string>;
  },
): boolean {
  if (document === undefined) return false;
  const { action, resource, sourceArn, sourceAccount } = request;
  const values = {
    // Services reach each other over encrypted connections.
    "aws:securetransport": "true",
    ...(sourceArn === undefined ? {} : { "aws:sourcearn": sourceArn }),
    ...(sourceAccount === undefined ? {} : { "aws:sourceaccount": sourceAccount }),
    ...request.context,
  };
  const context = new Map(Object.entries(values).map(([key, value]) => [key.toLowerCase(), [value]]));
  return resourcePolicyVerdict(document, { service }, { action, resource, context }) === "direct";
}
