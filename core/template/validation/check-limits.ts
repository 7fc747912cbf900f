import { isObject, type JsonObject, type Path } from "../../config/source";
import { AWS_LIMITS } from "../../security/aws-limits";
import {
  groupFindings,
  type LimitedPrincipal,
  type LimitFinding,
  policyDocumentFindings,
  policyNameFindings,
  roleFindings,
  type Sized,
} from "../../security/limit-findings";
import type { PolicyDocument } from "../../security/policy-document";
import { policySize } from "../../security/policy-size";
import { tagCountFindings, tagFindings } from "../../security/stack-tags";
import type { TemplateResource } from "../cloudformation";
import { IntrinsicResolver } from "../resolve-intrinsics";
import { TEMPLATE_LIMITS, templateLimitFindings } from "../template-limits";
import type { ParsedResource, TemplateContext } from "./template-context";
import { valueText } from "../../value-text";

/** A resource with its properties as far as they are known before a deployment. */
interface Known extends ParsedResource {
  properties: JsonObject;
}

/** Judges sizes, counts and names by the quotas of CloudFormation, IAM and Parameter Store. */
export function checkLimits(context: TemplateContext): void {
  for (const { section, message } of templateLimitFindings(context.template, deliveredBytes(context))) {
    context.report(section === undefined ? [] : [section], "key", message);
  }
  checkDescriptions(context);
  if (context.cyclic || context.transformed) return;
  const resources = knownResources(context);
  for (const resource of resources) {
    checkTags(context, resource);
    CHECKS[resource.type]?.(context, resource, resources);
  }
  checkSameNames(context, resources);
}

/** Bytes of the template as it is delivered: JSON without whitespace. */
export function deliveredBytes({ template }: TemplateContext): number {
  return Buffer.byteLength(JSON.stringify(template));
}

function checkDescriptions(context: TemplateContext): void {
  const check = (value: unknown, path: Path) => {
    if (typeof value !== "string") return;
    const bytes = Buffer.byteLength(value);
    if (bytes <= TEMPLATE_LIMITS.descriptionBytes) return;
    const message = `has ${bytes} bytes, at most ${TEMPLATE_LIMITS.descriptionBytes} are allowed`;
    context.report(path, "value", message);
  };
  check(context.template.Description, ["Description"]);
  for (const [name, output] of Object.entries(context.section("Outputs"))) {
    if (isObject(output)) check(output.Description, ["Outputs", name, "Description"]);
  }
}

/** What nobody knows counts as nothing, so that what is said to be too large surely is. */
function knownResources(context: TemplateContext): Known[] {
  const { accountId, region } = context.target;
  const parsed = context.resources();
  const Resources = Object.fromEntries(
    parsed.map(({ logicalId, type, body }) => {
      const Properties = isObject(body.Properties) ? body.Properties : {};
      return [logicalId, { Type: type, Properties } as TemplateResource];
    }),
  );
  // Sizes are counted with the longest partition, and so are the same in each.
  const target = { accountId, region, partition: "${AWS::Partition}" };
  const resolver = new IntrinsicResolver({ Resources }, target, { open: () => "" });
  return parsed.map((resource) => {
    const properties = resolver.resolve(Resources[resource.logicalId]!.Properties);
    return { ...resource, properties: isObject(properties) ? properties : {} };
  });
}

type Check = (context: TemplateContext, resource: Known, all: readonly Known[]) => void;

const CHECKS: Readonly<Record<string, Check>> = {
  "AWS::IAM::Group": (context, group, all) =>
    reportAll(context, group, groupFindings(principal(group, "Groups", "GroupName", all)), {
      name: "GroupName",
    }),
  "AWS::IAM::Role": (context, role, all) => {
    const { Description: description, AssumeRolePolicyDocument: trust } = role.properties;
    const { attachedPoliciesOfRole, trustPolicyCharacters } = context.target;
    const findings = roleFindings(
      {
        ...principal(role, "Roles", "RoleName", all),
        description: typeof description === "string" ? description : "",
        trustSize: trust === undefined ? 0 : policySize(documentOf(trust)),
      },
      {
        attachedPolicies: attachedPoliciesOfRole ?? AWS_LIMITS.attachedPolicies,
        trustPolicyCharacters: trustPolicyCharacters ?? AWS_LIMITS.trustPolicyCharacters,
      },
    );
    reportAll(context, role, findings, { name: "RoleName", description: "Description" });
  },
  "AWS::IAM::ManagedPolicy": (context, policy) => {
    const { ManagedPolicyName: name, PolicyDocument: document } = policy.properties;
    const findings = [
      ...(typeof name === "string" ? policyNameFindings(name) : []),
      ...policyDocumentFindings(nameOf(policy, "ManagedPolicyName"), documentOf(document)),
    ];
    reportAll(context, policy, findings, { name: "ManagedPolicyName", document: "PolicyDocument" });
  },
  "AWS::SSM::Parameter": (context, parameter) => {
    const { Name: name, Value: value, Tier: tier } = parameter.properties;
    const { parameterNameCharacters, parameterValueBytes, advancedParameterValueBytes } = TEMPLATE_LIMITS;
    const bytes = typeof value === "string" ? Buffer.byteLength(value) : 0;
    const limit = tier === "Advanced" ? advancedParameterValueBytes : parameterValueBytes;
    const at = (property: string) => [...parameter.path, "Properties", property];
    if (tier !== "Intelligent-Tiering" && bytes > limit)
      context.report(at("Value"), "value", `has ${bytes} bytes, at most ${limit} are allowed`);
    if (typeof name === "string" && name.length > parameterNameCharacters) {
      const message = `has ${name.length} characters, at most ${parameterNameCharacters} are allowed`;
      context.report(at("Name"), "value", message);
    }
  },
};

