import { actionsOf } from "../analysis/expand-actions";
import type { ReferenceData } from "../analysis/reference/reference-data";
import type { AnalysedBlueprint } from "../analysis/principals";
import type { Catalogue } from "../catalogue/policy-template";
import { policyName } from "../naming/stack-names";
import type {
  Blueprint,
  Grant,
  GroupBlueprint,
  ManagedPolicyBlueprint,
  PrincipalBlueprint,
  RoleBlueprint,
} from "../security/blueprint";
import { byText } from "../text-order";
import { joinWords } from "../wording/join-words";
import { serviceName } from "../wording/service-names";
import { describeStatement, type StatementWords } from "../wording/statement-words";
import { type Assumption, assumptions } from "./assumptions";

/** A name that leads to where more is said about it. */
export interface Reference {
  /** Logical id, which is the anchor in a report. */
  id: string;
  label: string;
}

/** One grant in words. */
export interface GrantView {
  /** `S3 level2`, or the name of a policy that the config states itself. */
  title: string;
  /** What it allows in one sentence; empty where the config states it itself. */
  summary: string;
  /** The managed policies that hold it; empty where it is an inline policy. */
  policies: Reference[];
  statements: StatementWords[];
}

/** What groups and roles have in common. */
export interface PrincipalView {
  id: string;
  configName: string;
  /** The name in AWS. */
  name: string;
  description: string;
  awsManagedPolicies: string[];
  grants: GrantView[];
}

/** One group. */
export interface GroupView extends PrincipalView {
  assumableRoles: Reference[];
}

/** One role. */
export interface RoleView extends PrincipalView {
  kind: RoleBlueprint["kind"];
  /** Who may assume it, a sentence each, without a full stop. */
  trust: string[];
  /** The longest session, as `1 hour`. */
  session: string;
  permissionsBoundary: string | undefined;
}

/** One managed policy of the stack. */
export interface PolicyView {
  id: string;
  name: string;
  description: string;
  /** Who it is for and what its holder can't do, from the template's header; absent for a policy without one. */
  header: { audience: string; cannot: string[] } | undefined;
  /** Groups and roles that it is attached to. */
  attachedTo: Reference[];
  statements: StatementWords[];
}

/** What an environment's people and services may do, in words. */
export interface EnvironmentView {
  groups: GroupView[];
  roles: RoleView[];
  policies: PolicyView[];
  assumptions: Assumption[];
}

/** What a view of a stack of either product is made from. */
export interface StackSources {
  blueprint: AnalysedBlueprint;
  /** AWS's service authorization reference: it says what an action's access level is. */
  reference: ReferenceData;
  /** Where grants come from a catalogue. */
  catalogue?: Catalogue;
}

/** What a view of a security environment is made from. */
export interface ViewSources extends StackSources {
  blueprint: Blueprint;
  catalogue: Catalogue;
}

/** Everything that a blueprint grants, in words, in the blueprint's order. */
export function environmentView(sources: StackSources): EnvironmentView {
  const { groups, roles, policies } = sources.blueprint;
  const all = assumptions(sources.blueprint);
  const words = new GrantWords(sources);
  return {
    groups: groups.map((group) => groupView(sources, words, group)),
    roles: roles.map((role) => ({ ...roleView(role, all), ...principalView(sources, words, role) })),
    policies: policies.map((policy) => policyView(sources, policy)),
    assumptions: all,
  };
}

/** The statements of a document, in words. */
export function statementsInWords(
  { blueprint, reference }: Pick<StackSources, "blueprint" | "reference">,
  document: Grant["document"],
): StatementWords[] {
  const { client, environment } = blueprint.config;
  const home = { accountId: client.account_id, region: environment.region };
  const levelsOf = (action: string) => [...new Set(actionsOf(action, reference).map(({ level }) => level))];
  return document.Statement.map((statement) => describeStatement(statement, { home, levelsOf }));
}

/** Says each template's statements once: many groups and roles have the same. */
class GrantWords {
  readonly #byTemplate = new Map<string, StatementWords[]>();

  constructor(private readonly sources: StackSources) {}

  of({ template, document }: Grant): StatementWords[] {
    if (template === undefined) return statementsInWords(this.sources, document);
    const key = `${template.service}/${template.id}`;
    let words = this.#byTemplate.get(key);
    if (words === undefined) this.#byTemplate.set(key, (words = statementsInWords(this.sources, document)));
    return words;
  }
}

/** Folders of the catalogue that are not one service. */
const FOLDERS: Readonly<Record<string, string>> = {
  combined: "Several services",
  pipeline: "Pipelines",
  "trusted-advisor": "Trusted Advisor",
};

