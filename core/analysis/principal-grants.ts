import { byText } from "../text-order";
import type { AccessRow } from "./access-row";
import { conditionText } from "./condition-text";
import { expandActions } from "./expand-actions";
import type { AnalysedPolicy, AnalysedPrincipal } from "./principals";
import { ACCESS_LEVELS, type AccessLevel } from "./reference/access-level";
import type { ReferenceData } from "./reference/reference-data";
import type { ParsedStatement } from "./statement";
import { matchesArn, overlapsArn } from "./wildcard";

/** A row of the matrix before it is known whose it is. */
export type PrincipalGrant = Omit<AccessRow, "principal" | "kind" | "via">;

/** What a principal's own policies allow, one entry for each service, level, scope and set of conditions. */
export function grantsOf(principal: AnalysedPrincipal, data: ReferenceData): PrincipalGrant[] {
  const denies = principal.policies.flatMap(({ document }) =>
    document.statements.filter(({ effect }) => effect === "Deny"),
  );
  const collected = new Map<string, PrincipalGrant>();
  for (const policy of principal.policies) {
    for (const statement of policy.document.statements) {
      if (statement.effect === "Allow") collect(statement, { policy, denies, data, collected });
    }
  }
  return [...collected.values()].map((grant) => finished(grant, data));
}

interface Collecting {
  policy: AnalysedPolicy;
  denies: readonly ParsedStatement[];
  data: ReferenceData;
  collected: Map<string, PrincipalGrant>;
}

function collect(statement: ParsedStatement, { policy, denies, data, collected }: Collecting): void {
  const scope = scopeOf(statement);
  const conditions = statement.conditions.map(conditionText).sort(byText);
  const add = (place: Pick<PrincipalGrant, "service" | "level" | "except">, actions: readonly string[]) => {
    const key = JSON.stringify([place, scope, conditions]);
    let grant = collected.get(key);
    if (grant === undefined) {
      grant = { ...place, scope, conditions, actions: [], complete: false, sources: [] };
      collected.set(key, grant);
    }
    grant.actions.push(...actions);
    if (!grant.sources.includes(policy.source)) grant.sources.push(policy.source);
  };
  const { everything, groups } = expandActions(statement.action, data);
  if (everything) {
    const except = [...new Set(denies.flatMap((deny) => exceptOf(deny, scope)))].sort(byText);
    for (const level of ACCESS_LEVELS) add({ service: "*", level, except }, ["*"]);
  }
  const touching = denies.filter((deny) => exceptOf(deny, scope).length > 0);
  for (const { service, level, ids } of groups) {
    for (const { except, actions } of withoutDenied(ids, { scope, denies: touching, data })) {
      add({ service, level, except }, actions);
    }
  }
}

/** Actions by what a Deny takes out of their scope; those of which nothing is left are gone. */
function withoutDenied(
  ids: readonly string[],
  {
    scope,
    denies,
    data,
  }: { scope: readonly string[]; denies: readonly ParsedStatement[]; data: ReferenceData },
): { except: string[]; actions: string[] }[] {
  if (denies.length === 0) return [{ except: [], actions: [...ids] }];
  const byExcept = new Map<string, { except: string[]; actions: string[] }>();
  for (const id of ids) {
    const except = remaining(
      scope,
      denies.filter((deny) => means(deny, id, data)),
    );
    if (except === undefined) continue;
    const key = except.join("\n");
    const group = byExcept.get(key);
    if (group === undefined) byExcept.set(key, { except, actions: [id] });
    else group.actions.push(id);
  }
  return [...byExcept.values()];
}

function means({ action }: ParsedStatement, id: string, data: ReferenceData): boolean {
  const { everything, ids } = expandActions(action, data);
  return everything || ids.has(id);
}

/** ARN patterns of a statement; those of NotResource are said as such. */
function scopeOf({ resource }: ParsedStatement): string[] {
  if (resource === undefined) return ["*"];
  const patterns = [...new Set(resource.patterns)].sort(byText);
  return resource.negated ? [`* but ${patterns.join(", ")}`] : patterns;
}

/** What the denies take out of a scope, or undefined where they leave nothing of it. */
function remaining(scope: readonly string[], denies: readonly ParsedStatement[]): string[] | undefined {
  const whole = denies.some(
    ({ conditions, resource }) =>
      conditions.length === 0 &&
      resource?.negated !== true &&
      scope.every((pattern) => resource?.patterns.some((denied) => matchesArn(denied, pattern)) ?? true),
  );
  if (whole) return undefined;
  return [...new Set(denies.flatMap((deny) => exceptOf(deny, scope)))].sort(byText);
}

function exceptOf(deny: ParsedStatement, scope: readonly string[]): string[] {
  const when = deny.conditions.map(conditionText).join(" and ");
  const suffix = when === "" ? "" : ` when ${when}`;
  if (deny.resource?.negated) return scopeOf(deny).map((denied) => `${denied}${suffix}`);
  return (deny.resource?.patterns ?? ["*"])
    .filter((denied) => scope.some((pattern) => overlapsArn(denied, pattern)))
    .map((denied) => `${denied}${suffix}`);
}

function finished(grant: PrincipalGrant, data: ReferenceData): PrincipalGrant {
  const actions = [...new Set(grant.actions)].sort(byText);
  const all = grant.service === "*" ? 1 : countAt(grant.service, grant.level, data);
  return { ...grant, actions, complete: actions.length === all, sources: grant.sources.sort(byText) };
}

function countAt(service: string, level: AccessLevel, data: ReferenceData): number {
  let count = 0;
  for (const action of data.actions(service)?.values() ?? []) if (action.level === level) count++;
  return count;
}
