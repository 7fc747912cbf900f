import type { PropertyShape } from "../../../../core/template/resource-schemas/type-schema";
import { schemaOf } from "../../resource-types/property-schema";
import { UnknownValue } from "../template/intrinsics";

/** One place in which two sets of properties differ. */
export interface Difference {
  /** JSON pointer. */
  path: string;
  /** What stands there in the second set, seen from the first. */
  type: "ADD" | "NOT_EQUAL" | "REMOVE";
  expected?: unknown;
  actual?: unknown;
}

type Properties = Record<string, unknown>;

/** Properties by which the items of a list are told apart, whatever their order. */
const KEYS = ["PolicyName", "Key"];

/**
 * Where the live properties of a resource differ from those that a template gave it. Only what the template gives is
 * looked at; items and entries beside the given ones count unless `additionsUnseen` says so of their property.
 */
export function driftOf(
  type: string,
  expected: Properties,
  actual: Properties,
  options: {
    ignored: readonly string[];
    additionsUnseen: (name: string) => boolean;
    /** Lists whose order means nothing. */
    unordered?: readonly string[];
  },
): Difference[] {
  const found: Difference[] = [];
  const { properties: shapes } = schemaOf(type);
  for (const [name, value] of Object.entries(expected)) {
    if (options.ignored.includes(name) || shapes[name] === undefined) continue;
    const live = options.additionsUnseen(name)
      ? withoutAdditions(shapes[name], value, actual[name])
      : actual[name];
    const placed = options.unordered?.includes(name) ? inPlaceOf(shapes[name], value, live) : live;
    compare(shapes[name], value, placed, `/${name}`, found);
  }
  return found;
}

/** The live items of a list, those that are as expected where they are expected, the others in the places between. */
function inPlaceOf(shape: PropertyShape, expected: unknown, actual: unknown): unknown {
  if (typeof shape === "string" || !("list" in shape)) return actual;
  if (!Array.isArray(expected) || !Array.isArray(actual)) return actual;
  const rest = [...(actual as unknown[])];
  const same = (expected as unknown[]).map((wanted) => {
    const index = rest.findIndex((item) => {
      const found: Difference[] = [];
      compare(shape.list, wanted, item, "", found);
      return found.length === 0;
    });
    return index < 0 ? undefined : rest.splice(index, 1)[0];
  });
  const placed = same.map((item) => item ?? rest.shift());
  return [...placed, ...rest];
}

/** The live value of a property without the items and entries that the expected one does not have. */
export function withoutAdditions(shape: PropertyShape, expected: unknown, actual: unknown): unknown {
  if (typeof shape === "string") return actual;
  if ("list" in shape && Array.isArray(expected) && Array.isArray(actual)) {
    const key = keyOf(shape.list);
    if (key === undefined) return actual;
    const wanted = new Set(expected.map(key));
    return actual.filter((item) => wanted.has(key(item)));
  }
  if ("map" in shape && isObject(expected) && isObject(actual)) {
    return Object.fromEntries(Object.entries(actual).filter(([name]) => Object.hasOwn(expected, name)));
  }
  return actual;
}

/** A value as the API shows it: text as it is, all else as JSON. */
export function valueText(value: unknown, replacer?: (key: string, value: unknown) => unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value, replacer);
}

/** Where two values differ, member by member and item by item. */
export function valueDifferences(before: unknown, after: unknown, path: string): Difference[] {
  const found: Difference[] = [];
  compareAll(before, after, path, found);
  return found;
}

function compare(
  shape: PropertyShape,
  expected: unknown,
  actual: unknown,
  path: string,
  found: Difference[],
): void {
  if (actual === undefined) {
    found.push({ path, type: "REMOVE", expected });
  } else if (typeof shape === "string" || "oneOf" in shape) {
    if (shape === "json") compareAll(asText(parsed(expected)), asText(parsed(actual)), path, found);
    else if (valueText(expected) !== valueText(actual))
      found.push({ path, type: "NOT_EQUAL", expected, actual });
  } else if ("list" in shape && Array.isArray(expected) && Array.isArray(actual)) {
    compareLists(shape.list, expected, actual, path, found);
  } else if ("map" in shape) {
    compareAll(expected, actual, path, found);
  } else if ("object" in shape && isObject(expected) && isObject(actual)) {
    for (const [name, value] of Object.entries(expected)) {
      const member = shape.object.properties[name];
      if (member !== undefined) compare(member, value, actual[name], `${path}/${name}`, found);
    }
  } else {
    found.push({ path, type: "NOT_EQUAL", expected, actual });
  }
}

function compareLists(
  item: PropertyShape,
  expected: unknown[],
  actual: unknown[],
  path: string,
  found: Difference[],
): void {
  const key = keyOf(item);
  const place = (value: unknown, index: number): unknown => (key === undefined ? index : key(value));
  const live = new Map(actual.map((value, index) => [place(value, index), value]));
  const wanted = new Set(expected.map(place));
  expected.forEach((value, index) => {
    compare(item, value, live.get(place(value, index)), `${path}/${index}`, found);
  });
  actual.forEach((value, index) => {
    if (wanted.has(place(value, index))) return;
    found.push({ path: `${path}/${index}`, type: "ADD", actual: value });
  });
}

/** What tells the items of a list apart; undefined where that is their place. */
function keyOf(item: PropertyShape): ((value: unknown) => unknown) | undefined {
  if (item === "string") return String;
  if (typeof item === "string" || !("object" in item)) return undefined;
  const name = KEYS.find((candidate) => candidate in item.object.properties);
  return name === undefined ? undefined : (value) => (value as Properties)[name];
}

function compareAll(before: unknown, after: unknown, path: string, found: Difference[]): void {
  if (before === undefined && after === undefined) return;
  if (before === undefined) {
    found.push({ path, type: "ADD", actual: after });
  } else if (after === undefined) {
    found.push({ path, type: "REMOVE", expected: before });
  } else if (Array.isArray(before) && Array.isArray(after)) {
    for (let index = 0; index < Math.max(before.length, after.length); index++) {
      compareAll(before[index], after[index], `${path}/${index}`, found);
    }
  } else if (isObject(before) && isObject(after)) {
    for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
      compareAll(before[name], after[name], `${path}/${escaped(name)}`, found);
    }
  } else if (before !== after) {
    found.push({ path, type: "NOT_EQUAL", expected: before, actual: after });
  }
}

function escaped(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}

/** Templates may give a document as text. */
function parsed(document: unknown): unknown {
  if (typeof document !== "string") return document;
  try {
    return JSON.parse(document) as unknown;
  } catch {
    return document;
  }
}

/** A document in which every value is a text: templates may write numbers and truth values as such, or not. */
function asText(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asText);
  if (isObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, asText(item)]));
  }
  return typeof value === "number" || typeof value === "boolean" ? String(value) : value;
}

function isObject(value: unknown): value is Properties {
  return (
    typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof UnknownValue)
  );
}
