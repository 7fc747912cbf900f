import { isObject, type JsonObject, type Path } from "./source";

/** A copy without prototypes in which the values at the given paths are undefined, their keys still there. */
export function withoutValues(root: unknown, unusable: readonly Path[]): unknown {
  const copied = copy(root);
  for (const path of unusable) {
    if (path.length === 0) return undefined;
    let parent: unknown = copied;
    for (const step of path.slice(0, -1)) {
      parent = Array.isArray(parent) || isObject(parent) ? (parent as JsonObject)[step] : undefined;
    }
    if (Array.isArray(parent) || isObject(parent)) (parent as JsonObject)[path.at(-1)!] = undefined;
  }
  return copied;
}

function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy);
  if (!isObject(value)) return value;
  const result = Object.create(null) as JsonObject;
  for (const [key, item] of Object.entries(value)) result[key] = copy(item);
  return result;
}

/** A deeply frozen copy of valid plain data, as ordinary objects. */
export function frozen(value: unknown): unknown {
  if (Array.isArray(value)) return Object.freeze(value.map(frozen));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.freeze(Object.fromEntries(entries.map(([key, item]) => [key, frozen(item)])));
}
