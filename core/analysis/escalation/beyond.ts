import type { PrincipalGrant } from "../principal-grants";
import { matchesArn } from "../wildcard";

/** One permission in words: `s3:GetObject on arn:…`. */
export type PermissionText = string;

/**
 * The first permission of `gained` that is not in `given`, or undefined where all is there already. One is there where
 * the action is given on the same or a wider resource, with no further condition and no further exception.
 */
export function beyond(
  gained: readonly PrincipalGrant[],
  given: readonly PrincipalGrant[],
): PermissionText | undefined {
  const byAction = new Map<string, PrincipalGrant[]>();
  for (const grant of given) {
    for (const action of grant.actions) {
      const list = byAction.get(action);
      if (list === undefined) byAction.set(action, [grant]);
      else list.push(grant);
    }
  }
  for (const grant of gained) {
    for (const action of grant.actions) {
      const candidates = [...(byAction.get(action) ?? []), ...(byAction.get("*") ?? [])];
      const missing = grant.scope.find(
        (resource) => !candidates.some((candidate) => gives(candidate, grant, resource)),
      );
      if (missing !== undefined) return `${action} on ${missing}`;
    }
  }
  return undefined;
}

function gives(given: PrincipalGrant, gained: PrincipalGrant, resource: string): boolean {
  return (
    given.scope.some((pattern) => matchesArn(pattern, resource)) &&
    given.conditions.every((condition) => gained.conditions.includes(condition)) &&
    given.except.every((exception) => gained.except.includes(exception))
  );
}
