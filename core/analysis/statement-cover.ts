import { expandActions } from "./expand-actions";
import type { ReferenceData } from "./reference/reference-data";
import type { ParsedStatement, Patterns } from "./statement";
import { matchesArn } from "./wildcard";

/**
 * Whether one statement applies wherever the other does: its actions, resources and principals take in the other's, and
 * it asks for no condition that the other does not ask for.
 */
export function coversStatement(
  wide: ParsedStatement,
  narrow: ParsedStatement,
  data: ReferenceData,
): boolean {
  return (
    coversActions(wide.action, narrow.action, data) &&
    coversResources(wide.resource, narrow.resource) &&
    coversConditions(wide, narrow) &&
    JSON.stringify(wide.principal) === JSON.stringify(narrow.principal)
  );
}

function coversActions(wide: Patterns, narrow: Patterns, data: ReferenceData): boolean {
  const [outer, inner] = [expandActions(wide, data), expandActions(narrow, data)];
  if (outer.everything) return true;
  // Actions that are not known might be anything.
  if (inner.everything || inner.ids.size === 0) return false;
  for (const id of inner.ids) if (!outer.ids.has(id)) return false;
  return true;
}

function coversResources(wide: Patterns | undefined, narrow: Patterns | undefined): boolean {
  if (wide === undefined || narrow === undefined) return wide === narrow;
  if (wide.negated || narrow.negated) return JSON.stringify(wide) === JSON.stringify(narrow);
  return narrow.patterns.every((pattern) => wide.patterns.some((outer) => matchesArn(outer, pattern)));
}

function coversConditions(wide: ParsedStatement, narrow: ParsedStatement): boolean {
  const asked = new Set(narrow.conditions.map((test) => JSON.stringify(test)));
  return wide.conditions.every((test) => asked.has(JSON.stringify(test)));
}
