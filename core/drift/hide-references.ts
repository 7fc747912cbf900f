import { isDeepStrictEqual } from "node:util";
import {
  escapeReferences,
  fillReferences,
  type ReferenceValues,
  referencesIn,
} from "../template/open-references";
import { isMembers, sortKeys } from "./canonical-document";

/** The texts of a template's value that hold references, by what they come to. */
type Spellings = Map<string, string>;

function spellingsOf(template: unknown, values: ReferenceValues, found: Spellings = new Map()): Spellings {
  if (typeof template === "string") {
    if (referencesIn(template).size > 0) found.set(String(fillReferences(template, values)), template);
  } else if (typeof template === "object" && template !== null) {
    for (const member of Object.values(template)) spellingsOf(member, values, found);
  }
  return found;
}

/** Live values on their way into the words of the template. */
class Hiding {
  readonly #spellings: Spellings;

  constructor(
    template: unknown,
    private readonly values: ReferenceValues,
  ) {
    this.#spellings = spellingsOf(template, values);
  }

  value(live: unknown, template: unknown): unknown {
    if (template !== undefined && isSame(live, fillReferences(template, this.values))) return template;
    if (Array.isArray(live)) return this.#list(live, Array.isArray(template) ? template : []);
    if (isMembers(live)) {
      const beside = isMembers(template) ? template : {};
      return Object.fromEntries(
        Object.entries(live).map(([name, member]) => [name, this.value(member, beside[name])]),
      );
    }
    return typeof live === "string" ? (this.#spellings.get(live) ?? escapeReferences(live)) : live;
  }

  /** Items are paired by what they are, those that are left by their place, and stay where they are. */
  #list(live: readonly unknown[], template: readonly unknown[]): unknown[] {
    const paired = new Map<number, unknown[]>();
    const left: unknown[] = [];
    for (const item of template) {
      const places = this.#placesOf(item, live, paired);
      if (places === undefined) left.push(item);
      // One reference may stand for many items.
      else places.forEach((place, index) => paired.set(place, index === 0 ? [item] : []));
    }
    return live.flatMap((item, place) => paired.get(place) ?? [this.value(item, left.shift())]);
  }

  #placesOf(item: unknown, live: readonly unknown[], taken: ReadonlyMap<number, unknown>) {
    const places: number[] = [];
    for (const wanted of fillReferences([item], this.values) as unknown[]) {
      const place = live.findIndex(
        (candidate, at) => !taken.has(at) && !places.includes(at) && isSame(candidate, wanted),
      );
      if (place < 0) return undefined;
      places.push(place);
    }
    return places;
  }
}

function isSame(a: unknown, b: unknown): boolean {
  return isDeepStrictEqual(sortKeys(a), sortKeys(b));
}

/**
 * What AWS has, in the words of the template: where it is what a reference stands for, the reference, so that states
 * and previews never hold what AWS made up; what somebody wrote that only looks like a reference is marked as such.
 * Both are given in canonical form; what comes out is to be brought into it again, as words sort otherwise than values.
 */
export function hideReferences<T>(live: T, template: unknown, values: ReferenceValues): T {
  return new Hiding(template, values).value(live, template) as T;
}
