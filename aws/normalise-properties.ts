type Value = unknown;
type Properties = Record<string, Value>;

/** Properties that AWS fills in, or that are judged on another resource's side. */
const LEFT_OUT: Record<string, readonly string[]> = {
  "AWS::IAM::Group": ["Arn"],
  "AWS::IAM::Role": ["Arn", "RoleId"],
  // A policy's attachments are judged on the side of the groups and roles.
  "AWS::IAM::ManagedPolicy": [
    "PolicyArn",
    "PolicyId",
    "AttachmentCount",
    "CreateDate",
    "DefaultVersionId",
    "IsAttachable",
    "PermissionsBoundaryUsageCount",
    "UpdateDate",
    "Groups",
    "Roles",
    "Users",
  ],
  "AWS::SSM::Parameter": [],
};

/** Statement members that AWS takes as one string or a list, whose order means nothing. */
const SETS = new Set([
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
  "AWS",
  "Service",
  "Federated",
  "CanonicalUser",
]);

const isObject = (value: Value): value is Properties =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const asList = (value: Value): Value[] => (Array.isArray(value) ? (value as Value[]) : [value]);

const sorted = (values: readonly Value[]): Value[] =>
  [...values].sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b), "en"));

function parseDocument(value: Value): Value {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value.startsWith("%") ? decodeURIComponent(value) : value);
  } catch {
    return value;
  }
}

function normaliseStatement(value: Value, inCondition = false): Value {
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => {
        const member = value[key];
        if (SETS.has(key))
          return [key, isObject(member) ? normaliseStatement(member) : sorted(asList(member))];
        if (key === "Condition" || inCondition) {
          return [
            key,
            isObject(member) ? normaliseStatement(member, true) : sorted(asList(member).map(String)),
          ];
        }
        return [key, normaliseStatement(member)];
      }),
  );
}

/** A policy document as it means the same: lists where a single string stood, sets in order. */
export function normaliseDocument(value: Value): Value {
  const document = parseDocument(value);
  if (!isObject(document)) return document;
  return {
    Version: document.Version ?? "2008-10-17",
    Statement: asList(document.Statement).map((statement) => normaliseStatement(statement)),
  };
}

const byKey = (key: string) => (value: Value) =>
  [...asList(value)].sort((a, b) =>
    String((a as Properties)[key]).localeCompare(String((b as Properties)[key]), "en"),
  );

const NORMALISERS: Record<string, (value: Value) => Value> = {
  PolicyDocument: normaliseDocument,
  AssumeRolePolicyDocument: normaliseDocument,
  ManagedPolicyArns: (value) => sorted(asList(value)),
  Tags: (value) => (Array.isArray(value) ? byKey("Key")(value) : value),
  Policies: (value) =>
    byKey("PolicyName")(value).map((policy) =>
      isObject(policy) ? { ...policy, PolicyDocument: normaliseDocument(policy.PolicyDocument) } : policy,
    ),
};

function sortKeys(value: Value): Value {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sortKeys(value[key])]),
  );
}

/** Properties of a resource in the one form in which what the template says and what AWS has can be compared. */
export function normaliseProperties(type: string, properties: Properties): Properties {
  const leftOut = LEFT_OUT[type] ?? [];
  return Object.fromEntries(
    Object.keys(properties)
      .filter((key) => !leftOut.includes(key) && properties[key] !== undefined)
      .sort()
      .map((key) => [key, sortKeys(NORMALISERS[key]?.(properties[key]) ?? properties[key])]),
  );
}

/** A pseudo parameter that nobody can fill in before the deployment, as the stack's own id. */
const isOpen = (value: Value) => typeof value === "string" && value.includes("${AWS::");

/** Whether `live` has what `expected` has; lists may hold more, as what was added beside the stack is drift. */
function includes(expected: Value, live: Value): boolean {
  if (isOpen(expected)) return true;
  if (Array.isArray(expected)) {
    const rest = asList(live);
    return expected.every((item) => rest.some((other) => JSON.stringify(other) === JSON.stringify(item)));
  }
  if (isObject(expected)) {
    return isObject(live) && Object.keys(expected).every((key) => includes(expected[key], live[key]));
  }
  return expected === live || String(expected) === String(live);
}

/**
 * Names of the properties of which AWS does not have what the template says. Properties that AWS's answer leaves
 * out altogether (write-only ones, such as a parameter's description) can't be judged and are not named.
 */
export function missingProperties(type: string, expected: Properties, live: Properties): string[] {
  const want = normaliseProperties(type, expected);
  const have = normaliseProperties(type, live);
  return Object.keys(want).filter((key) => key in have && !includes(want[key], have[key]));
}