/** The properties that findings are about. */
type Properties = Partial<Record<NonNullable<LimitFinding["about"]>, string>>;

function reportAll(
  context: TemplateContext,
  { path, properties }: Known,
  findings: readonly LimitFinding[],
  where: Properties,
): void {
  for (const { about, message, hint } of findings) {
    const property = about === undefined ? undefined : where[about];
    // A name that CloudFormation gives always fits.
    if (about === "name" && typeof properties[property!] !== "string") continue;
    const at = property === undefined ? path : [...path, "Properties", property];
    context.report(at, property === undefined ? "key" : "value", message, hint);
  }
}

function nameOf({ logicalId, properties }: Known, property: string): string {
  const name = properties[property];
  return typeof name === "string" && name !== "" ? name : logicalId;
}

/** A group or a role with what is attached to it here and by policies of their own. */
function principal(
  resource: Known,
  list: "Groups" | "Roles",
  property: string,
  all: readonly Known[],
): LimitedPrincipal {
  const name = nameOf(resource, property);
  const attachedFrom = (type: string) =>
    all.filter((other) => other.type === type && listOf(other.properties[list]).includes(name));
  const own = listOf(resource.properties.Policies).filter(isObject);
  const separate = attachedFrom("AWS::IAM::Policy").map(({ properties }) => properties);
  const inline = [...own, ...separate].map(({ PolicyName, PolicyDocument: document }): Sized => {
    return { name: valueText(PolicyName), size: policySize(documentOf(document)) };
  });
  const attached =
    listOf(resource.properties.ManagedPolicyArns).length + attachedFrom("AWS::IAM::ManagedPolicy").length;
  return { name, inline, attached, grants: inline };
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

/** A document as IAM gets it, whatever is wrong with it besides its size. */
function documentOf(value: unknown): PolicyDocument {
  const given = typeof value === "string" ? parsed(value) : value;
  const document = isObject(given) ? given : {};
  const statements = [document.Statement ?? []].flat().filter(isObject);
  return { ...document, Statement: statements } as unknown as PolicyDocument;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function checkTags(context: TemplateContext, { type, path, properties }: Known): void {
  const { Tags: tags } = properties;
  const at = [...path, "Properties", "Tags"];
  const pairs: [key: unknown, value: unknown, path: Path][] = Array.isArray(tags)
    ? tags.filter(isObject).map(({ Key, Value }, index) => [Key, Value, [...at, index]])
    : isObject(tags)
      ? Object.entries(tags).map(([key, value]) => [key, value, [...at, key]])
      : [];
  for (const message of tagCountFindings(pairs.length)) context.report(at, "key", message);
  for (const [key, value, place] of pairs) {
    if (typeof key !== "string" || key === "" || typeof value !== "string") continue;
    for (const message of tagFindings(key, value, type)) context.report(place, "value", `${key} ${message}`);
  }
}

/** The property by which AWS knows a resource, where two of the same would be one. */
const NAMES: Readonly<Record<string, string>> = {
  "AWS::IAM::Group": "GroupName",
  "AWS::IAM::ManagedPolicy": "ManagedPolicyName",
  "AWS::IAM::Role": "RoleName",
  "AWS::SSM::Parameter": "Name",
};

function checkSameNames(context: TemplateContext, resources: readonly Known[]): void {
  const seen = new Map<string, string>();
  for (const { logicalId, type, path, properties } of resources) {
    const property = NAMES[type];
    const name = property === undefined ? undefined : properties[property];
    if (typeof name !== "string" || name === "") continue;
    // IAM tells no upper from lower case in names.
    const key = `${type} ${type.startsWith("AWS::IAM::") ? name.toLowerCase() : name}`;
    const other = seen.get(key);
    if (other !== undefined)
      context.report([...path, "Properties", property!], "value", `${other} has the same name`);
    seen.set(key, logicalId);
  }
}
