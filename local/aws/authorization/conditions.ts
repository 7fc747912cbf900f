import type { PolicyStatement } from "./policy-model";
import { type ConditionContext, escapeLiterals, substituteVariables } from "./variables";
import { matchesArn, matchesWildcard } from "../../../core/analysis/wildcard";

type Compare = (wanted: string, given: string) => boolean;

interface Operator {
  compare: Compare;
  /** A negated operator holds where none of its values matches, and where the key is missing. */
  negated?: true;
}

/** Literals are escaped in the policy's values, so in what they are compared with as well. */
const exact: Compare = (wanted, given) => wanted === escapeLiterals(given) || wanted === given;
const ignoringCase: Compare = (wanted, given) => exact(wanted.toLowerCase(), given.toLowerCase());
const like: Compare = (wanted, given) =>
  matchesWildcard(wanted, given) || matchesWildcard(wanted, escapeLiterals(given));
const arn: Compare = (wanted, given) =>
  matchesArn(wanted, given) || matchesArn(wanted, escapeLiterals(given));
const numeric =
  (holds: (given: number, wanted: number) => boolean): Compare =>
  (wanted, given) =>
    given.trim() !== "" && wanted.trim() !== "" && holds(Number(given), Number(wanted));
const date =
  (holds: (given: number, wanted: number) => boolean): Compare =>
  (wanted, given) =>
    holds(instant(given), instant(wanted));

function instant(text: string): number {
  return /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text);
}

const equal = (a: number, b: number): boolean => a === b;
const less = (a: number, b: number): boolean => a < b;
const lessEqual = (a: number, b: number): boolean => a <= b;
const greater = (a: number, b: number): boolean => a > b;
const greaterEqual = (a: number, b: number): boolean => a >= b;

/** All operators of IAM but Null, which asks for no value, by their name in small letters. */
const OPERATORS: Record<string, Operator> = {
  stringequals: { compare: exact },
  stringnotequals: { compare: exact, negated: true },
  stringequalsignorecase: { compare: ignoringCase },
  stringnotequalsignorecase: { compare: ignoringCase, negated: true },
  stringlike: { compare: like },
  stringnotlike: { compare: like, negated: true },
  bool: { compare: ignoringCase },
  arnequals: { compare: arn },
  arnlike: { compare: arn },
  arnnotequals: { compare: arn, negated: true },
  arnnotlike: { compare: arn, negated: true },
  numericequals: { compare: numeric(equal) },
  numericnotequals: { compare: numeric(equal), negated: true },
  numericlessthan: { compare: numeric(less) },
  numericlessthanequals: { compare: numeric(lessEqual) },
  numericgreaterthan: { compare: numeric(greater) },
  numericgreaterthanequals: { compare: numeric(greaterEqual) },
  dateequals: { compare: date(equal) },
  datenotequals: { compare: date(equal), negated: true },
  datelessthan: { compare: date(less) },
  datelessthanequals: { compare: date(lessEqual) },
  dategreaterthan: { compare: date(greater) },
  dategreaterthanequals: { compare: date(greaterEqual) },
  ipaddress: { compare: inNetwork },
  notipaddress: { compare: inNetwork, negated: true },
  binaryequals: { compare: (wanted, given) => wanted === given },
};

/** Whether a name is an operator, with or without `ForAnyValue:` and `IfExists`. */
export function isConditionOperator(name: string): boolean {
  const { base } = parts(name);
  return base === "null" ? !/^For/i.test(name) : base in OPERATORS;
}

function parts(name: string): { quantifier: string | undefined; base: string; ifExists: boolean } {
  const found = /^(?:(ForAllValues|ForAnyValue):)?(.*?)(IfExists)?$/i.exec(name)!;
  return {
    quantifier: found[1]?.toLowerCase(),
    base: found[2]!.toLowerCase(),
    ifExists: found[3] !== undefined,
  };
}

/** Whether all conditions of a statement hold. */
export function conditionsHold(statement: PolicyStatement, context: ConditionContext): boolean {
  return statement.conditions.every((condition) => holds(condition, context));
}

function holds(
  { operator, key, values }: PolicyStatement["conditions"][number],
  context: ConditionContext,
): boolean {
  const { quantifier, base, ifExists } = parts(operator);
  const given = context.get(key.toLowerCase());
  if (base === "null") {
    const missing = given === undefined || given.length === 0;
    return values.some((value) => (value.toLowerCase() === "true") === missing);
  }
  const known = OPERATORS[base];
  if (known === undefined) return false;
  const wanted = values.flatMap((value) => substituteVariables(value, context) ?? []);
  const matches = (value: string): boolean =>
    wanted.some((candidate) => known.compare(candidate, value)) !== (known.negated === true);
  if (given === undefined || given.length === 0) {
    return quantifier === "forallvalues" || ifExists || (known.negated === true && quantifier === undefined);
  }
  if (quantifier === "forallvalues") return given.every(matches);
  if (quantifier === "foranyvalue") return given.some(matches);
  // Several values under a plain negated operator: none of them may match.
  return known.negated === true ? given.every(matches) : given.some(matches);
}

function inNetwork(network: string, address: string): boolean {
  const [base = "", bits = "32"] = network.split("/");
  const [a, b] = [ipv4(base), ipv4(address)];
  if (a === undefined || b === undefined) return base === address;
  const divisor = 2 ** (32 - Number(bits));
  return Math.floor(a / divisor) === Math.floor(b / divisor);
}

function ipv4(text: string): number | undefined {
  const bytes = text.split(".").map(Number);
  if (bytes.length !== 4 || bytes.some((byte) => !Number.isInteger(byte) || byte < 0 || byte > 255)) {
    return undefined;
  }
  return bytes.reduce((sum, byte) => sum * 256 + byte, 0);
}
