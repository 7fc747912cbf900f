import { isConditionOperator } from "../../authorization/conditions";
import { malformedPolicy } from "./errors";

/** What a document is for: rights of a group, role or user, who may do what to a resource, or who may assume a role. */
export type PolicyKind = "identity" | "resource" | "trust";

type Json = Record<string, unknown>;

const SYNTAX = "Syntax errors in policy.";
const STATEMENT_KEYS = new Set([
  "Sid",
  "Effect",
  "Principal",
  "NotPrincipal",
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
  "Condition",
]);
const PARTITIONS = /^(?:\*|aws(?:-[a-z-]+)?)$/;
const IAM_RESOURCE =
  /^(?:\*|root|(?:user|federated-user|role|group|instance-profile|mfa|server-certificate|policy|sms-mfa|saml-provider|oidc-provider|report|access-report)\/)/;
const TRUST_ACTIONS =
  /^sts:(?:AssumeRole|AssumeRoleWithSAML|AssumeRoleWithWebIdentity|TagSession|SetSourceIdentity|SetContext|\*|AssumeRole\*)$/i;

/** Throws MalformedPolicyDocument, in AWS's words, where a document is not what IAM takes. */
export function checkPolicyDocument(text: string, kind: PolicyKind): void {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    throw malformedPolicy(kind === "trust" ? "This policy contains invalid Json" : SYNTAX);
  }
  if (!isObject(document)) throw malformedPolicy(SYNTAX);
  for (const key of Object.keys(document)) {
    if (!["Version", "Id", "Statement"].includes(key)) throw malformedPolicy(SYNTAX);
  }
  const { Version, Statement } = document;
  if (Version !== undefined && Version !== "2012-10-17" && Version !== "2008-10-17") {
    throw malformedPolicy("The policy must contain a valid version string");
  }
  const statements = Array.isArray(Statement) ? (Statement as unknown[]) : [Statement];
  if (Statement === undefined || statements.length === 0) throw malformedPolicy(SYNTAX);
  const sids = new Set<unknown>();
  for (const statement of statements) {
    if (!isObject(statement)) throw malformedPolicy(SYNTAX);
    checkStatement(statement, kind);
    if (statement.Sid === undefined) continue;
    if (sids.has(statement.Sid)) {
      throw malformedPolicy("Statement IDs (SID) in a single policy must be unique.");
    }
    sids.add(statement.Sid);
  }
}

function checkStatement(statement: Json, kind: PolicyKind): void {
  if (Object.keys(statement).some((key) => !STATEMENT_KEYS.has(key))) throw malformedPolicy(SYNTAX);
  if (statement.Effect !== "Allow" && statement.Effect !== "Deny") throw malformedPolicy(SYNTAX);
  const { Sid = "" } = statement;
  if (typeof Sid !== "string") throw malformedPolicy(SYNTAX);
  // Policies of resources may have more in them: KMS's own default has spaces, SNS's underscores.
  if (kind !== "resource" && !/^[0-9A-Za-z]*$/.test(Sid)) {
    throw malformedPolicy(
      "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*",
    );
  }
  const actions = oneOf(statement, "Action", "NotAction", "Policy statement must contain actions.");
  for (const action of actions) checkAction(action, kind);
  if (kind === "trust") checkTrust(statement);
  else if (kind === "resource") checkResourceBased(statement);
  else checkIdentity(statement);
  checkConditions(statement.Condition);
}

function checkIdentity(statement: Json): void {
  if (statement.Principal !== undefined || statement.NotPrincipal !== undefined) {
    throw malformedPolicy("Policy document should not specify a principal.");
  }
  checkResources(statement);
}

function checkResourceBased(statement: Json): void {
  checkPrincipals(statement);
  checkResources(statement);
}

function checkResources(statement: Json): void {
  const message = "Policy statement must contain resources.";
  for (const resource of oneOf(statement, "Resource", "NotResource", message)) checkResource(resource);
}

function checkTrust(statement: Json): void {
  for (const key of ["Resource", "NotResource"]) {
    if (statement[key] !== undefined) throw malformedPolicy(`Has prohibited field ${key}`);
  }
  checkPrincipals(statement);
}

