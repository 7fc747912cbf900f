import { byText } from "../text-order";
import type { AccessMatrix, AccessRow } from "./access-row";
import { groupBy } from "./group-by";
import type { TenantPlace } from "./rule";

/** What one principal has gained or lost at one place of the matrix. */
export type ChangedAccess = Pick<
  AccessRow,
  "principal" | "via" | "service" | "level" | "scope" | "except" | "conditions" | "actions"
>;

/** The difference between two matrices, seen from the first one. */
export interface MatrixDifference {
  /** In the first one alone. */
  gained: ChangedAccess[];
  /** In the second one alone. */
  lost: ChangedAccess[];
}

/** A matrix, and the environment that it is of. */
export interface PlacedMatrix {
  matrix: AccessMatrix;
  place: TenantPlace;
}

/**
 * What the first matrix grants that the second does not, and the reverse, resource pattern by resource pattern. Names,
 * accounts and regions of the second environment are read as those of the first, so that two tiers can be compared.
 */
export function matrixDifference(first: PlacedMatrix, second: PlacedMatrix): MatrixDifference {
  const here = permissions(first.matrix.rows, (text) => text);
  const there = permissions(second.matrix.rows, translation(second.place, first.place));
  return { gained: without(here, there), lost: without(there, here) };
}

/** One action on one resource pattern. */
type Permission = Omit<ChangedAccess, "scope" | "actions"> & { resource: string; action: string };

function permissions(
  rows: readonly AccessRow[],
  translate: (text: string) => string,
): Map<string, Permission> {
  const all = new Map<string, Permission>();
  for (const row of rows) {
    const { service, level } = row;
    const principal = translate(row.principal);
    const [via, except, conditions, scope] = [row.via, row.except, row.conditions, row.scope].map((texts) =>
      texts.map(translate),
    ) as [string[], string[], string[], string[]];
    const prefix = JSON.stringify([principal, via, except, conditions]);
    for (const resource of scope) {
      for (const action of row.actions) {
        const permission = { principal, via, service, level, except, conditions, resource, action };
        all.set(`${prefix}\n${level}\n${resource}\n${action}`, permission);
      }
    }
  }
  return all;
}

function translation(from: TenantPlace, to: TenantPlace): (text: string) => string {
  // Conditions on tags name the environment and the tenant alone.
  const [[, env, tenant], [, toEnv, toTenant]] = [from.scope.split("-"), to.scope.split("-")];
  const values = new Map([
    [env!, toEnv!],
    [tenant!, toTenant!],
  ]);
  const spelt = (from.names ?? []).map((name, index) => [name, to.names?.[index]] as const);
  return (text) =>
    spelt
      .reduce(
        (all, [name, other]) => (other === undefined ? all : all.replaceAll(unmarked(name), unmarked(other))),
        text,
      )
      .replaceAll(from.scope, to.scope)
      .replaceAll(from.scope.replaceAll("-", "_"), to.scope.replaceAll("-", "_"))
      .replaceAll(from.account, to.account)
      .replaceAll(from.region, to.region)
      .replaceAll(`arn:${from.partition}:`, `arn:${to.partition}:`)
      .replace(/(?<= = )[^ ,]+$/, (value) => values.get(value) ?? value);
}

/** A name without the `*` for what may follow it. */
function unmarked(name: string): string {
  return name.replace(/\*$/, "");
}

function without(all: Map<string, Permission>, other: Map<string, Permission>): ChangedAccess[] {
  const only = [...all].filter(([key]) => !other.has(key)).map(([, permission]) => permission);
  const byResource = groupBy(only, (permission) => JSON.stringify({ ...permission, action: "" }));
  const merged = [...byResource.values()].map((group) => ({
    place: group[0]!,
    actions: group.map(({ action }) => action).sort(byText),
  }));
  const byScope = groupBy(merged, ({ place, actions }) =>
    JSON.stringify({ ...place, action: "", resource: "", actions }),
  );
  return [...byScope.values()].map((group) => {
    const { principal, via, service, level, except, conditions } = group[0]!.place;
    const scope = group.map(({ place }) => place.resource).sort(byText);
    return { principal, via, service, level, scope, except, conditions, actions: group[0]!.actions };
  });
}

/** The difference as people read it: principal by principal, what is gained (+) and what is lost (-). */
export function differenceLines({ gained, lost }: MatrixDifference): string[] {
  if (gained.length + lost.length === 0) return ["Nobody's access differs."];
  const all = [
    ...gained.map((access) => ({ access, sign: "+" })),
    ...lost.map((access) => ({ access, sign: "-" })),
  ];
  const byPrincipal = [...groupBy(all, ({ access }) => access.principal)].sort(([a], [b]) => byText(a, b));
  return byPrincipal.flatMap(([principal, changes]) => [principal, ...changes.flatMap(changeLines)]);
}

/** More actions than these are counted. */
const ACTIONS_SHOWN = 8;

function changeLines({ access, sign }: { access: ChangedAccess; sign: string }): string[] {
  const { via, actions, scope, except, conditions, level } = access;
  const more = actions.length > ACTIONS_SHOWN ? ` and ${actions.length - ACTIONS_SHOWN} more` : "";
  const through = via.length === 0 ? "" : ` through ${via.join(" > ")}`;
  const details = [
    ...scope,
    ...except.map((text) => `but ${text}`),
    ...conditions.map((text) => `if ${text}`),
  ];
  return [
    `  ${sign} ${level}: ${actions.slice(0, ACTIONS_SHOWN).join(", ")}${more}${through}`,
    ...details.map((text) => `      ${text}`),
  ];
}
