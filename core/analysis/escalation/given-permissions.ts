import { groupBy } from "../group-by";
import type { PrincipalGrant } from "../principal-grants";
import { matchesArn } from "../wildcard";

/** All that was given to somebody, to be held against what they could gain. */
export class GivenPermissions {
  readonly #byAction: ReadonlyMap<string, PrincipalGrant[]>;

  constructor(given: readonly PrincipalGrant[]) {
    const pairs = given.flatMap((grant) => grant.actions.map((action) => ({ action, grant })));
    const grouped = groupBy(pairs, ({ action }) => action);
    this.#byAction = new Map([...grouped].map(([action, list]) => [action, list.map(({ grant }) => grant)]));
  }

  /**
   * The first permission of `gained` that was not given, such as `s3:GetObject on arn:…`, or undefined where all was.
   * It was given where its action is on the same or a wider resource, with no further condition or exception.
   */
  lacks(gained: readonly PrincipalGrant[]): string | undefined {
    const everything = this.#byAction.get("*") ?? [];
    for (const grant of gained) {
      for (const action of grant.actions) {
        const candidates = [...(this.#byAction.get(action) ?? []), ...everything];
        const missing = grant.scope.find(
          (resource) => !candidates.some((candidate) => gives(candidate, grant, resource)),
        );
        if (missing !== undefined) return `${action} on ${missing}`;
      }
    }
    return undefined;
  }
}

function gives(given: PrincipalGrant, gained: PrincipalGrant, resource: string): boolean {
  return (
    given.scope.some((pattern) => matchesArn(pattern, resource)) &&
    given.conditions.every((condition) => gained.conditions.includes(condition)) &&
    given.except.every((exception) => gained.except.includes(exception))
  );
}
