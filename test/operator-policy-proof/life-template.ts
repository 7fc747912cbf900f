import type { Template, TemplateResource, TemplateValue } from "../../core/template/cloudformation";
import { referencesIn } from "../../local/aws/cloudformation/template/references";
import { resourceType } from "../../local/aws/resource-types/registry";

/** The template with one property of one resource written otherwise. */
export interface Variation {
  /** CloudFormation type. */
  type: string;
  property: string;
  template: Template;
}

type Properties = TemplateResource["Properties"];

/** Every property that some resource of the template sets, by CloudFormation type. */
export function propertiesSet(template: Template): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { Type, Properties } of Object.values(template.Resources)) {
    const names = found.get(Type) ?? new Set<string>();
    for (const name of Object.keys(Properties)) names.add(name);
    found.set(Type, names);
  }
  return found;
}

/** A template with as few of the resources as still set every property that the whole sets, and with what these refer to. */
export function coveringTemplate(whole: Template): Template {
  const kept = new Set<string>();
  const covered = new Set<string>();
  const keep = (logicalId: string): void => {
    const resource = whole.Resources[logicalId];
    if (resource === undefined || kept.has(logicalId)) return;
    kept.add(logicalId);
    for (const name of Object.keys(resource.Properties)) covered.add(`${resource.Type} ${name}`);
    for (const { name } of referencesIn(resource.Properties)) keep(name);
    for (const name of resource.DependsOn ?? []) keep(name);
  };
  for (const [logicalId, { Type, Properties }] of Object.entries(whole.Resources)) {
    if (Object.keys(Properties).some((name) => !covered.has(`${Type} ${name}`))) keep(logicalId);
  }
  const isKept = (value: TemplateValue) =>
    referencesIn(value).every(({ name }) => kept.has(name) || name.startsWith("AWS::"));
  return {
    ...whole,
    Resources: Object.fromEntries(Object.entries(whole.Resources).filter(([id]) => kept.has(id))),
    Outputs: Object.fromEntries(Object.entries(whole.Outputs).filter(([, { Value }]) => isKept(Value))),
  };
}

const STATEMENT = { Effect: "Allow", Action: ["s3:ListAllMyBuckets"], Resource: ["*"] };
const DOCUMENT = { Version: "2012-10-17", Statement: [STATEMENT] };
const AWS_POLICY = { "Fn::Sub": "arn:${AWS::Partition}:iam::aws:policy/AmazonS3ReadOnlyAccess" };

function withStatement(document: TemplateValue, statement: TemplateValue): TemplateValue {
  const { Statement, ...rest } = document as { Statement: TemplateValue[] };
  return { ...rest, Statement: [...Statement, statement] };
}

/** How each property that a template may set is written otherwise, so that what is there is changed and more is added. */
const CHANGES: Record<string, (value: TemplateValue) => TemplateValue> = {
  AssumeRolePolicyDocument: (value) =>
    withStatement(value, {
      Effect: "Allow",
      Principal: { Service: "ec2.amazonaws.com" },
      Action: ["sts:AssumeRole"],
    }),
  Description: (value) => `${value as string}, changed`,
  ManagedPolicyArns: (value) => [...(value as TemplateValue[]), AWS_POLICY],
  MaxSessionDuration: (value) => Number(value) + 60,
  PermissionsBoundary: () => ({ "Fn::Sub": "arn:${AWS::Partition}:iam::aws:policy/PowerUserAccess" }),
  Policies: (value) => {
    const [first, ...others] = value as { PolicyName: string; PolicyDocument: TemplateValue }[];
    const changed =
      first === undefined
        ? []
        : [{ ...first, PolicyDocument: withStatement(first.PolicyDocument, STATEMENT) }];
    return [...changed, ...others, { PolicyName: "proof", PolicyDocument: DOCUMENT }];
  },
  PolicyDocument: (value) => withStatement(value, STATEMENT),
  Tags: (value) =>
    Array.isArray(value) ? [...value, { Key: "Proof", Value: "1" }] : { ...(value as object), Proof: "1" },
  Value: () => "changed",
};

