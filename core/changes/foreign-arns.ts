import type { WatchedResource } from "../template/watched-resource";
import { accessByPrincipal, holderKey } from "./principal-access";
import type { AccessChange } from "./access-change";

/**
 * ARNs of the policies that are none of the stack's and are attached to somebody whose access changes: what they say
 * decides whether he may do more than before.
 */
export function foreignArnsOf(
  states: readonly (readonly WatchedResource[])[],
  changes: readonly AccessChange[],
): string[] {
  const concerned = new Set(changes.flatMap((change) => change.for.map(holderKey)));
  const arns = states.flatMap((resources) =>
    [...accessByPrincipal(resources, {}).values()]
      .filter(({ holder }) => concerned.has(holderKey(holder)))
      .flatMap(({ foreign }) => foreign.map(({ arn }) => arn)),
  );
  return [...new Set(arns)];
}
