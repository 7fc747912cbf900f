import { conditionsNotImplied } from "./condition-implication";
import type { Condition, PatternSet, PolicyStatement } from "./policy-statement";
import { areDisjointResources, coversResource } from "./resource-pattern";
import { areDisjoint, covers, type Pattern, parsePattern } from "./wildcard-pattern";

/** How patterns of one kind are compared; both answers are true only where they are certain. */
interface Comparison {
  read: (value: string, variables: boolean) => Pattern;
  covers: (wide: Pattern, narrow: Pattern) => boolean;
  disjoint: (a: Pattern, b: Pattern) => boolean;
}

const ACTIONS: Comparison = {
  read: (value) => parsePattern(value.toLowerCase(), { wildcards: true, variables: false }),
  covers,
  disjoint: areDisjoint,
};

const RESOURCES: Comparison = {
  read: (value, variables) => parsePattern(value, { wildcards: true, variables }),
  covers: coversResource,
  disjoint: areDisjointResources,
};

const AWS_PRINCIPAL = parsePattern("AWS:", { wildcards: false, variables: false }).join("");
const EVERY_PRINCIPAL = `${AWS_PRINCIPAL}=*`;

/** A principal is named whole; only `AWS:*` stands for others. */
const PRINCIPALS: Comparison = {
  read: (value) => parsePattern(value, { wildcards: false, variables: false }),
  covers: (wide, narrow) => {
    const [general, special] = [wide.join(""), narrow.join("")];
    return general === special || (general === EVERY_PRINCIPAL && special.startsWith(AWS_PRINCIPAL));
  },
  disjoint: () => false,
};

interface Side {
  set: PatternSet;
  variables: boolean;
}

/** Whether one set of patterns names whatever the other one names. */
function coversSet(comparison: Comparison, wide: Side, narrow: Side): boolean {
  const read = ({ set, variables }: Side) => set.values.map((value) => comparison.read(value, variables));
  const [general, special] = [read(wide), read(narrow)];
  if (wide.set.negated && narrow.set.negated) {
    // What is left out of the wide set must be left out of the narrow one.
    return general.every((left) => special.some((other) => comparison.covers(other, left)));
  }
  if (wide.set.negated) {
    return special.every((value) => general.every((left) => comparison.disjoint(left, value)));
  }
  if (narrow.set.negated) return wide.set.values.some((value) => /^\*+$/.test(value));
  return special.every((value) => general.some((other) => comparison.covers(other, value)));
}

function speaksOf(wide: PolicyStatement, narrow: PolicyStatement): boolean {
  const coversMember = (comparison: Comparison, member: "actions" | "resources" | "principals") => {
    const [general, special] = [wide[member], narrow[member]];
    if (general === undefined || special === undefined) return general === special;
    return coversSet(
      comparison,
      { set: general, variables: wide.variables },
      { set: special, variables: narrow.variables },
    );
  };
  return (
    coversMember(ACTIONS, "actions") &&
    coversMember(RESOURCES, "resources") &&
    coversMember(PRINCIPALS, "principals")
  );
}

/** Whether, and why not, a statement's every request is one that others speak of. */
export interface Coverage {
  covered: boolean;
  /** Where only conditions keep one of the others from covering it: those conditions, of the closest one. */
  missingConditions: Condition[];
}

/**
 * Whether one of `others` applies to whatever `statement` applies to: same or wider actions, resources and principals
 * under the same or fewer conditions. `covered` is true only where that is certain.
 */
export function coverage(statement: PolicyStatement, others: readonly PolicyStatement[]): Coverage {
  let missingConditions: Condition[] | undefined;
  for (const other of others) {
    if (other.effect !== statement.effect || !speaksOf(other, statement)) continue;
    const missing = conditionsNotImplied(statement, other);
    if (missing.length === 0) return { covered: true, missingConditions: [] };
    if (missingConditions === undefined || missing.length < missingConditions.length) {
      missingConditions = missing;
    }
  }
  return { covered: false, missingConditions: missingConditions ?? [] };
}
