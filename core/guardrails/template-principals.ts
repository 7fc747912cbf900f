import { TRUST_POLICY } from "../analysis/judge-policies";
import type { AnalysedPolicy, AnalysedPrincipal } from "../analysis/principals";
import type { ReferenceData } from "../analysis/reference/reference-data";
import { type ParsedDocument, parsePolicy } from "../analysis/statement";
import { isObject, type JsonObject, type Path } from "../config/source";
import { type JudgedResource, type JudgedTemplate, resourcesOf, type Subject } from "./subject";
import { valueText } from "../value-text";

/** A policy of a template, where it stands and who has it. */
export interface TemplatePolicy {
  kind: "identity" | "trust";
  policy: AnalysedPolicy;
  /** Of the document. */
  path: Path;
  /** Names in AWS of those who have it; the policy's own name where nobody has. */
  holders: readonly string[];
}

/** A document that is no policy document. */
export interface BadDocument {
  holder: string;
  name: string;
  path: Path;
  why: string;
}

/** Every IAM policy of a template, and who has which. */
export interface TemplatePolicies {
  policies: readonly TemplatePolicy[];
  bad: readonly BadDocument[];
  principals: readonly AnalysedPrincipal[];
}

/** The name of a resource in AWS, or its logical id where AWS makes one up. */
export function nameOf({ type, properties, logicalId }: JudgedResource): string {
  const property = NAME_PROPERTIES[type];
  const name = property === undefined ? undefined : properties[property];
  return typeof name === "string" && name !== "" ? name : logicalId;
}

/** The property that names a resource, by its type. */
export const NAME_PROPERTIES: Readonly<Record<string, string>> = {
  "AWS::CloudTrail::Trail": "TrailName",
  "AWS::CloudWatch::Alarm": "AlarmName",
  "AWS::CodeBuild::Project": "Name",
  "AWS::CodeCommit::Repository": "RepositoryName",
  "AWS::CodePipeline::Pipeline": "Name",
  "AWS::EC2::SecurityGroup": "GroupName",
  "AWS::Events::Rule": "Name",
  "AWS::IAM::Group": "GroupName",
  "AWS::IAM::InstanceProfile": "InstanceProfileName",
  "AWS::IAM::ManagedPolicy": "ManagedPolicyName",
  "AWS::IAM::Policy": "PolicyName",
  "AWS::IAM::Role": "RoleName",
  "AWS::KMS::Alias": "AliasName",
  "AWS::Logs::LogGroup": "LogGroupName",
  "AWS::Logs::MetricFilter": "FilterName",
  "AWS::S3::Bucket": "BucketName",
  "AWS::SNS::Topic": "TopicName",
  "AWS::SSM::Parameter": "Name",
  "AWS::SageMaker::ModelPackageGroup": "ModelPackageGroupName",
};

const AWS_POLICY = /^arn:aws[a-z-]*:iam::aws:policy\/(.+)$/;

const known = new WeakMap<JudgedTemplate, TemplatePolicies>();

/** Reads the policies of a template, once for all guardrails. */
export function policiesOf(
  template: JudgedTemplate,
  data: ReferenceData,
  place: { account: string; partition: string },
): TemplatePolicies {
  let policies = known.get(template);
  if (policies === undefined)
    known.set(template, (policies = new PolicyReader(template, data, place).read()));
  return policies;
}

class PolicyReader {
  readonly #policies: TemplatePolicy[] = [];
  readonly #bad: BadDocument[] = [];

  constructor(
    private readonly template: JudgedTemplate,
    private readonly data: ReferenceData,
    private readonly place: { account: string; partition: string },
  ) {}

