import type { Grant } from "./blueprint";
import { policySize } from "./policy-size";

/** Where a group's grants go. */
export interface Placement {
  inline: Grant[];
  managed: Grant[];
}

/**
 * Keeps a group's grants inline as far as they fit into `limit` characters together. Of the grants that come from the
 * catalogue the largest become managed policies first, by name where two are equally large: fewest move, and the same
 * grants always move. Grants of the group alone stay inline; where they don't fit by themselves the caller refuses.
 */
export function placeGroupGrants(grants: readonly Grant[], limit: number): Placement {
  const sizes = new Map(grants.map((grant) => [grant, policySize(grant.document)]));
  const movable = grants
    .filter((grant) => grant.template !== undefined)
    .sort((a, b) => sizes.get(b)! - sizes.get(a)! || (a.name < b.name ? -1 : 1));
  const moved = new Set<Grant>();
  let total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  for (const grant of movable) {
    if (total <= limit) break;
    moved.add(grant);
    total -= sizes.get(grant)!;
  }
  return {
    inline: grants.filter((grant) => !moved.has(grant)),
    managed: grants.filter((grant) => moved.has(grant)),
  };
}
