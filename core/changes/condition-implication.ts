import type { Condition } from "./policy-statement";
import { coversResource } from "./resource-pattern";
import { covers, type Pattern, parsePattern, samePattern } from "./wildcard-pattern";

/** A condition with its operator taken apart. */
interface Test {
  quantifier: string;
  base: string;
  ifExists: boolean;
  key: string;
  values: string[];
  variables: boolean;
}

function testOf({ operator, key, values }: Condition, variables: boolean): Test {
  const [, quantifier = "", base = "", ifExists] = /^(?:(ForAllValues|ForAnyValue):)?(.*?)(IfExists)?$/i.exec(
    operator,
  )!;
  return {
    quantifier: quantifier.toLowerCase(),
    base: base.toLowerCase(),
    ifExists: ifExists !== undefined,
    key: key.toLowerCase(),
    values,
    variables,
  };
}

/** Whether what satisfies one value of `narrow` satisfies one of `wide`. */
type CoversValue = (wide: Pattern, narrow: Pattern) => boolean;

/** How operators read their values. */
interface Family {
  wildcards: boolean;
  ignoreCase?: true;
  /** The operator holds where none of its values matches. */
  negated?: true;
  coversValue: CoversValue;
}

const EXACT: Family = { wildcards: false, coversValue: samePattern };
const IGNORING_CASE: Family = { wildcards: false, ignoreCase: true, coversValue: samePattern };
const LIKE: Family = { wildcards: true, coversValue: covers };
const ARN: Family = { wildcards: true, coversValue: coversResource };
const not = (family: Family): Family => ({ ...family, negated: true });

const FAMILIES: Readonly<Record<string, Family>> = {
  stringequals: EXACT,
  stringnotequals: not(EXACT),
  stringequalsignorecase: IGNORING_CASE,
  stringnotequalsignorecase: not(IGNORING_CASE),
  stringlike: LIKE,
  stringnotlike: not(LIKE),
  bool: IGNORING_CASE,
  null: IGNORING_CASE,
  // IAM's ArnEquals and ArnLike behave alike (IAM User Guide, condition operators).
  arnequals: ARN,
  arnlike: ARN,
  arnnotequals: not(ARN),
  arnnotlike: not(ARN),
  numericequals: EXACT,
  numericnotequals: not(EXACT),
  dateequals: EXACT,
  datenotequals: not(EXACT),
  ipaddress: EXACT,
  notipaddress: not(EXACT),
  binaryequals: EXACT,
};

/** Operators by which a smaller limit is narrower, and those by which a larger one is. */
const LIMITS: Readonly<Record<string, (wide: number, narrow: number) => boolean>> = {
  numericlessthan: (wide, narrow) => narrow <= wide,
  numericlessthanequals: (wide, narrow) => narrow <= wide,
  numericgreaterthan: (wide, narrow) => narrow >= wide,
  numericgreaterthanequals: (wide, narrow) => narrow >= wide,
};

/** What each operator lets pass for some values, these let pass for the same values too. */
const WIDER_OPERATOR: Readonly<Record<string, readonly string[]>> = {
  stringequals: ["stringlike", "stringequalsignorecase"],
  arnequals: ["arnlike"],
  arnlike: ["arnequals"],
};

function patterns(test: Test, family: Family): Pattern[] {
  return test.values.map((value) => {
    const pattern = parsePattern(value, { wildcards: family.wildcards, variables: test.variables });
    if (family.ignoreCase !== true) return pattern;
    return pattern.map((token) => (token.startsWith("=") ? token.toLowerCase() : token));
  });
}

function numbers(values: readonly string[]): number[] | undefined {
  const found = values.map((value) => (/^-?\d+(\.\d+)?$/.test(value) ? Number(value) : Number.NaN));
  return found.some(Number.isNaN) ? undefined : found;
}

function coversLimits(wide: Test, narrow: Test): boolean {
  const holds = LIMITS[wide.base];
  const [limits, narrower] = [numbers(wide.values), numbers(narrow.values)];
  if (holds === undefined || limits === undefined || narrower === undefined) return false;
  return narrower.every((value) => limits.some((limit) => holds(limit, value)));
}

const isSame = (a: Test, b: Test) =>
  a.base === b.base && a.variables === b.variables && JSON.stringify(a.values) === JSON.stringify(b.values);

function coversValues(wide: Test, narrow: Test): boolean {
  if (isSame(wide, narrow)) return true;
  const family = FAMILIES[wide.base];
  if (family === undefined) return coversLimits(wide, narrow);
  const general = patterns(wide, family);
  // Values of StringEquals are no patterns, also where they are compared with those of StringLike.
  const special = patterns(narrow, {
    ...family,
    wildcards: family.wildcards && FAMILIES[narrow.base]!.wildcards,
  });
  const [from, to] = family.negated === true ? [general, special] : [special, general];
  return from.every((value) => to.some((other) => family.coversValue(other, value)));
}

function implies(narrow: Test, wide: Test): boolean {
  if (narrow.key !== wide.key || narrow.quantifier !== wide.quantifier) return false;
  // With IfExists a missing key passes as well.
  if (narrow.ifExists && !wide.ifExists) return false;
  const comparable = narrow.base === wide.base || WIDER_OPERATOR[narrow.base]?.includes(wide.base) === true;
  return comparable && coversValues(wide, narrow);
}

/** Conditions, and whether variables in them are variables. */
export interface Conditions {
  conditions: readonly Condition[];
  variables: boolean;
}

/**
 * The conditions of `wide` that need not hold where all of `narrow` do: none where `narrow` is at least as strict. A
 * condition counts as implied only where that is certain.
 */
export function conditionsNotImplied(narrow: Conditions, wide: Conditions): Condition[] {
  const given = narrow.conditions.map((condition) => testOf(condition, narrow.variables));
  return wide.conditions.filter((condition) => {
    const wanted = testOf(condition, wide.variables);
    return !given.some((test) => implies(test, wanted));
  });
}
