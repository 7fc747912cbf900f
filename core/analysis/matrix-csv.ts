import type { AccessMatrix, AccessRow } from "./access-row";

const COLUMNS: readonly [string, (row: AccessRow) => string][] = [
  ["principal", (row) => row.principal],
  ["kind", (row) => row.kind],
  ["via", (row) => row.via.join(" > ")],
  ["service", (row) => row.service],
  ["level", (row) => row.level],
  ["scope", (row) => row.scope.join(" ")],
  ["except", (row) => row.except.join("; ")],
  ["conditions", (row) => row.conditions.join("; ")],
  ["actions", (row) => row.actions.join(" ")],
  ["complete", (row) => String(row.complete)],
  ["sources", (row) => row.sources.join(" ")],
];

/** The matrix as CSV (RFC 4180), a header and one line a row. */
export function matrixCsv({ rows }: Pick<AccessMatrix, "rows">): string {
  const lines = [COLUMNS.map(([name]) => name), ...rows.map((row) => COLUMNS.map(([, value]) => value(row)))];
  return lines.map((cells) => `${cells.map(csvCell).join(",")}\r\n`).join("");
}

/** One cell: quoted where it has to be, and never a formula to the spreadsheet that opens it. */
export function csvCell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
