/** CloudFormation's functions (Template reference, "Intrinsic functions") by the name that follows `Fn::`. */
const NAMES = [
  "And",
  "Base64",
  "Cidr",
  "Contains",
  "EachMemberEquals",
  "EachMemberIn",
  "Equals",
  "FindInMap",
  "ForEach",
  "GetAtt",
  "GetAZs",
  "If",
  "ImportValue",
  "Join",
  "Length",
  "Not",
  "Or",
  "RefAll",
  "Select",
  "Split",
  "Sub",
  "ToJsonString",
  "Transform",
  "ValueOf",
  "ValueOfAll",
];

/** The long names of all functions, such as `Fn::Sub`. */
export const FUNCTIONS: readonly string[] = NAMES.map((name) => `Fn::${name}`);

/** YAML's short forms, such as `!Sub`, to the key that they stand for. */
export const SHORT_FORMS: Readonly<Record<string, string>> = Object.fromEntries([
  ["!Ref", "Ref"],
  ["!Condition", "Condition"],
  ...NAMES.map((name) => [`!${name}`, `Fn::${name}`]),
]) as Record<string, string>;

/** Parameters that every template has (Template reference, "Pseudo parameters"). */
export const PSEUDO_PARAMETERS: readonly string[] = [
  "AWS::AccountId",
  "AWS::NotificationARNs",
  "AWS::NoValue",
  "AWS::Partition",
  "AWS::Region",
  "AWS::StackId",
  "AWS::StackName",
  "AWS::URLSuffix",
];

/** The key of a function call, such as `Ref` or `Fn::Sub`, or undefined where a value is none. */
export function functionOf(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const [only, another] = Object.keys(value);
  if (only === undefined || another !== undefined) return undefined;
  return only === "Ref" || only.startsWith("Fn::") ? only : undefined;
}
