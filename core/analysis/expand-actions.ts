import type { AccessLevel } from "./reference/access-level";
import type { KnownAction, ReferenceData } from "./reference/reference-data";
import type { Patterns } from "./statement";
import { hasWildcard, matchesWildcard } from "./wildcard";

/** Actions of one service at one level, the ids in order of the reference. */
export interface ActionGroup {
  service: string;
  level: AccessLevel;
  ids: readonly string[];
}

/** The actions that a statement means. */
export interface ExpandedActions {
  /** Whether it means every action of AWS (`*`); `groups` is then empty. */
  everything: boolean;
  groups: readonly ActionGroup[];
  ids: ReadonlySet<string>;
}

interface Expansions {
  patterns: Map<string, readonly KnownAction[]>;
  statements: Map<string, ExpandedActions>;
}

/** What was expanded, for each reference: actions name no tenant, so that one tenant's serve the next. */
const expansions = new WeakMap<ReferenceData, Expansions>();

function expansionsOf(data: ReferenceData): Expansions {
  let known = expansions.get(data);
  if (known === undefined) expansions.set(data, (known = { patterns: new Map(), statements: new Map() }));
  return known;
}

/** The actions that one pattern such as `s3:Get*` means; none where the reference knows none. */
export function actionsOf(pattern: string, data: ReferenceData): readonly KnownAction[] {
  const { patterns } = expansionsOf(data);
  let actions = patterns.get(pattern);
  if (actions === undefined) patterns.set(pattern, (actions = expand(pattern.toLowerCase(), data)));
  return actions;
}

function expand(pattern: string, data: ReferenceData): KnownAction[] {
  const colon = pattern.indexOf(":");
  const [service, name] = colon < 0 ? [pattern, "*"] : [pattern.slice(0, colon), pattern.slice(colon + 1)];
  const services = hasWildcard(service)
    ? data.services.filter((candidate) => matchesWildcard(service, candidate))
    : [service];
  return services.flatMap((candidate) => {
    const actions = data.actions(candidate);
    if (actions === undefined) return [];
    if (!hasWildcard(name)) return actions.get(name) ?? [];
    return [...actions].flatMap(([key, action]) => (matchesWildcard(name, key) ? [action] : []));
  });
}

/**
 * Expands `Action` or `NotAction` against AWS's service authorization reference. Names of actions are compared without
 * regard to case, as IAM does.
 */
export function expandActions(action: Patterns, data: ReferenceData): ExpandedActions {
  const { statements } = expansionsOf(data);
  const key = `${action.negated ? "but " : ""}${action.patterns.join(" ")}`;
  let expanded = statements.get(key);
  if (expanded === undefined) statements.set(key, (expanded = expandPatterns(action, data)));
  return expanded;
}

function expandPatterns({ negated, patterns }: Patterns, data: ReferenceData): ExpandedActions {
  if (!negated && patterns.includes("*")) return { everything: true, groups: [], ids: new Set() };
  const named = new Set(patterns.flatMap((pattern) => actionsOf(pattern, data)));
  const meant = negated ? actionsOf("*", data).filter((action) => !named.has(action)) : [...named];
  const groups = new Map<string, { service: string; level: AccessLevel; ids: string[] }>();
  for (const { id, service, level } of meant) {
    const key = `${service} ${level}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { service, level, ids: [id] });
    else group.ids.push(id);
  }
  return { everything: false, groups: [...groups.values()], ids: new Set(meant.map(({ id }) => id)) };
}
