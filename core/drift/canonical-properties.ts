import { byText } from "../text-order";
import { canonicalDocument, canonicalSet, isMembers, sortKeys } from "./canonical-document";
import { isEmpty, withoutEmpty } from "./canonical-values";
import { propertyRules } from "./property-rules";
import type { TypeRules } from "./rules/type-rules";

/** Properties of a CloudFormation resource, by their names. */
export type Properties = Record<string, unknown>;

/** AWS's own tags, which nobody else can set or take away. */
const isAwsTag = (key: unknown) => String(key).startsWith("aws:");

function canonicalTags(value: unknown): unknown {
  if (Array.isArray(value)) {
    const tags = (value as Properties[]).filter(({ Key }) => !isAwsTag(Key));
    return tags
      .map(({ Key, Value }) => ({ Key, Value: String(Value) }))
      .sort((a, b) => byText(String(a.Key), String(b.Key)));
  }
  if (!isMembers(value)) return value;
  const keys = Object.keys(value).filter((key) => !isAwsTag(key));
  return Object.fromEntries(keys.sort(byText).map((key) => [key, String(value[key])]));
}

function canonicalInlinePolicies(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return (value as Properties[])
    .map(({ PolicyName, PolicyDocument }) => ({
      PolicyDocument: canonicalDocument(PolicyDocument),
      PolicyName,
    }))
    .sort((a, b) => byText(String(a.PolicyName), String(b.PolicyName)));
}

const CANONICAL: Record<string, (value: unknown) => unknown> = {
  AssumeRolePolicyDocument: canonicalDocument,
  ManagedPolicyArns: canonicalSet,
  // Templates may write numbers as text.
  MaxSessionDuration: Number,
  Policies: canonicalInlinePolicies,
  PolicyDocument: canonicalDocument,
  Tags: canonicalTags,
};

function canonicalValue(
  name: string,
  value: unknown,
  { canonical = {}, emptyIsNothing }: TypeRules,
): unknown {
  const own = canonical[name] ?? CANONICAL[name];
  if (own !== undefined) return sortKeys(own(value));
  return sortKeys(emptyIsNothing === true ? withoutEmpty(value) : value);
}

/**
 * The properties of a resource in the one form in which what a template says and what AWS has are compared: defaults
 * written out, read-only attributes left out, documents and lists without what means nothing. It depends on nothing
 * but its arguments, and a second time changes nothing. Of a type without rules only the order of keys is normalised.
 */
export function canonicalProperties(type: string, properties: Properties): Properties {
  const rules = propertyRules(type);
  if (rules === undefined) return sortKeys(properties) as Properties;
  const given = Object.fromEntries(
    Object.entries(properties).filter(
      ([name, value]) => value !== undefined && value !== null && !rules.leftOut.includes(name),
    ),
  );
  const complete: Properties = { ...rules.defaults, ...given };
  // IAM has no description where it is empty.
  if (complete.Description === "") delete complete.Description;
  const isNothing = (name: string, value: unknown) =>
    value === undefined || (rules.emptyIsNothing === true && !(name in rules.defaults) && isEmpty(value));
  return Object.fromEntries(
    Object.keys(complete)
      .sort(byText)
      .map((name) => [name, canonicalValue(name, complete[name], rules)] as const)
      .filter(([name, value]) => !isNothing(name, value)),
  );
}

/**
 * What AWS has of a resource, in canonical form, with what its answer can't show taken from `expected` (canonical
 * too). Of a type without rules only the properties that `expected` has are compared, as far as AWS shows them: what
 * else it tells may be its own.
 */
export function canonicalLive(type: string, live: Properties, expected: Properties): Properties {
  const rules = propertyRules(type);
  if (rules === undefined) {
    const taken = Object.keys(expected).map((name) => [name, name in live ? live[name] : expected[name]]);
    return canonicalProperties(type, Object.fromEntries(taken) as Properties);
  }
  const kept = rules.unreadable.filter((name) => !(name in live) && name in expected);
  const madeUp = (rules.filledIn ?? []).filter((name) => !(name in expected));
  const shown = Object.entries(live).filter(([name]) => !madeUp.includes(name));
  const elsewhere = (rules.madeElsewhere ?? []).filter((name) => name in expected);
  return canonicalProperties(type, {
    ...Object.fromEntries(shown),
    ...Object.fromEntries(elsewhere.map((name) => [name, [live[name] ?? [], expected[name]].flat()])),
    ...Object.fromEntries(kept.map((name) => [name, expected[name]])),
  });
}

/** Names of the properties that are set but that AWS's answer never shows, so that nobody can check them. */
export function uncheckedProperties(type: string, properties: Properties): string[] {
  const unreadable = propertyRules(type)?.unreadable ?? [];
  return unreadable.filter((name) => name in properties);
}
