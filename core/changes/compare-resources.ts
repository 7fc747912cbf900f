import { compareProperties, type PropertyDifference } from "../drift/compare-properties";
import { byText } from "../text-order";
import type { WatchedResource } from "../template/watched-resource";
import { HeldNames, judgeReplacement } from "./replacement";
import type { PropertyChange, ResourceChange } from "./resource-change";

function propertyChange({ expected, actual, ...rest }: PropertyDifference): PropertyChange {
  return {
    ...rest,
    ...(expected === undefined ? {} : { before: expected }),
    ...(actual === undefined ? {} : { after: actual }),
  };
}

/** Every property, or part of one, in which two states of a resource differ, in canonical form. */
export function propertyChanges(before: WatchedResource, after: WatchedResource): PropertyChange[] {
  return compareProperties(after.type, before.properties, after.properties).map(propertyChange);
}

const headOf = ({ logicalId, type, identifier }: WatchedResource) => ({ logicalId, type, name: identifier });

function compareOne(
  before: WatchedResource | undefined,
  after: WatchedResource | undefined,
  names: HeldNames,
): ResourceChange[] {
  if (after === undefined) return [{ ...headOf(before!), change: "Remove", properties: [] }];
  if (before === undefined) {
    const blocked = names.blocked(after);
    return [{ ...headOf(after), change: "Add", properties: [], ...(blocked ? { blocked } : {}) }];
  }
  const properties = propertyChanges(before, after);
  const { replaced, blocked = replaced ? names.blocked(after) : undefined } = judgeReplacement(
    before,
    after,
    properties,
  );
  if (properties.length === 0 && !replaced) return [];
  const change = replaced ? "Replace" : "Modify";
  return [{ ...headOf(before), change, properties, ...(blocked ? { blocked } : {}) }];
}

/** What CloudFormation would do with each resource that differs, in the order of the logical ids. */
export function compareResources(
  before: readonly WatchedResource[],
  after: readonly WatchedResource[],
): ResourceChange[] {
  const byId = (resources: readonly WatchedResource[]) =>
    new Map(resources.map((resource) => [resource.logicalId, resource]));
  const [old, now] = [byId(before), byId(after)];
  const names = new HeldNames(before);
  return [...new Set([...old.keys(), ...now.keys()])]
    .sort(byText)
    .flatMap((logicalId) => compareOne(old.get(logicalId), now.get(logicalId), names));
}
