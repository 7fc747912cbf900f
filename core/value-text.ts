/**
 * A value of a template or policy as one text, whatever somebody wrote there: a mapping or a list as JSON, as mappings that were
 * read from a file have no `toString`.
 */
export function valueText(value: unknown): string {
  return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);
}
