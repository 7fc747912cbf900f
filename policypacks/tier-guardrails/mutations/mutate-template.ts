import { isObject, type JsonObject } from "../../../core/config/source";
import type { JudgedStack } from "../../../core/guardrails/subject";
import { NAME_PROPERTIES } from "../../../core/guardrails/template-principals";
import { isGuarding, mutateResource, mutateResourceStatement, policyProperty } from "./mutate-resource";
import { mutateStatement, mutateTrust, type StatementMutation } from "./mutate-statement";

/** A template, or its stack, with one thing broken. */
export interface Mutation {
  /** What was broken, the same words for all of a kind. */
  kind: string;
  /** Where. */
  where: string;
  /** The resource that changed, by itself. */
  changed: JsonObject;
  template: JsonObject;
  stack: JudgedStack;
}

/** A template with its stack, before anything is broken. */
export interface Deployed {
  template: JsonObject;
  stack: JudgedStack;
  /** Whether it is an ML product's, whose tier says how many resources of each type there are. */
  ofProduct: boolean;
}

type Change = (kind: string, where: string, changed: JsonObject, more?: JsonObject) => Mutation;

/** Breaks each guarded property of a template and of its stack, one at a time. */
export function mutations(deployed: Deployed): Mutation[] {
  const { template, stack, ofProduct } = deployed;
  const resources = template.Resources as Record<string, JsonObject>;
  const change: Change = (kind, where, changed, more = {}) => ({
    kind,
    where,
    changed,
    stack,
    template: { ...template, ...more, Resources: { ...resources, ...changed } },
  });
  const seen = new Set<string>();
  return [
    ...Object.entries(resources).flatMap(([id, resource]) => [
      ...mutateProperties(id, resource, change),
      ...mutatePolicies(id, resource, { change, seen }),
    ]),
    ...removals(deployed),
    ...additions(change),
    ...(ofProduct ? moreOfEach(resources, change) : []),
    ...mutateStack(deployed),
  ];
}

function mutateProperties(id: string, resource: JsonObject, change: Change): Mutation[] {
  const properties = resource.Properties as JsonObject;
  const set = (kind: string, changed: JsonObject) =>
    change(kind, id, { [id]: { ...resource, Properties: { ...properties, ...changed } } });
  const type = String(resource.Type);
  const name = NAME_PROPERTIES[type];
  const { Tags: tags } = properties;
  const isPrincipal = type === "AWS::IAM::Group" || type === "AWS::IAM::Role";
  const administrators = String(properties.GroupName).endsWith("-platform-administrators");
  return [
    ...mutateResource(type, properties).map(({ kind, properties: changed }) => set(kind, changed)),
    ...(name === undefined || !(name in properties)
      ? []
      : [
          set("a name is outside the scope", { [name]: "other-name" }),
          set("a name is left to AWS", { [name]: undefined }),
          set("a name is too long", { [name]: `${String(properties[name])}${"x".repeat(1100)}` }),
        ]),
    ...(isPrincipal && !administrators
      ? [
          set("AdministratorAccess is attached", {
            ManagedPolicyArns: ["arn:aws:iam::aws:policy/AdministratorAccess"],
          }),
        ]
      : []),
    ...(isPrincipal
      ? [
          set("an unknown managed policy is attached", {
            ManagedPolicyArns: ["arn:aws:iam::aws:policy/NoSuchPolicy"],
          }),
        ]
      : []),
    ...("MaxSessionDuration" in properties
      ? [set("sessions last for 12 hours", { MaxSessionDuration: 43_200 })]
      : []),
    ...(isObject(tags) || Array.isArray(tags) ? [set("the tags are taken out", { Tags: undefined })] : []),
  ].map((mutation) => withoutUndefined(mutation));
}

/** A property that is taken out is absent, as in a template that was read from a file. */
function withoutUndefined(mutation: Mutation): Mutation {
  const plain = (value: JsonObject) => JSON.parse(JSON.stringify(value)) as JsonObject;
  return { ...mutation, changed: plain(mutation.changed), template: plain(mutation.template) };
}

