import { byText } from "../text-order";
import { isMembers } from "./canonical-document";
import { canonicalProperties, type Properties } from "./canonical-properties";
import { itemsOf } from "./property-items";
import { type StatementDifferences, statementDifferences } from "./statement-differences";

/** One thing in which what AWS has differs from what is expected. */
export interface PropertyDifference {
  /** Name of the CloudFormation property, such as `ManagedPolicyArns`. */
  property: string;
  /** The inline policy's name, the tag's key or the attached policy's ARN; empty where the property is one value. */
  item: string;
  /** `added` is in AWS alone, `removed` is expected alone. */
  change: "added" | "removed" | "changed";
  /** Canonical; absent where it was added. */
  expected?: unknown;
  /** Canonical; absent where it was removed. */
  actual?: unknown;
  /** Of a policy document: what it grants or denies more and less than expected. */
  statements?: StatementDifferences;
}

/** Names a difference: `Policies[s3]`, `MaxSessionDuration`. */
export function differenceName({ property, item }: Pick<PropertyDifference, "property" | "item">): string {
  return item === "" ? property : `${property}[${item}]`;
}

const DOCUMENTS = new Set(["PolicyDocument", "AssumeRolePolicyDocument", "KeyPolicy"]);

/** The policy document in an item, whose other member is its name alone. */
function documentOf(property: string, value: unknown): unknown {
  if (DOCUMENTS.has(property)) return value;
  return property === "Policies" && isMembers(value) ? value.PolicyDocument : undefined;
}

function differenceOf(
  property: string,
  item: string,
  expected: unknown,
  actual: unknown,
): PropertyDifference {
  const change = expected === undefined ? "added" : actual === undefined ? "removed" : "changed";
  const [before, after] = [documentOf(property, expected), documentOf(property, actual)];
  return {
    property,
    item,
    change,
    ...(expected === undefined ? {} : { expected }),
    ...(actual === undefined ? {} : { actual }),
    ...(before === undefined && after === undefined
      ? {}
      : { statements: statementDifferences(before, after) }),
  };
}

/**
 * Everything in which `actual` differs from `expected`, in the order of the properties' names; additions count. Both
 * are brought into canonical form first.
 */
export function compareProperties(
  type: string,
  expected: Properties,
  actual: Properties,
): PropertyDifference[] {
  const [want, have] = [canonicalProperties(type, expected), canonicalProperties(type, actual)];
  const properties = [...new Set([...Object.keys(want), ...Object.keys(have)])].sort(byText);
  return properties.flatMap((property) => {
    const [wanted, found] = [itemsOf(property, want[property]), itemsOf(property, have[property])];
    return [...new Set([...wanted.keys(), ...found.keys()])]
      .sort(byText)
      .filter((item) => JSON.stringify(wanted.get(item)) !== JSON.stringify(found.get(item)))
      .map((item) => differenceOf(property, item, wanted.get(item), found.get(item)));
  });
}
