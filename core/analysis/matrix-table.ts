import type { AccessMatrix, AccessRow, MatrixPrincipal } from "./access-row";
import { groupBy } from "./group-by";

/** More services than this in one line are counted, as those of ReadOnlyAccess. */
const SERVICES_SHOWN = 6;

/** The matrix as people read it: a heading for each principal and way, and under it a line for each scope. */
export function matrixTable({ referenceDate, principals, rows }: AccessMatrix): string[] {
  const lines = [`Access by AWS's service authorization reference of ${referenceDate}`];
  const byPrincipal = groupBy(rows, ({ principal }) => principal);
  for (const principal of principals) {
    lines.push("", headingOf(principal), ...notesOf(principal));
    const byWay = groupBy(byPrincipal.get(principal.name) ?? [], ({ via }) => via.join(" > "));
    for (const [way, own] of byWay) {
      if (way !== "") lines.push(`  through ${way}`);
      lines.push(...tableOf(own).map((line) => `    ${line}`));
    }
  }
  return lines;
}

function headingOf({ name, kind }: MatrixPrincipal): string {
  return `${name} (${kind === "group" ? kind : `${kind} role`})`;
}

function notesOf({ boundary, unknownPolicies }: MatrixPrincipal): string[] {
  const unknown = unknownPolicies.map((name) => `  unknown: what AWS's policy ${name} grants`);
  return boundary === undefined ? unknown : [`  bounded by ${boundary}`, ...unknown];
}

/** Lines with the same scope, level and conditions differ by their service alone, which is said in one. */
function tableOf(rows: readonly AccessRow[]): string[] {
  const alike = groupBy(rows, ({ level, scope, except, conditions, sources }) =>
    JSON.stringify([level, scope, except, conditions, sources]),
  );
  const cells = [...alike.values()].map((group) => ({
    services: servicesText(group.map(({ service }) => service)),
    row: group[0]!,
    count: countText(group),
  }));
  const widest = (texts: string[]) => Math.max(...texts.map((text) => text.length));
  const [services, levels, counts] = [
    widest(cells.map((cell) => cell.services)),
    widest(cells.map((cell) => cell.row.level)),
    widest(cells.map((cell) => cell.count)),
  ];
  return cells.flatMap(({ services: name, row, count }) => {
    const head = [name.padEnd(services), row.level.padEnd(levels), count.padEnd(counts)].join("  ");
    const indent = " ".repeat(head.length);
    return scopeLines(row).map((line, index) => `${index === 0 ? head : indent}  ${line}`);
  });
}

function scopeLines({ scope, except, conditions }: AccessRow): string[] {
  return [...scope, ...except.map((text) => `but ${text}`), ...conditions.map((text) => `if ${text}`)];
}

function servicesText(services: readonly string[]): string {
  if (services.length <= SERVICES_SHOWN) return services.join(", ");
  return `${services.slice(0, SERVICES_SHOWN).join(", ")} and ${services.length - SERVICES_SHOWN} more`;
}

function countText(rows: readonly AccessRow[]): string {
  if (rows.every(({ complete }) => complete)) return "all";
  const count = rows.reduce((sum, { actions }) => sum + actions.length, 0);
  return count === 1 ? "1 action" : `${count} actions`;
}
