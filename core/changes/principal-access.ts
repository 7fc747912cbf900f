import type { WatchedResource } from "../template/watched-resource";
import type { PolicySource, SourcedStatement } from "./grant-cells";
import { type PolicyStatement, statementsOf } from "./policy-statement";
import { valueText } from "../value-text";

/** Whom a right belongs to. */
export interface Holder {
  /** A resource is one that has a policy of its own, which says who may use it. */
  kind: "group" | "role" | "user" | "resource";
  /** Name in AWS. */
  name: string;
}

/** An attached policy that is none of the stack's resources: AWS's own, or one that somebody made by hand. */
export interface ForeignPolicy {
  arn: string;
  /** Undefined where its document is not known. */
  statements?: PolicyStatement[];
}

/** What one group or role may do, and who may assume it, as far as its resources say. */
export interface PrincipalAccess {
  holder: Holder;
  /** Of its inline policies, and of the stack's policies that are attached to it. */
  statements: SourcedStatement[];
  foreign: ForeignPolicy[];
  /** Of a role. */
  trust?: SourcedStatement[];
  /** ARN; undefined where there is none. */
  boundary?: string;
  /** Where the boundary is a policy of the stack. */
  boundaryStatements?: PolicyStatement[];
  /** Seconds; of a role. */
  sessionSeconds?: number;
  /** Of a role: tags of whoever assumes it. */
  tags: Record<string, string>;
}

/** What is known beside the resources themselves. */
export interface Surroundings {
  /** What policies say that are no resources of the stack, by ARN. */
  foreignPolicies?: ReadonlyMap<string, PolicyStatement[]>;
  /** Whom the stack's managed policies are attached to although the template does not say so, by the policy's ARN. */
  attachedByHand?: ReadonlyMap<string, readonly Holder[]>;
}

type Properties = Record<string, unknown>;

/** IAM's own where a template says none. */
const DEFAULT_SESSION_SECONDS = 3600;

const asList = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

function sourced(document: unknown, source: PolicySource): SourcedStatement[] {
  return statementsOf(document).map((statement) => ({ statement, source }));
}

function inlineStatements(properties: Properties): SourcedStatement[] {
  return asList(properties.Policies).flatMap((policy) => {
    const { PolicyName, PolicyDocument } = policy as Properties;
    return sourced(PolicyDocument, { kind: "inline", name: valueText(PolicyName) });
  });
}

/** Policies that are resources of their own and name those whom they are for. */
interface StackPolicies {
  /** By ARN. */
  managed: Map<string, WatchedResource>;
  inline: WatchedResource[];
}

function namedIn(policy: WatchedResource, holder: Holder): boolean {
  const list = holder.kind === "group" ? "Groups" : "Roles";
  return asList(policy.properties[list]).includes(holder.name);
}

function attachedArns(resource: WatchedResource, holder: Holder, policies: StackPolicies): string[] {
  const own = asList(resource.properties.ManagedPolicyArns).map(valueText);
  const naming = [...policies.managed.values()].filter((policy) => namedIn(policy, holder));
  return [...new Set([...own, ...naming.map(({ identifier }) => identifier)])];
}

function managedStatements(policy: WatchedResource): SourcedStatement[] {
  const { ManagedPolicyName: given } = policy.properties;
  const name = typeof given === "string" ? given : policy.identifier;
  return sourced(policy.properties.PolicyDocument, { kind: "managed", name });
}

function statementsFor(holder: Holder, properties: Properties, policies: StackPolicies, arns: string[]) {
  const separate = policies.inline.filter((policy) => namedIn(policy, holder));
  return [
    ...inlineStatements(properties),
    ...separate.flatMap((policy) => inlineStatements({ Policies: [policy.properties] })),
    ...arns.flatMap((arn) => {
      const policy = policies.managed.get(arn);
      return policy === undefined ? [] : managedStatements(policy);
    }),
  ];
}

function foreignPolicy(arn: string, policies: Surroundings["foreignPolicies"]): ForeignPolicy {
  const statements = policies?.get(arn);
  return statements === undefined ? { arn } : { arn, statements };
}

function accessOf(
  resource: WatchedResource,
  policies: StackPolicies,
  surroundings: Surroundings,
): PrincipalAccess {
  const { properties, identifier, type } = resource;
  const holder: Holder = { kind: type === "AWS::IAM::Group" ? "group" : "role", name: identifier };
  const arns = attachedArns(resource, holder, policies);
  const access: PrincipalAccess = {
    holder,
    statements: statementsFor(holder, properties, policies, arns),
    foreign: arns
      .filter((arn) => !policies.managed.has(arn))
      .map((arn) => foreignPolicy(arn, surroundings.foreignPolicies)),
    tags: {},
  };
  return holder.kind === "role" ? { ...access, ...roleAccess(properties, policies) } : access;
}

function roleAccess(properties: Properties, policies: StackPolicies) {
  const { PermissionsBoundary: boundary, MaxSessionDuration: seconds } = properties;
  const policy = typeof boundary === "string" ? policies.managed.get(boundary) : undefined;
  return {
    trust: sourced(properties.AssumeRolePolicyDocument, { kind: "trust", name: "trust policy" }),
    sessionSeconds: Number(seconds ?? DEFAULT_SESSION_SECONDS),
    tags: Object.fromEntries(
      asList(properties.Tags).map((tag) => {
        const { Key, Value } = tag as Properties;
        return [valueText(Key), valueText(Value)];
      }),
    ),
    ...(typeof boundary === "string" ? { boundary } : {}),
    ...(policy === undefined ? {} : { boundaryStatements: statementsOf(policy.properties.PolicyDocument) }),
  };
}

/** Of those to whom somebody attached a policy of the stack by hand, no more is known than this policy. */
function accessByHand(policies: StackPolicies, { attachedByHand }: Surroundings): PrincipalAccess[] {
  return [...policies.managed.values()].flatMap((policy) =>
    (attachedByHand?.get(policy.identifier) ?? []).map((holder) => ({
      holder,
      statements: managedStatements(policy),
      foreign: [],
      tags: {},
    })),
  );
}

/** Names a holder, so that two of the same name are told apart. */
export function holderKey({ kind, name }: Holder): string {
  return `${kind}/${name}`;
}

/** What each group and role may do, by `holderKey`. */
export type AccessByPrincipal = ReadonlyMap<string, PrincipalAccess>;

/** What each group and role among the resources may do. */
export function accessByPrincipal(
  resources: readonly WatchedResource[],
  surroundings: Surroundings,
): AccessByPrincipal {
  const ofType = (type: string) => resources.filter((resource) => resource.type === type);
  const policies: StackPolicies = {
    managed: new Map(ofType("AWS::IAM::ManagedPolicy").map((policy) => [policy.identifier, policy])),
    inline: ofType("AWS::IAM::Policy"),
  };
  const access = new Map<string, PrincipalAccess>();
  for (const resource of [...ofType("AWS::IAM::Group"), ...ofType("AWS::IAM::Role")]) {
    const found = accessOf(resource, policies, surroundings);
    access.set(holderKey(found.holder), found);
  }
  for (const found of accessByHand(policies, surroundings)) {
    const known = access.get(holderKey(found.holder));
    if (known === undefined) access.set(holderKey(found.holder), found);
    else known.statements.push(...found.statements);
  }
  return access;
}
