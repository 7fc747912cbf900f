import { validationError } from "../errors";
import { referencesIn } from "./references";
import type { ResourceDeclaration } from "./template-document";

/** Which resources each resource has to wait for: what it names in DependsOn and what it refers to. */
export function dependenciesOf(resources: Record<string, ResourceDeclaration>): Map<string, string[]> {
  return new Map(
    Object.entries(resources).map(([id, { Properties, DependsOn }]) => {
      const named = DependsOn === undefined ? [] : [DependsOn].flat();
      const implied = referencesIn(Properties).map((reference) => reference.name);
      const all = new Set([...named, ...implied].filter((name) => Object.hasOwn(resources, name)));
      return [id, [...all].sort()];
    }),
  );
}

/** Throws CloudFormation's error where resources wait for each other. */
export function refuseCycles(dependencies: ReadonlyMap<string, readonly string[]>): void {
  const left = new Map([...dependencies].map(([id, needs]) => [id, new Set(needs)]));
  for (let progress = true; progress;) {
    progress = false;
    for (const [id, needs] of left) {
      if ([...needs].some((need) => left.has(need))) continue;
      left.delete(id);
      progress = true;
    }
  }
  if (left.size === 0) return;
  // What only waits for a cycle is no part of it.
  const cycle = [...left.keys()].filter((id) => reaches(id, id, dependencies));
  throw validationError(`Circular dependency between resources: [${cycle.join(", ")}]`);
}

function reaches(from: string, to: string, dependencies: ReadonlyMap<string, readonly string[]>): boolean {
  const seen = new Set<string>();
  const open = [...(dependencies.get(from) ?? [])];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === to) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    open.push(...(dependencies.get(id) ?? []));
  }
  return false;
}
