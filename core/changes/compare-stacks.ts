import type { WatchedResource } from "../template/watched-resource";
import type { AccessChange } from "./access-change";
import { compareAccess } from "./compare-access";
import { compareResources } from "./compare-resources";
import type { Surroundings } from "./principal-access";
import type { ResourceChange } from "./resource-change";

/** What one state of a stack differs in from another: resource by resource, and right by right. */
export interface StackChanges {
  resources: ResourceChange[];
  /** Wider ones first. */
  access: AccessChange[];
}

/** What changes when `after` takes the place of `before`. Resources are known by their logical ids. */
export function compareStacks(
  before: readonly WatchedResource[],
  after: readonly WatchedResource[],
  surroundings: Surroundings = {},
): StackChanges {
  return {
    resources: compareResources(before, after),
    access: compareAccess(before, after, surroundings),
  };
}

/** The changes that let somebody do more than before. */
export function widerChanges({ access }: Pick<StackChanges, "access">): AccessChange[] {
  return access.filter(({ wider }) => wider);
}
