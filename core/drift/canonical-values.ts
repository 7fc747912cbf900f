import { byText } from "../text-order";
import { canonicalSet, isMembers, sortKeys } from "./canonical-document";

/** Brings a value into the one form that all values of the same meaning share. */
export type Canonical = (value: unknown) => unknown;

/** Whether a value says nothing: services answer with these where others leave the member out. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === "" || value === false) return true;
  if (Array.isArray(value)) return value.length === 0;
  return isMembers(value) && Object.keys(value).length === 0;
}

/** The value without the members that say nothing, at any depth; the items of lists all stay. */
export const withoutEmpty: Canonical = (value) => {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (!isMembers(value)) return value;
  const members = Object.entries(value).map(([name, member]) => [name, withoutEmpty(member)] as const);
  return sortKeys(Object.fromEntries(members.filter(([, member]) => !isEmpty(member))));
};

/** A list whose order means nothing. */
export function setOf(item: Canonical = withoutEmpty): Canonical {
  return (value) => (Array.isArray(value) ? canonicalSet(value.map(item)) : value);
}

/** A list whose order means nothing, and whose items have names. */
export function listBy(name: string, item: Canonical = withoutEmpty): Canonical {
  const nameOf = (value: unknown) => (isMembers(value) ? String(value[name]) : "");
  return (value) =>
    Array.isArray(value) ? value.map(item).sort((a, b) => byText(nameOf(a), nameOf(b))) : value;
}

/** How the members of a mapping are brought into one form. */
export interface MemberRules {
  /** By the members' names; the others are only rid of what says nothing. */
  canonical?: Readonly<Record<string, Canonical>>;
  /** What the service fills in where a member is left out. */
  defaults?: Readonly<Record<string, unknown>>;
  /** Members that the service makes up. */
  leftOut?: readonly string[];
}

/** A mapping of which the members have rules of their own. */
export function membersBy({ canonical = {}, defaults = {}, leftOut = [] }: MemberRules): Canonical {
  return (value) => {
    if (!isMembers(value)) return value;
    const given = Object.entries(value).filter(
      ([name, member]) => member !== null && !leftOut.includes(name),
    );
    const members = Object.entries({ ...defaults, ...Object.fromEntries(given) })
      .map(([name, member]) => [name, (canonical[name] ?? withoutEmpty)(member)] as const)
      .filter(([, member]) => !isEmpty(member));
    return sortKeys(Object.fromEntries(members));
  };
}

/** A mapping of single values, which services take and show as texts. */
export const texts: Canonical = (value) =>
  isMembers(value)
    ? sortKeys(Object.fromEntries(Object.entries(value).map(([name, member]) => [name, String(member)])))
    : value;

/** An event pattern: all values that a field may have, in any order; as JSON or as its text. */
export const eventPattern: Canonical = (value) => {
  if (typeof value === "string") {
    try {
      return eventPattern(JSON.parse(value));
    } catch {
      return value;
    }
  }
  if (Array.isArray(value)) return canonicalSet(value.map(eventPattern));
  if (!isMembers(value)) return value;
  return sortKeys(
    Object.fromEntries(Object.entries(value).map(([name, member]) => [name, eventPattern(member)])),
  );
};
