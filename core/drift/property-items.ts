import { byText } from "../text-order";
import { isMembers } from "./canonical-document";

/** Lists whose elements have a name of their own, and the member that holds it. */
const NAMED_LISTS: Readonly<Record<string, string>> = {
  Policies: "PolicyName",
  Tags: "Key",
  Targets: "Id",
};

/**
 * A property in the parts that are added, changed and taken away by themselves: each inline policy by its name, each
 * tag by its key, each attachment by its ARN. Every other property is one part, whose name is empty.
 */
export type PropertyItems = ReadonlyMap<string, unknown>;

/** The items of a property in canonical form; none where the property is absent. */
export function itemsOf(property: string, value: unknown): PropertyItems {
  if (value === undefined) return new Map();
  const key = NAMED_LISTS[property];
  if (Array.isArray(value) && value.every((item) => typeof item === "string")) {
    return new Map(value.map((item) => [item, item]));
  }
  if (Array.isArray(value) && key !== undefined) {
    return new Map(value.map((item: Record<string, unknown>) => [String(item[key]), item]));
  }
  if (property === "Tags" && isMembers(value)) return new Map(Object.entries(value));
  return new Map([["", value]]);
}

/** The property that consists of these items, in the shape of `model`; undefined where the one item is absent. */
export function fromItems(items: PropertyItems, model: unknown): unknown {
  if (items.has("")) return items.get("");
  const names = [...items.keys()].sort(byText);
  if (Array.isArray(model)) return names.map((name) => items.get(name));
  if (items.size === 0 && !isMembers(model)) return undefined;
  return Object.fromEntries(names.map((name) => [name, items.get(name)]));
}
