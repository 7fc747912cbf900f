import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { recorded } from "./deployed-stack";
import { renderTier } from "./deployed-tier";
import { plantsOf } from "./plants";

/** How much is planted in a tier. */
export interface PlantCount {
  resources: number;
  /** Changes that must be found and put back. */
  changes: number;
  /** Changes that mean nothing, and must not be reported. */
  harmless: number;
}

/** Counts what the tests plant in a shipped config. */
export function countPlants(configName: string): PlantCount {
  const { watched } = renderTier(configName);
  const plants = watched.flatMap((resource) => plantsOf(recorded(resource)));
  const harmless = plants.filter(({ found }) => found.length === 0).length;
  return { resources: watched.length, changes: plants.length - harmless, harmless };
}

/** The counts as a table of the documentation. */
export function plantsTable(
  configNames: readonly string[],
  count: (configName: string) => PlantCount = countPlants,
): string {
  const rows = configNames.map((name) => ({ name, ...count(name) }));
  const sum = (key: keyof PlantCount) => rows.reduce((total, row) => total + row[key], 0);
  const all = [
    ...rows,
    { name: "all", resources: sum("resources"), changes: sum("changes"), harmless: sum("harmless") },
  ];
  const cells = [
    ["config", "resources", "changes found and put back", "changes that mean nothing, not reported"],
    ...all.map((row) => [row.name, String(row.resources), String(row.changes), String(row.harmless)]),
  ];
  const widths = cells[0]!.map((_, column) => Math.max(...cells.map((row) => row[column]!.length)));
  const line = (row: string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(" | ")} |`;
  const rule = `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`;
  return [line(cells[0]!), rule, ...cells.slice(1).map(line)].join("\n") + "\n";
}

const PAGE = join(__dirname, "..", "..", "docs", "drift.md");

/**
 * Holds a table of the documentation, which stands between two marks of that name, to the counts; with UPDATE_GOLDEN=1
 * writes it.
 */
export function assertCounted(mark: string, table: string): void {
  const text = readFileSync(PAGE, "utf8");
  const between = new RegExp(`(<!-- ${mark} -->\\n)[\\s\\S]*?(\\n<!-- /${mark} -->)`);
  const written = text.replace(between, `$1\n${table}$2`);
  assert.match(text, between);
  if (process.env.UPDATE_GOLDEN === "1") writeFileSync(PAGE, written);
  else assert.equal(text, written, "UPDATE_GOLDEN=1 npx mocha test/drift -g counted writes it anew");
}
