import { joinWords } from "./join-words";
import { servicePrincipalName } from "./service-names";

/** The conditions of a statement, under IAM's operators. */
type Conditions = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

/** One condition, its operator taken apart. */
interface Test {
  /** `String`, `Arn`, `Numeric` and so on, with what it does: `StringNotLike`. */
  operator: string;
  key: string;
  values: readonly string[];
}

const WORDS: Readonly<Record<string, string>> = {
  Equals: "is",
  EqualsIgnoreCase: "is",
  NotEquals: "is not",
  NotEqualsIgnoreCase: "is not",
  Like: "is like",
  NotLike: "is not like",
  LessThan: "is less than",
  LessThanEquals: "is at most",
  GreaterThan: "is more than",
  GreaterThanEquals: "is at least",
};

/** What a key is called in a clause that begins with `where`. */
const SUBJECTS: readonly (readonly [RegExp, string])[] = [
  [/^aws:ResourceTag\/(.+)$/i, "the resource's tag $1"],
  [/^aws:RequestTag\/(.+)$/i, "the tag $1 that the request sets"],
  [/^aws:PrincipalTag\/(.+)$/i, "the caller's tag $1"],
  [/^aws:RequestedRegion$/i, "the region"],
  [/^aws:(Resource|Source)Account$/i, "the account"],
  [/^aws:SourceArn$/i, "the resource on whose behalf the service acts"],
  [/^aws:SourceIp$/i, "the caller's address"],
  [/^aws:PrincipalOrgID$/i, "the caller's organisation"],
  [/^iam:PassedToService$/i, "the service that gets the role"],
  [/^kms:ResourceAliases$/i, "the key's aliases"],
  [/^kms:ViaService$/i, "the service that uses the key"],
  [/^aws:TagKeys$/i, "the tags that the request sets"],
  [/^cloudwatch:namespace$/i, "the namespace"],
  [/^codecommit:References$/i, "the branch"],
];

/** What follows `only`: `over TLS`, `with MFA`, `where the resource's tag TenantId is b001`. One entry a condition key. */
export function describeConditions(conditions: Conditions | undefined): string[] {
  return Object.entries(conditions ?? {}).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => describeTest({ operator, key, values: [values].flat() })),
  );
}

function describeTest(test: Test): string {
  return shortForm(test) ?? `where ${clause(test)}`;
}

/** Conditions that have a word of their own. */
function shortForm({ operator, key, values }: Test): string | undefined {
  const name = key.toLowerCase();
  const value = values.length === 1 ? values[0]! : undefined;
  if (/^Bool(IfExists)?$/.test(operator) && value !== undefined && /^(true|false)$/i.test(value)) {
    const yes = value.toLowerCase() === "true";
    if (name === "aws:securetransport") return yes ? "over TLS" : "without TLS";
    if (name === "aws:multifactorauthpresent") return yes ? "with MFA" : "without MFA";
  }
  if (!/^(String|Arn)(Equals|Like)$/.test(operator)) return undefined;
  if (name === "sts:externalid") return "with the agreed external id";
  if (name === "aws:sourceaccount") return `on behalf of account ${joinWords(values, "or")}`;
  if (name === "aws:requestedregion") return `in ${joinWords(values, "or")}`;
  if (name === "iam:passedtoservice") return `to ${joinWords(values.map(servicePrincipalName), "or")}`;
  return undefined;
}

function clause({ operator, key, values }: Test): string {
  const parts = /^(?:(ForAllValues|ForAnyValue):)?(.+?)(IfExists)?$/.exec(operator)!;
  const [, quantifier, plain = "", ifExists] = parts;
  const subject = `${quantifierWords(quantifier)}${subjectOf(key)}`;
  const suffix = ifExists === undefined ? "" : ", if it is set";
  if (plain === "Null") return `${subject} is ${/^true$/i.test(values[0] ?? "") ? "not set" : "set"}`;
  const bare = plain.replace(/^(String|Numeric|Date|Arn|Binary)(?=.)/, "");
  if (plain === "IpAddress") return `${subject} is in ${joinWords(values, "or")}${suffix}`;
  if (plain === "NotIpAddress") return `${subject} is not in ${joinWords(values, "or")}${suffix}`;
  const words = Object.hasOwn(WORDS, bare) ? WORDS[bare]! : "is";
  return `${subject} ${words} ${joinWords(values.map(valueWords), "or")}${suffix}`;
}

function quantifierWords(quantifier: string | undefined): string {
  if (quantifier === "ForAllValues") return "every one of ";
  return quantifier === "ForAnyValue" ? "one of " : "";
}

function subjectOf(key: string): string {
  for (const [pattern, words] of SUBJECTS) if (pattern.test(key)) return key.replace(pattern, words);
  return key;
}

function valueWords(value: string): string {
  return value === "${aws:username}" ? "the caller's own name" : value;
}