/** What people call a folder of the catalogue. */
export function folderTitle(folder: string): string {
  return Object.hasOwn(FOLDERS, folder) ? FOLDERS[folder]! : serviceName(folder);
}

/** `S3 level2` for a template of the catalogue. */
export function templateTitle({ service, id }: { service: string; id: string }): string {
  return service === "combined" ? id : `${folderTitle(service)} ${id}`;
}

function principalView(
  sources: StackSources,
  words: GrantWords,
  principal: PrincipalBlueprint,
): PrincipalView {
  const { logicalId: id, configName, name, description, awsManagedPolicies, grants } = principal;
  return {
    id,
    configName,
    name,
    description,
    awsManagedPolicies,
    grants: grants.map((grant) => ({ ...grantView(sources, principal, grant), statements: words.of(grant) })),
  };
}

function grantView(
  sources: StackSources,
  principal: PrincipalBlueprint,
  grant: Grant,
): Omit<GrantView, "statements"> {
  const { template } = grant;
  const inline = principal.inlinePolicies.some(({ name }) => name === grant.name);
  return {
    title: template === undefined ? grant.name : templateTitle(template),
    summary:
      template === undefined
        ? ""
        : (sources.catalogue?.find(template.service, template.id)?.description ?? ""),
    policies: inline || template === undefined ? [] : policiesOf(sources.blueprint, template),
  };
}

function policiesOf(
  { config, policies }: AnalysedBlueprint,
  template: NonNullable<Grant["template"]>,
): Reference[] {
  const whole = policyName(config, template);
  return policies
    .filter(({ name }) => name === whole || name.startsWith(`${whole}-part-`))
    .map(({ logicalId, name }) => ({ id: logicalId, label: name }));
}

function groupView(sources: StackSources, words: GrantWords, group: GroupBlueprint): GroupView {
  const roles = sources.blueprint.roles.filter(({ configName }) => group.assumableRoles.includes(configName));
  return {
    ...principalView(sources, words, group),
    assumableRoles: roles.map(({ logicalId, configName }) => ({ id: logicalId, label: configName })),
  };
}

function roleView(role: RoleBlueprint, all: readonly Assumption[]): Omit<RoleView, keyof PrincipalView> {
  return {
    kind: role.kind,
    trust: trustInWords(all.filter((each) => each.role === role.logicalId)),
    session: duration(role.maxSessionDuration),
    permissionsBoundary: role.permissionsBoundary,
  };
}

/** A sentence for all who may assume it on the same conditions. */
function trustInWords(of: readonly Assumption[]): string[] {
  const sentences = new Map<string, Assumption["by"][]>();
  for (const { by, conditions } of of) {
    const words = conditions.length === 0 ? "" : `; only ${joinWords(conditions)}`;
    sentences.set(words, [...(sentences.get(words) ?? []), by]);
  }
  return [...sentences].map(([words, by]) => {
    const groups = by.filter(({ kind }) => kind === "group").map(({ label }) => label);
    const others = by.filter(({ kind }) => kind !== "group").map(({ label }) => label);
    const members = groups.length === 0 ? [] : [`members of ${joinWords(groups)}`];
    const who = joinWords([...members, ...others]);
    return `${who.slice(0, 1).toUpperCase()}${who.slice(1)} may assume it${words}`;
  });
}

/** Seconds in words: `1 hour`, `1.5 hours`. */
function duration(seconds: number): string {
  const hours = Math.round(seconds / 36) / 100;
  return hours === 1 ? "1 hour" : `${hours} hours`;
}

function policyView(sources: StackSources, policy: ManagedPolicyBlueprint): PolicyView {
  const { logicalId: id, name, description, document } = policy;
  const { groups, roles, config } = sources.blueprint;
  const whole = name.replace(/-part-\d+$/, "");
  const named = [...groups, ...roles]
    .flatMap(({ grants }) => grants.flatMap((grant) => grant.template ?? []))
    .find((template) => policyName(config, template) === whole);
  const template = named && sources.catalogue?.find(named.service, named.id);
  return {
    id,
    name,
    description,
    header: template && { audience: template.audience, cannot: template.cannot },
    attachedTo: [...groups, ...roles]
      .filter(({ attachedPolicies }) => attachedPolicies.includes(id))
      .map(({ logicalId, configName }) => ({ id: logicalId, label: configName }))
      .sort((a, b) => byText(a.label, b.label)),
    statements: statementsInWords(sources, document),
  };
}
