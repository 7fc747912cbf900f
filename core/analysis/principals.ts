import { partitionOf } from "../naming/partition";
import type { NamedTenant } from "../naming/stack-names";
import type {
  Grant,
  GroupBlueprint,
  PrincipalBlueprint,
  RoleBlueprint,
  StackBlueprint,
} from "../security/blueprint";
import type { PolicyDocument } from "../security/policy-document";
import type { ReferenceData } from "./reference/reference-data";
import { type ParsedDocument, parsePolicy } from "./statement";

/** One policy of a principal, ready to be judged. */
export interface AnalysedPolicy {
  /** Name of the grant, such as `s3-level2`, or of AWS's policy. */
  name: string;
  /** `catalogue`: a policy template; `config`: written in the config or made from it; `aws`: managed by AWS. */
  origin: "catalogue" | "config" | "aws";
  /** The template's file, the path in the config, or the ARN of AWS's policy. */
  source: string;
  document: ParsedDocument;
  /** Service and id, where it comes from the catalogue. */
  template?: { service: string; id: string };
  /** Path in the config of what asks for it, where `source` does not say. */
  askedBy?: string;
}

/** A group or a role with everything that it was given. */
export interface AnalysedPrincipal {
  /** The name in AWS. */
  name: string;
  configName: string;
  /** Path in the config that it is written at or made from. */
  source: string;
  kind: "group" | RoleBlueprint["kind"];
  arn: string;
  policies: AnalysedPolicy[];
  /** Who may assume it; undefined for groups. */
  trust?: ParsedDocument;
  /** The path in the config that the trust policy was written at or made from. */
  trustSource?: string;
  /** ARNs of the stack's managed policies that are attached to it. */
  policyArns: string[];
  /** ARN of the managed policy that bounds it, whose document lies in the account and is not known here. */
  boundary?: string;
  /** AWS's managed policies that the reference does not have: what they grant is unknown. */
  unknownPolicies: string[];
}

/** What the analysis reads of a blueprint, whatever its product. */
export type AnalysedBlueprint = StackBlueprint & { config: NamedTenant };

/** Every group and role of a blueprint, groups first, with intrinsics resolved for the config's region. */
export function principalsOf(blueprint: AnalysedBlueprint, data: ReferenceData): AnalysedPrincipal[] {
  const reader = new PolicyReader(blueprint, data);
  return [
    ...blueprint.groups.map((group) => reader.group(group)),
    ...blueprint.roles.map((role) => reader.role(role)),
  ];
}

class PolicyReader {
  readonly #partition: string;
  readonly #account: string;
  /** Many principals have the same template: it is read once. */
  readonly #bySource = new Map<string, AnalysedPolicy>();
  readonly #policyNames: ReadonlyMap<string, string>;

  constructor(
    { config, policies }: AnalysedBlueprint,
    private readonly data: ReferenceData,
  ) {
    this.#policyNames = new Map(policies.map(({ logicalId, name }) => [logicalId, name]));
    this.#partition = partitionOf(config.environment.region);
    this.#account = config.client.account_id;
  }

  group(group: GroupBlueprint): AnalysedPrincipal {
    return this.#principal(group, "group");
  }

  role(role: RoleBlueprint): AnalysedPrincipal {
    const principal = {
      ...this.#principal(role, role.kind),
      trust: this.#parse(role.trustPolicy),
      trustSource: role.trustSource,
    };
    const { permissionsBoundary: boundary } = role;
    return boundary === undefined ? principal : { ...principal, boundary: this.#resolved(boundary) };
  }

  #principal(principal: PrincipalBlueprint, kind: AnalysedPrincipal["kind"]): AnalysedPrincipal {
    const { name, configName, source } = principal;
    const arn = this.#arn(`${kind === "group" ? "group" : "role"}/${name}`);
    const attached = principal.awsManagedPolicies.map((policy) => ({
      policy,
      found: this.#awsPolicy(policy),
    }));
    return {
      name,
      configName,
      source,
      kind,
      arn,
      policies: [
        ...principal.grants.map((grant) => this.#granted(grant)),
        ...attached.flatMap(({ found }) => found ?? []),
      ],
      policyArns: principal.attachedPolicies.map((id) => this.#arn(`policy/${this.#policyNames.get(id)}`)),
      unknownPolicies: attached.flatMap(({ policy, found }) => (found === undefined ? [policy] : [])),
    };
  }

  #arn(resource: string): string {
    return `arn:${this.#partition}:iam::${this.#account}:${resource}`;
  }

  #resolved(text: string): string {
    return text.replaceAll("${AWS::Partition}", this.#partition);
  }

  #granted(grant: Grant): AnalysedPolicy {
    const { name, source, template, askedBy } = grant;
    if (template === undefined) {
      const policy = { name, origin: "config", source, document: this.#parse(grant.document) } as const;
      return askedBy === undefined ? policy : { ...policy, askedBy };
    }
    const known = this.#bySource.get(source);
    if (known !== undefined) return known;
    const file = source.split(/[\\/]/).slice(-3).join("/");
    const policy: AnalysedPolicy = {
      name,
      origin: "catalogue",
      source: file,
      template,
      document: this.#parse(grant.document),
    };
    this.#bySource.set(source, policy);
    return policy;
  }

  #awsPolicy(name: string): AnalysedPolicy | undefined {
    const policy = this.data.managedPolicy(name);
    if (policy === undefined) return undefined;
    const source = `arn:${this.#partition}:iam::aws:policy/${name}`;
    return { name, origin: "aws", source, document: policy.document };
  }

  #parse(document: PolicyDocument): ParsedDocument {
    const { version, statements } = parsePolicy(document);
    const resolve = (text: string) => this.#resolved(text);
    const resolved = statements.map((statement) => {
      const { resource, principal, conditions } = statement;
      return {
        ...statement,
        ...(resource && { resource: { ...resource, patterns: resource.patterns.map(resolve) } }),
        ...(principal && {
          principal: {
            ...principal,
            kinds: Object.fromEntries(
              Object.entries(principal.kinds).map(([kind, names]) => [kind, names.map(resolve)]),
            ),
          },
        }),
        conditions: conditions.map((test) => ({ ...test, values: test.values.map(resolve) })),
      };
    });
    return version === undefined ? { statements: resolved } : { version, statements: resolved };
  }
}
