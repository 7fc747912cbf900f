import type { PropertyChange, ResourceChange } from "./resource-change";

/** One property, or part of one, that differs, in words. */
export interface PropertyWords {
  sign: "+" | "-" | "~";
  /** `Policies[s3-level2]`, `MaxSessionDuration`. */
  name: string;
  /** What it was and what it becomes, where both are short enough to be read; empty for policy documents. */
  values: string;
}

const SIGNS = { added: "+", removed: "-", changed: "~" } as const;
/** Longer values are no line that anybody reads. */
const MAX_VALUE = 120;

function short(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length <= MAX_VALUE ? text : undefined;
}

function valuesOf({ change, item, before, after, statements }: PropertyChange): string {
  if (statements !== undefined) return "";
  const [old, now] = [short(before), short(after)];
  if (change === "changed") return old === undefined || now === undefined ? "" : `${old} → ${now}`;
  const only = old ?? now ?? "";
  return only === item ? "" : only;
}

/** A property that differs, as people read it. */
export function describeProperty(property: PropertyChange): PropertyWords {
  const { item } = property;
  return {
    sign: SIGNS[property.change],
    name: item === "" ? property.property : `${property.property}[${item}]`,
    values: valuesOf(property),
  };
}

const RESOURCE_SIGNS: Record<ResourceChange["change"], string> = {
  Add: "+",
  Modify: "~",
  Replace: "!",
  Remove: "-",
};

/** The sign that stands before a resource for what becomes of it. */
export function resourceSign({ change }: Pick<ResourceChange, "change">): string {
  return RESOURCE_SIGNS[change];
}
