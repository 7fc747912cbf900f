import type { Caller } from "../service";
import type { PolicyStatement } from "./policy-model";

/** Who asks: a caller of the account, or a service of AWS by its name, such as `events.amazonaws.com`. */
export type Asking = Pick<Caller, "accountId" | "arn"> | { service: string };

/** Whether a statement names nobody who asks, its whole account, or the one that asks itself. */
export type PrincipalMatch = "no" | "account" | "direct";

/** Whether a statement of a trust policy or a resource's policy names the one who asks. */
export function principalMatch(
  { principal, notPrincipal }: Pick<PolicyStatement, "notPrincipal" | "principal">,
  asking: Asking,
): PrincipalMatch {
  if (notPrincipal !== undefined) {
    return principalMatch({ principal: notPrincipal }, asking) === "no" ? "direct" : "no";
  }
  const named = principal?.AWS ?? [];
  if (named.includes("*")) return "direct";
  if ("service" in asking) return principal?.Service?.includes(asking.service) ? "direct" : "no";
  const role = roleOfSession(asking.arn);
  // A role's path is in its ARN, yet not in its sessions'.
  const isRole = (value: string): boolean =>
    value.replace(/:role\/.*\//, ":role/") === role && asking.arn.includes(":assumed-role/");
  if (named.some((value) => value === asking.arn || isRole(value))) return "direct";
  const { accountId } = asking;
  const account = named.some(
    (value) => value === accountId || new RegExp(`^arn:[^:]+:iam::${accountId}:root$`).test(value),
  );
  return account ? "account" : "no";
}

/** The role's ARN, without its path, for a session in a role; any other caller's ARN as it is. */
export function roleOfSession(arn: string): string {
  return arn.replace(/:sts::(\d+):assumed-role\/([^/]+)\/.*$/, ":iam::$1:role/$2");
}
