import { isObject, type Properties, sameValue } from "../property-values";

/** What the registry's schema of AWS::CloudFormation::Stack says of a property. */
interface StackProperty {
  /** CloudFormation's name, where it is not the Pulumi name with a capital. */
  name?: string;
  kind: "input" | "createOnly" | "writeOnly" | "readOnly";
  /** The items' keys are names of properties too, and not a user's own. */
  structured?: boolean;
}

/** Every property of `aws-native:cloudformation:Stack`, by its name in Pulumi. */
export const STACK_PROPERTIES: Record<string, StackProperty> = {
  capabilities: { kind: "input" },
  changeSetId: { kind: "readOnly" },
  creationTime: { kind: "readOnly" },
  description: { kind: "input" },
  disableRollback: { kind: "input" },
  enableTerminationProtection: { kind: "input" },
  lastUpdateTime: { kind: "readOnly" },
  notificationArns: { name: "NotificationARNs", kind: "input" },
  outputs: { kind: "readOnly", structured: true },
  parameters: { kind: "input" },
  parentId: { kind: "readOnly" },
  roleArn: { name: "RoleARN", kind: "input" },
  rootId: { kind: "readOnly" },
  stackId: { kind: "readOnly" },
  stackName: { kind: "createOnly" },
  stackPolicyBody: { kind: "input" },
  stackPolicyUrl: { name: "StackPolicyURL", kind: "writeOnly" },
  stackStatus: { kind: "readOnly" },
  stackStatusReason: { kind: "input" },
  tags: { kind: "input", structured: true },
  templateBody: { kind: "input" },
  templateUrl: { name: "TemplateURL", kind: "writeOnly" },
  timeoutInMinutes: { kind: "input" },
};

/** The names of the properties of one kind. */
export function propertiesOf(kind: StackProperty["kind"]): string[] {
  return Object.keys(STACK_PROPERTIES).filter((name) => STACK_PROPERTIES[name]!.kind === kind);
}

/** CloudFormation's name of a property: `templateUrl` → `TemplateURL`. */
export function cloudFormationName(property: string): string {
  return STACK_PROPERTIES[property]?.name ?? property[0]!.toUpperCase() + property.slice(1);
}

function renamed(value: unknown, rename: (key: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => renamed(item, rename));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [rename(key), item]));
}

/** One property's value in CloudFormation's shape. */
export function toCloudFormation(property: string, value: unknown): unknown {
  if (STACK_PROPERTIES[property]?.structured !== true) return value;
  return renamed(value, (key) => key[0]!.toUpperCase() + key.slice(1));
}

/** A resource model as Cloud Control gives it, under Pulumi's names. */
export function fromCloudFormation(model: Record<string, unknown>): Properties {
  const properties: Properties = {};
  for (const [property, { structured }] of Object.entries(STACK_PROPERTIES)) {
    const value = model[cloudFormationName(property)];
    if (value === undefined || value === null) continue;
    properties[property] =
      structured === true ? renamed(value, (key) => key[0]!.toLowerCase() + key.slice(1)) : value;
  }
  return properties;
}

function parsed(value: unknown): unknown {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}

function byKey(tags: unknown): unknown {
  if (!Array.isArray(tags)) return tags;
  return [...(tags as Record<string, unknown>[])].sort((a, b) =>
    String(a["key"]) < String(b["key"]) ? -1 : 1,
  );
}

/** Whether AWS means the same: a template as text or as an object, tags and capabilities in any order. */
export function meansTheSame(property: string, first: unknown, second: unknown): boolean {
  if (property === "templateBody" || property === "stackPolicyBody")
    return sameValue(parsed(first), parsed(second));
  if (property === "tags") return sameValue(byKey(first), byKey(second));
  if (property === "capabilities" && Array.isArray(first) && Array.isArray(second)) {
    return sameValue(first.map(String).sort(), second.map(String).sort());
  }
  return sameValue(first, second);
}
