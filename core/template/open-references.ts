/** What stands for a value that only AWS knows; with `!` before the name it is somebody's own text, as in `Fn::Sub`. */
const REFERENCE = /\$\{(!*)(AWS::StackId|[A-Za-z0-9]+(?:\.[A-Za-z0-9.]+)?)\}/g;

/** Values of references by their names: `KmsKey.Arn`; a list where the reference is to a parameter that is one. */
export type ReferenceValues = ReadonlyMap<string, string | readonly string[]>;

/** How a reference is written in a watched resource. */
export function referenceTo(name: string): string {
  return `\${${name}}`;
}

/** A text of somebody's own, in which nothing is to be taken for a reference. */
export function escapeReferences(text: string): string {
  return text.replace(REFERENCE, (_, marks: string, name: string) => `\${!${marks}${name}}`);
}

/** The names of the references in a value of a watched resource, each once. */
export function referencesIn(value: unknown): Set<string> {
  const names = new Set<string>();
  eachText(value, (text) => {
    for (const [, marks, name] of text.matchAll(REFERENCE)) if (marks === "") names.add(name!);
  });
  return names;
}

function eachText(value: unknown, visit: (text: string) => void): void {
  if (typeof value === "string") visit(value);
  else if (typeof value === "object" && value !== null) {
    for (const member of Object.values(value)) eachText(member, visit);
  }
}

/**
 * A value of a watched resource as AWS has it: references replaced by what they stand for, and the marks taken off what
 * only looks like one. An item of a list that is a reference to a list becomes that list's items. References without a
 * value stay as they are.
 */
export function fillReferences(value: unknown, values: ReferenceValues): unknown {
  if (Array.isArray(value)) return value.flatMap((item: unknown) => fillItem(item, values));
  if (typeof value === "string") return fillText(value, values);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, fillReferences(member, values)]),
  );
}

function fillItem(item: unknown, values: ReferenceValues): unknown[] {
  if (typeof item === "string") {
    const [name] = referencesIn(item);
    const list = name !== undefined && item === referenceTo(name) ? values.get(name) : undefined;
    if (Array.isArray(list)) return [...(list as readonly string[])];
  }
  return [fillReferences(item, values)];
}

function fillText(text: string, values: ReferenceValues): string {
  return text.replace(REFERENCE, (whole, marks: string, name: string) => {
    if (marks !== "") return `\${${marks.slice(1)}${name}}`;
    return values.has(name) ? [values.get(name)!].flat().join(",") : whole;
  });
}