/** Properties of which AWS takes no other value in place although its schema does not say so. */
const FIXED = ["AWS::SSM::Parameter Type"];

/**
 * The template once for each type and property that it sets and that AWS changes in place, with that property written
 * otherwise. Throws for a property that nobody has said how to change.
 */
export function variations(template: Template): Variation[] {
  const found: Variation[] = [];
  for (const [type, names] of propertiesSet(template)) {
    for (const property of names) {
      if (resourceType(type).createOnly.includes(property) || FIXED.includes(`${type} ${property}`)) continue;
      found.push({ type, property, template: withChange(template, type, property) });
    }
  }
  return found;
}

/** The template with one property of the first resource that has it written otherwise. */
export function withChange(template: Template, type: string, property: string): Template {
  const change = CHANGES[property];
  if (change === undefined) throw new Error(`How is ${property} of ${type} to be changed?`);
  const [logicalId, resource] = resourcesOf(template, type).find(
    ([, { Properties }]) => Properties[property] !== undefined,
  )!;
  return withProperties(template, logicalId, { [property]: change(resource.Properties[property]!) });
}

/** The template with other properties of one resource. */
export function withProperties(template: Template, logicalId: string, properties: Properties): Template {
  const resource = template.Resources[logicalId]!;
  const changed = { ...resource, Properties: { ...resource.Properties, ...properties } };
  return { ...template, Resources: { ...template.Resources, [logicalId]: changed } };
}

/** The resources of a type, with their logical ids. */
export function resourcesOf(template: Template, type: string): [string, TemplateResource][] {
  return Object.entries(template.Resources).filter(([, { Type }]) => Type === type);
}

const NAMES: Record<string, string> = {
  "AWS::IAM::Group": "GroupName",
  "AWS::IAM::Role": "RoleName",
  "AWS::IAM::ManagedPolicy": "ManagedPolicyName",
  "AWS::SSM::Parameter": "Name",
};

/** The name that a resource's own property gives it. */
export function nameOf({ Type, Properties }: TemplateResource): string {
  return Properties[NAMES[Type]!] as string;
}

/** The template with one more resource of each type, which has all that its model has under a name of its own. */
export function withMore(template: Template, overrides: Properties = {}): Template {
  const more = Object.entries(NAMES).map(([type, name]): [string, TemplateResource] => {
    const models = resourcesOf(template, type).map(([, resource]) => resource);
    const most = (resource: TemplateResource) => Object.keys(resource.Properties).length;
    const model = models.reduce((best, resource) => (most(resource) > most(best) ? resource : best));
    const Properties = { ...model.Properties, [name]: `${nameOf(model)}-more` };
    const inline = { Policies: [{ PolicyName: "proof", PolicyDocument: DOCUMENT }] };
    const own = type === "AWS::IAM::Role" || type === "AWS::IAM::Group" ? inline : {};
    const wrong = type === "AWS::IAM::ManagedPolicy" ? overrides : {};
    return [`${type.split("::").at(-1)!}More`, { ...model, Properties: { ...Properties, ...own, ...wrong } }];
  });
  return { ...template, Resources: { ...template.Resources, ...Object.fromEntries(more) } };
}

/** The template as withMore makes it, with a policy that IAM refuses, so that all that was added is taken back. */
export function withMoreThatFails(template: Template): Template {
  const broken = withMore(template, {
    PolicyDocument: { ...DOCUMENT, Statement: [{ ...STATEMENT, Action: "none" }] },
  });
  const policy = broken.Resources.ManagedPolicyMore!;
  const others = Object.keys(broken.Resources).filter(
    (id) => id.endsWith("More") && id !== "ManagedPolicyMore",
  );
  return {
    ...broken,
    Resources: { ...broken.Resources, ManagedPolicyMore: { ...policy, DependsOn: others } },
  };
}
