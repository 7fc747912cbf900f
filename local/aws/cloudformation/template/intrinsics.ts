import { isDeepStrictEqual } from "node:util";
import { validationError } from "../errors";
import { splitAttribute } from "./parse-template";
import { fillPlaceholders, placeholders } from "./references";
import type { TemplateDocument } from "./template-document";

/** A value that is known only once a resource exists. */
export class UnknownValue {
  constructor(
    readonly logicalId: string,
    readonly attribute?: string,
  ) {}
}

/** What `AWS::NoValue` resolves to: the property is left out. */
const NO_VALUE = Symbol("AWS::NoValue");

/** What intrinsic functions are resolved against. */
export interface Scope {
  template: TemplateDocument;
  /** Parameters and pseudo parameters. */
  parameters: Readonly<Record<string, unknown>>;
  /** The conditions that were decided; empty while they are being decided. */
  conditions: Readonly<Record<string, boolean>>;
  /** Ref of a resource; unknown where it does not exist yet. */
  ref(logicalId: string): unknown;
  attribute(logicalId: string, attribute: string): unknown;
  /** Fn::ImportValue. */
  importValue(name: string): unknown;
}

type Resolver = (argument: unknown, scope: Scope) => unknown;

/** Resolves all intrinsic functions in a value. Throws CloudFormation's validation error. */
export function resolve(value: unknown, scope: Scope): unknown {
  const result = resolveAny(value, scope);
  return result === NO_VALUE ? undefined : result;
}

function resolveAny(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => resolveAny(item, scope)).filter((item) => item !== NO_VALUE);
  }
  if (typeof value !== "object" || value === null || value instanceof UnknownValue) return value;
  const entries = Object.entries(value);
  const [key, argument] = entries.length === 1 ? (entries[0] as [string, unknown]) : ["", undefined];
  if (key === "Ref") return resolveRef(String(argument), scope);
  if (key.startsWith("Fn::")) {
    const resolver = Object.hasOwn(RESOLVERS, key) ? RESOLVERS[key] : undefined;
    if (resolver === undefined) {
      throw validationError(`Template validation error: Encountered unsupported function: ${key}`);
    }
    return resolver(argument, scope);
  }
  const resolved = entries.map(([name, member]) => [name, resolveAny(member, scope)] as const);
  return Object.fromEntries(resolved.filter(([, member]) => member !== NO_VALUE));
}

function resolveRef(name: string, scope: Scope): unknown {
  if (name === "AWS::NoValue") return NO_VALUE;
  if (Object.hasOwn(scope.parameters, name)) return scope.parameters[name];
  return scope.ref(name);
}

