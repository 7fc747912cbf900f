import type { AccessLevel } from "../../core/analysis/reference/access-level";
import { accessGrid } from "../../core/reports/access-grid";
import { assumeDiagram } from "../../core/reports/assume-diagram";
import {
  type EnvironmentView,
  environmentView,
  type Reference,
  type StackSources,
} from "../../core/reports/environment-view";
import {
  type Size,
  type SizedBlueprint,
  type SizeGroup,
  sizesOf,
  type TemplateFigures,
} from "../../core/reports/sizes";
import type { Blueprint, RoleBlueprint } from "../../core/security/blueprint";
import { capitalised, joinWords } from "../../core/wording/join-words";

/** A fact of an environment: its label, its value, and whether the value is a name that machines read. */
export type Fact = readonly [label: string, value: string, isName?: boolean];

/** One thing that a reader should notice. */
export interface Note {
  tone: "plain" | "good" | "warn" | "bad";
  text: string;
}

/** Part of a page that the list of contents leads to. */
export interface Section {
  id: string;
  label: string;
}

/** What people call each kind of role, and a group. */
export const ROLE_KINDS: Readonly<Record<RoleBlueprint["kind"] | "group", string>> = {
  group: "group",
  service: "service role",
  "cross-function": "work of a group",
  elevation: "elevation",
  "cross-account": "cross-account",
};

/** What the letters of the access matrix stand for. */
const LEVELS: Readonly<Record<AccessLevel, { letter: string; title: string }>> = {
  list: { letter: "L", title: "list" },
  read: { letter: "R", title: "read" },
  write: { letter: "W", title: "write" },
  "permissions-management": { letter: "P", title: "manage permissions" },
  tagging: { letter: "T", title: "tag" },
};

/** A share above which a reader should know of it. */
const NEARLY_FULL = 80;

/** The sections that every report on an environment has. */
export const ENVIRONMENT_SECTIONS: readonly Section[] = [
  { id: "assume", label: "Who may assume what" },
  { id: "access", label: "Access matrix" },
  { id: "groups", label: "Groups" },
  { id: "roles", label: "Roles" },
  { id: "policies", label: "Managed policies" },
  { id: "sizes", label: "Sizes and limits" },
];

/** Which environment it is. */
export function environmentFacts({ config, stackName, protect }: Blueprint): Fact[] {
  const { client, environment, tier } = config;
  const boundary = config.security.permission_boundary_arn;
  const tags = Object.entries(config.tags ?? {}).map(([key, value]) => `${key}: ${value}`);
  return [
    ["Company", client.company_name],
    ["AWS account", client.account_id],
    ["Region", environment.region],
    ["Environment", environment.env],
    ["Tenant", client.tenant_id],
    ["Tier", `${tier.name} (${tier.security_profile})`],
    ["Stack", stackName, true],
    ["Termination protection", protect ? "on" : "off"],
    ["Permission boundary", boundary ?? "none", boundary !== undefined],
    ...(tags.length === 0 ? [] : [["Tags of its own", tags.join(", ")] as const]),
  ];
}

/** What the templates of the environment's sections show. */
export function environmentSections(
  sources: StackSources & { blueprint: SizedBlueprint },
  figures: TemplateFigures,
) {
  const view = environmentView(sources);
  const sizes = sizesOf(sources.blueprint, figures).map(withShares);
  const labels = new Map(view.roles.map(({ id, configName }) => [id, configName]));
  return {
    groups: view.groups,
    roles: view.roles.map((role) => ({ ...role, kindInWords: ROLE_KINDS[role.kind] })),
    policies: view.policies.map((policy) => ({
      ...policy,
      shortName: policy.name.replace(/^.*?-policy-/, ""),
    })),
    diagram: {
      ...assumeDiagram(sources.blueprint),
      rows: view.assumptions.map(({ by, role, conditions }) => ({
        who: by.kind === "group" ? `members of ${by.label}` : capitalised(by.label),
        role: { id: role, label: labels.get(role)! } satisfies Reference,
        conditions: joinWords(conditions),
      })),
    },
    matrix: matrixOf(sources),
    sizes,
    notes: environmentNotes(view, sizes, sources.blueprint.config.client.account_id),
  };
}

function matrixOf({ blueprint, reference }: StackSources) {
  const grid = accessGrid(blueprint, reference);
  return {
    grid: { ...grid, rows: grid.rows.map((row) => ({ ...row, kindInWords: ROLE_KINDS[row.kind] })) },
    levels: Object.values(LEVELS),
    letterOf: Object.fromEntries(Object.entries(LEVELS).map(([level, { letter }]) => [level, letter])),
    levelWords: Object.fromEntries(Object.entries(LEVELS).map(([level, { title }]) => [level, title])),
  };
}

interface SizeWithShare extends Size {
  /** Rounded to one decimal, so that the same environment gives the same bytes. */
  percent: number;
  tone: "" | "full" | "over";
}

function withShares({ sizes, ...group }: SizeGroup): Omit<SizeGroup, "sizes"> & { sizes: SizeWithShare[] } {
  return {
    ...group,
    sizes: sizes.map((size) => {
      const percent = Math.round((size.used / size.limit) * 1000) / 10;
      return { ...size, percent, tone: percent > 100 ? "over" : percent >= NEARLY_FULL ? "full" : "" };
    }),
  };
}

function environmentNotes(
  view: EnvironmentView,
  sizes: ReturnType<typeof withShares>[],
  accountId: string,
): Note[] {
  const principals = [...view.groups, ...view.roles];
  const administrators = principals
    .filter(({ awsManagedPolicies }) => awsManagedPolicies.includes("AdministratorAccess"))
    .map(({ configName }) => configName);
  const keptByAws = new Set(principals.flatMap(({ awsManagedPolicies }) => awsManagedPolicies));
  keptByAws.delete("AdministratorAccess");
  const others = view.assumptions.filter(({ by }) => by.kind === "account" && by.id !== accountId);
  const withoutMfa = view.assumptions.filter(
    ({ by, conditions }) => by.kind === "group" && !conditions.includes("with MFA"),
  );
  const fullest = sizes
    .flatMap(({ title, sizes: each }) => each.map((size) => ({ title, ...size })))
    .sort((a, b) => b.percent - a.percent)[0];
  return [
    administrators.length === 0
      ? note("good", "Nobody has AdministratorAccess.")
      : note("warn", `May do everything in the account: ${joinWords(administrators)}.`),
    others.length === 0
      ? note("good", "No other account may assume a role.")
      : note(
          "warn",
          `May assume roles from outside: ${joinWords([...new Set(others.map(({ by }) => by.label))])}.`,
        ),
    ...(withoutMfa.length === 0
      ? []
      : [
          note(
            "plain",
            `Assumed without MFA: ${joinWords(
              labelsOf(
                view,
                withoutMfa.map(({ role }) => role),
              ),
            )}.`,
          ),
        ]),
    ...(keptByAws.size === 0
      ? []
      : [note("plain", `AWS itself keeps, and may change, ${joinWords([...keptByAws].sort())}.`)]),
    ...(fullest === undefined
      ? []
      : [
          note(
            fullest.percent >= NEARLY_FULL ? "warn" : "plain",
            `Nearest to a limit: ${fullest.title.toLowerCase()}, ${fullest.of}, at ${fullest.percent} %.`,
          ),
        ]),
  ];
}

function note(tone: Note["tone"], text: string): Note {
  return { tone, text };
}

function labelsOf(view: EnvironmentView, ids: readonly string[]): string[] {
  return view.roles.filter(({ id }) => ids.includes(id)).map(({ configName }) => configName);
}
