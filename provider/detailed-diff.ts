import { byText } from "../core/text-order";

/** What happens to a property, in the words of the engine's protocol. */
export type PropertyChange = "add" | "delete" | "update";

/** Changes by the property's path, as the engine reads paths: `properties.Policies[2].PolicyDocument`. */
export type DetailedDiff = Record<string, PropertyChange>;

type Members = Record<string, unknown>;

const isMembers = (value: unknown): value is Members =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Members by which an element of a list is known, whatever its place. */
const NAMES = ["PolicyName", "Key", "Sid", "Id", "Name"];

function nameOf(element: unknown): string {
  if (isMembers(element)) {
    for (const name of NAMES) {
      if (typeof element[name] === "string") return `${name}=${element[name]}`;
    }
  }
  return JSON.stringify(element);
}

function memberPath(path: string, key: string): string {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === "" ? key : `${path}.${key}`;
}

function indexByName(elements: readonly unknown[]): Map<string, number> {
  return new Map(elements.map((element, index) => [nameOf(element), index]));
}

function diffLists(
  path: string,
  before: readonly unknown[],
  after: readonly unknown[],
  diff: DetailedDiff,
): void {
  const [old, now] = [indexByName(before), indexByName(after)];
  const added = new Set<number>();
  const deleted = new Set<number>();
  for (const [name, index] of old) {
    const other = now.get(name);
    if (other === undefined) deleted.add(index);
    else if (other === index) diffValues(`${path}[${index}]`, before[index], after[other], diff);
    else if (JSON.stringify(before[index]) !== JSON.stringify(after[other])) {
      // The engine looks both up at one index: what has changed and moved can only be shown as two.
      deleted.add(index);
      added.add(other);
    }
  }
  for (const [name, index] of now) if (!old.has(name)) added.add(index);
  for (const index of added) diff[`${path}[${index}]`] = deleted.has(index) ? "update" : "add";
  for (const index of deleted) diff[`${path}[${index}]`] ??= "delete";
}

function diffMembers(path: string, before: Members, after: Members, diff: DetailedDiff): void {
  for (const key of [...new Set([...Object.keys(before), ...Object.keys(after)])].sort(byText)) {
    const at = memberPath(path, key);
    if (!(key in after)) diff[at] = "delete";
    else if (!(key in before)) diff[at] = "add";
    else diffValues(at, before[key], after[key], diff);
  }
}

function diffValues(path: string, before: unknown, after: unknown, diff: DetailedDiff): void {
  if (Array.isArray(before) && Array.isArray(after)) {
    // Elements that share a name can't be told apart.
    const distinct = [before, after].every((list) => indexByName(list).size === list.length);
    if (distinct) diffLists(path, before, after, diff);
    else if (JSON.stringify(before) !== JSON.stringify(after)) diff[path] = "update";
  } else if (isMembers(before) && isMembers(after)) diffMembers(path, before, after, diff);
  else if (JSON.stringify(before) !== JSON.stringify(after)) diff[path] = "update";
}

/**
 * What changes from one value to another, part by part. Elements of a list are paired by what they are, not by their
 * place: the engine, which goes by the place, would show everything behind an insertion as changed. The values are in
 * canonical form.
 */
export function detailedDiff(path: string, before: unknown, after: unknown): DetailedDiff {
  const diff: DetailedDiff = {};
  diffValues(path, before, after, diff);
  return diff;
}