const RESOLVERS: Record<string, Resolver> = {
  "Fn::GetAtt": (argument, scope) => {
    const [id, attribute] = typeof argument === "string" ? splitAttribute(argument) : (argument as unknown[]);
    return scope.attribute(String(id), String(resolveAny(attribute, scope)));
  },
  "Fn::Sub": (argument: unknown, scope) => {
    const [text, variables] = Array.isArray(argument) ? (argument as [unknown, unknown]) : [argument, {}];
    const own = resolveAny(variables, scope) as Record<string, unknown>;
    const valueOf = (name: string): unknown => {
      if (Object.hasOwn(own, name)) return own[name];
      const [id, attribute] = splitAttribute(name);
      return attribute === undefined || Object.hasOwn(scope.parameters, name)
        ? resolveRef(name, scope)
        : scope.attribute(id!, attribute);
    };
    const unknown = placeholders(String(text)).map(valueOf).find(isUnknown);
    return unknown ?? fillPlaceholders(String(text), (name) => scalar(valueOf(name), "Fn::Sub"));
  },
  "Fn::Join": (argument: unknown, scope) => {
    const [delimiter, list] = pair(argument, "Fn::Join");
    const items = resolveAny(list, scope);
    if (isUnknown(items)) return items;
    if (typeof delimiter !== "string" || !Array.isArray(items)) throw malformed("Fn::Join");
    return items.find(isUnknown) ?? items.map((item) => scalar(item, "Fn::Join")).join(delimiter);
  },
  "Fn::Select": (argument: unknown, scope) => {
    const [index, list] = pair(argument, "Fn::Select").map((part) => resolveAny(part, scope));
    const unknown = [index, list].find(isUnknown);
    if (unknown !== undefined) return unknown;
    const position = Number(index);
    if (!Array.isArray(list) || !Number.isInteger(position) || position < 0 || position >= list.length) {
      throw validationError(
        "Template error: Fn::Select cannot select nonexistent value at index " + String(index),
      );
    }
    return list[position] as unknown;
  },
  "Fn::Split": (argument: unknown, scope) => {
    const [delimiter, text] = pair(argument, "Fn::Split").map((part) => resolveAny(part, scope));
    return isUnknown(text) ? text : scalar(text, "Fn::Split").split(String(delimiter));
  },
  "Fn::If": (argument: unknown, scope) => {
    if (!Array.isArray(argument) || argument.length !== 3) throw malformed("Fn::If");
    return resolveAny(argument[conditionNamed(String(argument[0]), scope) ? 1 : 2], scope);
  },
  "Fn::Base64": (argument: unknown, scope) => {
    const text = resolveAny(argument, scope);
    return isUnknown(text) ? text : Buffer.from(scalar(text, "Fn::Base64")).toString("base64");
  },
  "Fn::FindInMap": (argument: unknown, scope) => {
    const names = (argument as unknown[]).slice(0, 3).map((part) => String(resolveAny(part, scope)));
    const [map, top, second] = names as [string, string, string];
    const level = own(own(scope.template.Mappings, map), top);
    const found = own(level, second);
    if (found === undefined)
      throw validationError(`Template error: Unable to get mapping for ${names.join("::")}`);
    return found;
  },
  "Fn::ImportValue": (argument: unknown, scope) => {
    const name = resolveAny(argument, scope);
    return isUnknown(name) ? name : scope.importValue(scalar(name, "Fn::ImportValue"));
  },
  "Fn::GetAZs": (argument: unknown, scope) => {
    const region =
      scalar(resolveAny(argument, scope), "Fn::GetAZs") || String(scope.parameters["AWS::Region"]);
    return ["a", "b", "c"].map((zone) => region + zone);
  },
};

/** Decides a condition: the value of an entry of `Conditions`, or a part of it. */
export function decide(condition: unknown, scope: Scope): boolean {
  const entries = typeof condition === "object" && condition !== null ? Object.entries(condition) : [];
  const [key, argument] = entries.length === 1 ? (entries[0] as [string, unknown]) : ["", undefined];
  const parts = Array.isArray(argument) ? (argument as unknown[]) : [];
  switch (key) {
    case "Condition":
      return conditionNamed(String(argument), scope);
    case "Fn::Equals": {
      if (parts.length !== 2) throw malformed("Fn::Equals");
      const [a, b] = parts.map((part) => resolveAny(part, scope));
      return isDeepStrictEqual(comparable(a), comparable(b));
    }
    case "Fn::And":
      return parts.map((part) => decide(part, scope)).every(Boolean);
    case "Fn::Or":
      return parts.map((part) => decide(part, scope)).some(Boolean);
    case "Fn::Not":
      if (parts.length !== 1) throw malformed("Fn::Not");
      return !decide(parts[0], scope);
    default:
      throw validationError(
        "Template format error: Conditions can only be boolean operations on parameters and other conditions",
      );
  }
}

function conditionNamed(name: string, scope: Scope): boolean {
  if (Object.hasOwn(scope.conditions, name)) return scope.conditions[name]!;
  const declared = own(scope.template.Conditions, name);
  if (declared === undefined) {
    throw validationError(
      `Template error: unresolved condition dependency ${name} in the Conditions block of the template`,
    );
  }
  return decide(declared, scope);
}

function own(record: unknown, key: string): unknown {
  if (typeof record !== "object" || record === null || !Object.hasOwn(record, key)) return undefined;
  return (record as Record<string, unknown>)[key];
}

function pair(argument: unknown, name: string): [unknown, unknown] {
  if (!Array.isArray(argument) || argument.length !== 2) throw malformed(name);
  return argument as [unknown, unknown];
}

function scalar(value: unknown, name: string): string {
  if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") {
    throw validationError(`Template error: every value of ${name} must be a string, number or boolean`);
  }
  return String(value);
}

function isUnknown(value: unknown): value is UnknownValue {
  return value instanceof UnknownValue;
}

/** 1 and "1" are the same to a condition. */
function comparable(value: unknown): unknown {
  return typeof value === "number" || typeof value === "boolean" ? String(value) : value;
}

function malformed(name: string) {
  return validationError(
    `Template error: every ${name} object requires the parameters that it is documented with`,
  );
}
