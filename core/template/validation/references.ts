import { isObject, type JsonObject, type Path } from "../../config/source";
import { functionOf } from "./functions";

/** One place where a template names another part of itself. */
export interface Reference {
  kind: "ref" | "attribute" | "condition" | "mapping" | "depends-on";
  /** What is named: a logical id, a condition, a mapping. */
  name: string;
  /** The attribute of the resource, where it is a plain text. */
  attribute?: string;
  path: Path;
}

/** A function that there is none of, or that is not called as it is meant to be. */
export interface BadCall {
  path: Path;
  name: string;
  /** What is wrong with the call; undefined where there is no such function. */
  wrong?: string;
}

/** What a walk through a part of a template gives. */
export interface Found {
  references: Reference[];
  bad: BadCall[];
  /** Every function that is called. */
  calls: { name: string; path: Path }[];
}

type Walk = (value: unknown, path: Path) => void;

/** Every reference in a value of a template. */
export function findReferences(root: unknown, at: Path): Found {
  const found: Found = { references: [], bad: [], calls: [] };
  const walk: Walk = (value, path) => {
    if (Array.isArray(value)) value.forEach((item, index) => walk(item, [...path, index]));
    if (!isObject(value)) return;
    const name = functionOf(value);
    if (name === undefined) {
      for (const [key, item] of Object.entries(value)) walk(item, [...path, key]);
      return;
    }
    const inner = [...path, name];
    found.calls.push({ name, path: inner });
    const read = READERS[name];
    const wrong = read?.(value[name], inner, found, walk);
    if (wrong !== undefined) found.bad.push({ path: inner, name, wrong });
    if (read === undefined) walk(value[name], inner);
  };
  walk(root, at);
  return found;
}

/** How a function's arguments are read; the result says what is wrong with them. */
type Reader = (argument: unknown, path: Path, found: Found, walk: Walk) => string | undefined;

const READERS: Readonly<Record<string, Reader>> = {
  Ref: (name, path, { references }) => {
    if (typeof name !== "string") return "takes the name of a parameter or a resource";
    references.push({ kind: "ref", name, path });
    return undefined;
  },
  "Fn::GetAtt": (argument, path, { references }, walk) => {
    const [name, attribute, more] = parts(argument);
    if (typeof name !== "string" || attribute === undefined || more !== undefined)
      return "takes the name of a resource and one of its attributes";
    const known = typeof attribute === "string" ? { attribute } : {};
    references.push({ kind: "attribute", name, ...known, path });
    walk(attribute, [...path, 1]);
    return undefined;
  },
  "Fn::Sub": (argument, path, { references }, walk) => {
    const [text, values, more] = Array.isArray(argument) ? (argument as unknown[]) : [argument, {}];
    if (typeof text !== "string" || !isObject(values) || more !== undefined)
      return "takes a text, or a list of a text and a mapping of its own variables";
    for (const [, name] of text.matchAll(/\$\{([^!}][^}]*)\}/g)) {
      if (!Object.hasOwn(values, name!)) references.push(substituted(name!.trim(), path));
    }
    for (const [key, value] of Object.entries(values)) walk(value, [...path, 1, key]);
    return undefined;
  },
  "Fn::If": (argument, path, { references }, walk) => {
    if (!Array.isArray(argument) || argument.length !== 3 || typeof argument[0] !== "string")
      return "takes a condition and two values";
    references.push({ kind: "condition", name: argument[0], path: [...path, 0] });
    walk(argument[1], [...path, 1]);
    walk(argument[2], [...path, 2]);
    return undefined;
  },
  "Fn::FindInMap": (argument, path, { references }, walk) => {
    if (!Array.isArray(argument) || argument.length < 3) return "takes a mapping and two keys";
    const [name] = argument as unknown[];
    if (typeof name === "string") references.push({ kind: "mapping", name, path: [...path, 0] });
    walk(argument, path);
    return undefined;
  },
};

function substituted(name: string, path: Path): Reference {
  const dot = name.indexOf(".");
  if (dot < 0) return { kind: "ref", name, path };
  return { kind: "attribute", name: name.slice(0, dot), attribute: name.slice(dot + 1), path };
}

/** `A.B.C`, or `[A, B.C]`. */
function parts(argument: unknown): unknown[] {
  if (typeof argument !== "string") return Array.isArray(argument) ? argument : [];
  const dot = argument.indexOf(".");
  return dot < 0 ? [argument] : [argument.slice(0, dot), argument.slice(dot + 1)];
}

/** What a resource's own attributes name. */
export function attributeReferences(body: JsonObject, path: Path): Reference[] {
  const references: Reference[] = [];
  const { DependsOn, Condition } = body;
  if (typeof Condition === "string")
    references.push({ kind: "condition", name: Condition, path: [...path, "Condition"] });
  const list = Array.isArray(DependsOn);
  (list ? (DependsOn as unknown[]) : [DependsOn]).forEach((name, index) => {
    if (typeof name !== "string") return;
    const at = list ? ["DependsOn", index] : ["DependsOn"];
    references.push({ kind: "depends-on", name, path: [...path, ...at] });
  });
  return references;
}