  read(): TemplatePolicies {
    const attached = this.#resources("AWS::IAM::ManagedPolicy", "AWS::IAM::Policy").map((resource) =>
      this.#separate(resource),
    );
    const principals = this.#resources("AWS::IAM::Group", "AWS::IAM::Role").map((resource) =>
      this.#principal(resource, attached),
    );
    return { policies: this.#policies, bad: this.#bad, principals };
  }

  #resources(...types: string[]): JudgedResource[] {
    return this.template.resources.filter(({ type }) => types.includes(type));
  }

  /** A policy that is a resource of its own; who has it is told by both sides. */
  #separate(resource: JudgedResource) {
    const { properties, path, type } = resource;
    const name = nameOf(resource);
    const at = [...path, "Properties", "PolicyDocument"];
    const document = this.#document(properties.PolicyDocument, { holder: name, name, path: at });
    const policy: AnalysedPolicy = { name, origin: "config", source: at.join("/"), document };
    const arn = type === "AWS::IAM::ManagedPolicy" ? this.#arn(`policy/${name}`) : undefined;
    const namedHolders = [...texts(properties.Groups), ...texts(properties.Roles)];
    const holders = [
      ...namedHolders,
      ...this.#resources("AWS::IAM::Group", "AWS::IAM::Role")
        .filter((holder) => arn !== undefined && texts(holder.properties.ManagedPolicyArns).includes(arn))
        .map(nameOf),
    ];
    this.#policies.push({
      kind: "identity",
      policy,
      path: at,
      holders: holders.length > 0 ? holders : [name],
    });
    return { policy, arn, namedHolders };
  }

  #principal(
    resource: JudgedResource,
    separate: readonly { policy: AnalysedPolicy; arn?: string; namedHolders: string[] }[],
  ): AnalysedPrincipal {
    const { properties, path, type } = resource;
    const name = nameOf(resource);
    const isGroup = type === "AWS::IAM::Group";
    const arns = texts(properties.ManagedPolicyArns);
    const own = separate.filter(
      ({ arn, namedHolders }) => (arn !== undefined && arns.includes(arn)) || namedHolders.includes(name),
    );
    const managed = arns.map((arn) => ({ arn, policy: this.#awsPolicy(arn) }));
    const ownArns = new Set(own.map(({ arn }) => arn));
    const policies = [
      ...this.#inline(resource, name),
      ...own.map(({ policy }) => policy),
      ...managed.flatMap(({ policy }) => policy ?? []),
    ];
    const unknownPolicies = managed
      .filter(({ arn, policy }) => policy === undefined && !ownArns.has(arn))
      .map(({ arn }) => arn);
    const principal = {
      name,
      configName: name,
      source: path.join("/"),
      arn: this.#arn(`${isGroup ? "group" : "role"}/${name}`),
      policies,
      policyArns: arns.filter((arn) => ownArns.has(arn)),
      unknownPolicies,
    };
    if (isGroup) return { ...principal, kind: "group" };
    const at = [...path, "Properties", "AssumeRolePolicyDocument"];
    const trust = this.#document(properties.AssumeRolePolicyDocument, {
      holder: name,
      name: TRUST_POLICY,
      path: at,
    });
    const source = at.join("/");
    const policy = { name: TRUST_POLICY, origin: "config", source, document: trust } as const;
    this.#policies.push({ kind: "trust", policy, path: at, holders: [name] });
    const { PermissionsBoundary: boundary } = properties;
    return {
      ...principal,
      kind: "service",
      trust,
      trustSource: source,
      ...(typeof boundary === "string" ? { boundary } : {}),
    };
  }

  #inline({ properties, path }: JudgedResource, holder: string): AnalysedPolicy[] {
    const list = Array.isArray(properties.Policies) ? (properties.Policies as unknown[]) : [];
    return list.map((entry, index) => {
      const { PolicyName, PolicyDocument } = isObject(entry) ? entry : {};
      const at = [...path, "Properties", "Policies", index, "PolicyDocument"];
      const name = typeof PolicyName === "string" ? PolicyName : `Policies[${index}]`;
      const document = this.#document(PolicyDocument, { holder, name, path: at });
      const policy: AnalysedPolicy = { name, origin: "config", source: at.join("/"), document };
      this.#policies.push({ kind: "identity", policy, path: at, holders: [holder] });
      return policy;
    });
  }

  #awsPolicy(arn: string): AnalysedPolicy | undefined {
    const name = AWS_POLICY.exec(arn)?.[1];
    const policy = name === undefined ? undefined : this.data.managedPolicy(name);
    return policy && { name: name!, origin: "aws", source: arn, document: policy.document };
  }

  #arn(resource: string): string {
    return `arn:${this.place.partition}:iam::${this.place.account}:${resource}`;
  }

  /** A document that can't be read grants nothing that could be judged, and is reported as such. */
  #document(value: unknown, where: Omit<BadDocument, "why">): ParsedDocument {
    try {
      return parsePolicy(value);
    } catch (error) {
      this.#bad.push({ ...where, why: error instanceof Error ? error.message : String(error) });
      return { statements: [] };
    }
  }
}

/** Where a policy of the template stands; undefined for AWS's own. */
export function pathOfPolicy({ policies }: TemplatePolicies, policy: AnalysedPolicy): Path | undefined {
  return policies.find((candidate) => candidate.policy === policy)?.path;
}

/** Where the group or role of this name stands in a subject's template. */
export function pathOfPrincipal(subject: Subject, name: string): Path {
  const principals = resourcesOf(subject, "AWS::IAM::Group", "AWS::IAM::Role");
  return principals.find((resource) => nameOf(resource) === name)?.path ?? [];
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? (value as unknown[]).map(valueText) : [];
}

/** Whether a resource pattern is that of a resource which the same template makes, by a name that AWS makes up. */
export function isOwnResource(pattern: string, { raw }: JudgedTemplate): boolean {
  const logicalId = /\$\{([A-Za-z0-9]+)(\.[A-Za-z0-9.]+)?\}/.exec(pattern)?.[1];
  const resources = raw.Resources as JsonObject | undefined;
  return logicalId !== undefined && resources !== undefined && Object.hasOwn(resources, logicalId);
}