function checkPrincipals(statement: Json): void {
  const principal = statement.Principal ?? statement.NotPrincipal;
  if (principal === undefined) throw malformedPolicy("Missing required field Principal");
  if (statement.Principal !== undefined && statement.NotPrincipal !== undefined)
    throw malformedPolicy(SYNTAX);
  if (principal === "*") return;
  if (!isObject(principal) || Object.keys(principal).length === 0) {
    throw malformedPolicy("Invalid principal in policy");
  }
  for (const [kind, values] of Object.entries(principal)) {
    for (const value of list(values)) checkPrincipal(kind, value);
  }
}

function checkPrincipal(kind: string, value: string): void {
  const patterns: Record<string, RegExp> = {
    AWS: /^(?:\*|\d{12}|arn:aws[a-z-]*:(?:iam|sts)::\d{12}:(?:root|user\/.+|role\/.+|assumed-role\/.+|federated-user\/.+)|A[A-Z0-9]{20})$/,
    Service: /^[a-z0-9][a-z0-9.-]*\.(?:amazonaws\.com(?:\.cn)?|amazon\.com|aws\.internal)$/,
    Federated: /^(?:arn:aws[a-z-]*:iam::\d{12}:(?:saml|oidc)-provider\/.+|[a-z0-9.-]+)$/,
    CanonicalUser: /^[0-9a-f]{64}$/,
  };
  if (!patterns[kind]?.test(value)) {
    throw malformedPolicy(`Invalid principal in policy: "${kind}":"${value}"`);
  }
}

function checkAction(action: string, kind: PolicyKind): void {
  if (kind === "trust" && !TRUST_ACTIONS.test(action)) {
    throw malformedPolicy("AssumeRole policy may only specify STS AssumeRole actions.");
  }
  if (action === "*") return;
  const [vendor, name, ...rest] = action.split(":");
  if (name === undefined || vendor === "") {
    throw malformedPolicy("Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.");
  }
  if (!/^(?:\*|[A-Za-z0-9-]+)$/.test(vendor!)) {
    throw malformedPolicy(`Vendor ${vendor} is not valid`);
  }
  if (rest.length > 0 || !/^[A-Za-z0-9*?_-]+$/.test(name))
    throw malformedPolicy("The policy failed legacy parsing");
}

function checkResource(resource: string): void {
  if (resource === "*") return;
  const [arn, partition = "", service, region, , ...path] = resource.split(":");
  if (arn !== "arn" || path.length === 0) {
    throw malformedPolicy(`Resource ${resource} must be in ARN format or "*".`);
  }
  if (!PARTITIONS.test(partition)) {
    throw malformedPolicy(`Partition "${partition}" is not valid for resource "${resource}".`);
  }
  if (service !== "iam") return;
  if (region !== "" && region !== "*") {
    throw malformedPolicy(`IAM resource ${resource} cannot contain region information.`);
  }
  if (!IAM_RESOURCE.test(path.join(":"))) {
    throw malformedPolicy(
      'IAM resource path must either be "*" or start with user/, federated-user/, role/, group/, instance-profile/, mfa/, server-certificate/, policy/, sms-mfa/, saml-provider/, oidc-provider/, report/, access-report/.',
    );
  }
}

function checkConditions(condition: unknown): void {
  if (condition === undefined) return;
  if (!isObject(condition)) throw malformedPolicy(SYNTAX);
  for (const [operator, keys] of Object.entries(condition)) {
    if (!isConditionOperator(operator)) throw malformedPolicy(`Invalid Condition type : ${operator}.`);
    if (!isObject(keys)) throw malformedPolicy(SYNTAX);
    for (const [key, values] of Object.entries(keys)) {
      if (!/^[^:]+:.+/.test(key)) {
        throw malformedPolicy("Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.");
      }
      const scalars = Array.isArray(values) ? (values as unknown[]) : [values];
      if (scalars.some((value) => !["string", "boolean", "number"].includes(typeof value))) {
        throw malformedPolicy(SYNTAX);
      }
    }
  }
}

/** The values of one of two elements, of which a statement has exactly one. */
function oneOf(statement: Json, plain: string, negated: string, missing: string): string[] {
  const value = statement[plain] ?? statement[negated];
  if (value === undefined) throw malformedPolicy(missing);
  if (statement[plain] !== undefined && statement[negated] !== undefined) throw malformedPolicy(SYNTAX);
  const values = list(value);
  if (values.length === 0) throw malformedPolicy(missing);
  return values;
}

function list(value: unknown): string[] {
  const values = Array.isArray(value) ? (value as unknown[]) : [value];
  if (!values.every((entry) => typeof entry === "string")) throw malformedPolicy(SYNTAX);
  return values;
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
