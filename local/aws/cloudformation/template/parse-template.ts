import {
  type CollectionTag,
  type ScalarTag,
  isMap,
  parseDocument,
  Pair,
  Scalar,
  YAMLMap,
  type YAMLSeq,
} from "yaml";
import { validationError } from "../errors";

/** Functions that YAML templates may write as a tag, such as `!Sub`. */
const FUNCTIONS = [
  "And",
  "Base64",
  "Cidr",
  "Equals",
  "FindInMap",
  "GetAZs",
  "If",
  "ImportValue",
  "Join",
  "Not",
  "Or",
  "Select",
  "Split",
  "Sub",
  "Transform",
];

/** Aliases are spelled out; a document that multiplies itself by them is refused. */
const MAX_ALIASES = 100;

/** Reads a template, JSON or YAML with short forms, to plain data. Throws CloudFormation's validation error. */
export function parseTemplate(text: string): unknown {
  const value = /^\s*\{/.test(text) ? parseJson(text) : parseYaml(text);
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw validationError("Template format error: unsupported structure.");
  }
  return value;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const offset = Number(/position (\d+)/.exec((error as Error).message)?.[1] ?? text.length);
    const before = text.slice(0, offset).split("\n");
    const place = `(line ${before.length}, column ${before.at(-1)!.length + 1})`;
    throw validationError(`Template format error: JSON not well-formed. ${place}`);
  }
}

function parseYaml(text: string): unknown {
  const document = parseDocument(text, { schema: "core", customTags: [...shortForms()] });
  const error = document.errors[0] ?? document.warnings[0];
  if (error !== undefined) {
    const place = error.linePos?.[0];
    const where = place === undefined ? "" : ` (line ${place.line}, column ${place.col})`;
    throw validationError(`Template format error: YAML not well-formed.${where}`);
  }
  try {
    return document.toJS({ maxAliasCount: MAX_ALIASES }) as unknown;
  } catch {
    throw validationError("Template format error: YAML aliases are not allowed in CloudFormation templates");
  }
}

function* shortForms(): Generator<ScalarTag | CollectionTag> {
  yield { tag: "!Ref", resolve: (text) => ({ Ref: text }) };
  yield { tag: "!Condition", resolve: (text) => ({ Condition: text }) };
  yield { tag: "!GetAtt", resolve: (text) => ({ "Fn::GetAtt": splitAttribute(text) }) };
  yield sequence("!GetAtt", "Fn::GetAtt");
  for (const name of FUNCTIONS) {
    const [tag, key] = [`!${name}`, `Fn::${name}`];
    yield { tag, resolve: (text) => ({ [key]: text }) };
    yield sequence(tag, key);
    yield { tag, collection: "map", resolve: (node) => wrap(key, node) };
  }
}

function sequence(tag: string, key: string): CollectionTag {
  return { tag, collection: "seq", resolve: (node) => wrap(key, node) };
}

function wrap(key: string, node: YAMLMap | YAMLSeq): YAMLMap {
  // The node keeps its tag, which would be applied to the wrapped value a second time.
  node.tag = isMap(node) ? "tag:yaml.org,2002:map" : "tag:yaml.org,2002:seq";
  const map = new YAMLMap();
  map.items.push(new Pair(new Scalar(key), node));
  return map;
}

/** `Resource.Attribute` at its first dot: attributes may have dots, logical ids not. */
export function splitAttribute(text: string): string[] {
  const dot = text.indexOf(".");
  return dot < 0 ? [text] : [text.slice(0, dot), text.slice(dot + 1)];
}
