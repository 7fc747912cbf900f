import { type Diagnostic, isStructure, nameOf } from "./engine-events";

/** How many resources a line names. */
const NAMES_SHOWN = 3;

/** The type in a URN, without those of its parents. */
function typeOf(urn: string): string {
  return urn.split("::")[2]?.split("$").at(-1) ?? "";
}

function named(names: readonly string[]): string {
  const more = names.length > NAMES_SHOWN ? ` and ${names.length - NAMES_SHOWN} more` : "";
  return `${names.slice(0, NAMES_SHOWN).join(", ")}${more}: `;
}

/** Each warning once, with the resources that it is about; what the pre-check says is about the whole. */
export function warningLines(diagnostics: readonly Diagnostic[]): string[] {
  const resources = new Map<string, string[]>();
  for (const { severity, message, urn } of diagnostics) {
    if (severity !== "warning") continue;
    const names = resources.get(message) ?? [];
    resources.set(message, names);
    if (urn !== undefined && !isStructure({ type: typeOf(urn) })) names.push(nameOf(urn));
  }
  return [...resources].map(([message, names]) => (names.length === 0 ? "" : named(names)) + message);
}