function mutatePolicies(
  id: string,
  resource: JsonObject,
  { change, seen }: { change: Change; seen: Set<string> },
): Mutation[] {
  const properties = resource.Properties as JsonObject;
  const replaced = (changed: JsonObject) => ({
    [id]: { ...resource, Properties: { ...properties, ...changed } },
  });
  const inDocument = (
    document: unknown,
    {
      mutate,
      put,
    }: { mutate: (statement: JsonObject) => StatementMutation[]; put: (document: JsonObject) => JsonObject },
  ): Mutation[] => {
    if (!isObject(document)) return [];
    const statements = document.Statement as JsonObject[];
    return statements.flatMap((statement, index) => {
      // The same policy template is in many a group: once will do.
      const key = JSON.stringify(statement);
      if (seen.has(key)) return [];
      seen.add(key);
      return mutate(statement).map(({ kind, statement: broken }) => {
        const all = broken === undefined ? statements.toSpliced(index, 1) : statements.with(index, broken);
        const where = `${id}, statement ${typeof statement.Sid === "string" ? statement.Sid : index + 1}`;
        return change(kind, where, replaced(put({ ...document, Statement: all })));
      });
    });
  };
  const own = policyProperty(String(resource.Type));
  const inline = Array.isArray(properties.Policies) ? (properties.Policies as JsonObject[]) : [];
  return [
    ...inDocument(properties.AssumeRolePolicyDocument, {
      mutate: mutateTrust,
      put: (document) => ({ AssumeRolePolicyDocument: document }),
    }),
    ...(own === undefined
      ? inDocument(properties.PolicyDocument, {
          mutate: mutateStatement,
          put: (document) => ({ PolicyDocument: document }),
        })
      : inDocument(properties[own], {
          mutate: mutateResourceStatement,
          put: (document) => ({ [own]: document }),
        })),
    ...inline.flatMap((policy, index) =>
      inDocument(policy.PolicyDocument, {
        mutate: mutateStatement,
        put: (document) => ({ Policies: inline.with(index, { ...policy, PolicyDocument: document }) }),
      }),
    ),
  ];
}

/** What guards something is taken out, one at a time. */
function removals({ template, stack }: Deployed): Mutation[] {
  const resources = Object.entries(template.Resources as Record<string, JsonObject>);
  return resources
    .filter(([, { Type }]) => isGuarding(String(Type)))
    .map(([id, { Type }]) => ({
      kind: `the ${String(Type)} is taken out`,
      where: id,
      changed: {},
      stack,
      template: { ...template, Resources: Object.fromEntries(resources.filter(([other]) => other !== id)) },
    }));
}

/** One more resource of each type that is there, as a copy of it. */
function moreOfEach(resources: Record<string, JsonObject>, change: Change): Mutation[] {
  const types = new Map(Object.values(resources).map((resource) => [String(resource.Type), resource]));
  return [...types].map(([type, resource]) => {
    const { [NAME_PROPERTIES[type] ?? ""]: name, ...rest } = resource.Properties as JsonObject;
    const named = typeof name === "string" ? { [NAME_PROPERTIES[type]!]: `${name}-more` } : {};
    return change("a resource is added", "Added", {
      Added: { ...resource, Properties: { ...rest, ...named } },
    });
  });
}

function additions(change: Change): Mutation[] {
  const add = (kind: string, type: string) =>
    change(kind, "Added", { Added: { Type: type, Properties: {} } });
  return [
    add("an IAM user is added", "AWS::IAM::User"),
    add("an access key is added", "AWS::IAM::AccessKey"),
    add("a user is put into a group", "AWS::IAM::UserToGroupAddition"),
    add("a nested stack is added", "AWS::CloudFormation::Stack"),
    change("a macro is added", "Transform", {}, { Transform: "Macro" }),
  ];
}

function mutateStack({ template, stack }: Deployed): Mutation[] {
  const set = (kind: string, changed: Partial<JudgedStack>): Mutation => ({
    kind,
    where: "the stack",
    changed: {},
    template,
    stack: { ...stack, ...changed },
  });
  return [
    set("the stack has another name", { name: "other-stack" }),
    set("the stack has no tags", { tags: {} }),
    set("the stack goes to another region", { region: "ap-south-1" }),
    set("the stack goes to any account", { accounts: undefined }),
    ...(stack.protect
      ? [
          set("the termination protection is off", { terminationProtection: false }),
          set("Pulumi's protection is off", { protect: false }),
        ]
      : []),
  ];
}
