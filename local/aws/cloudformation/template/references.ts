import { splitAttribute } from "./parse-template";

/** What a value of a template refers to. */
export interface Reference {
  /** Logical id, parameter or pseudo parameter. */
  name: string;
  /** Of Fn::GetAtt and of `${A.B}` in Fn::Sub; undefined for a Ref. */
  attribute?: string;
}

/** Names that are always there. */
export const PSEUDO_PARAMETERS = [
  "AWS::AccountId",
  "AWS::NoValue",
  "AWS::NotificationARNs",
  "AWS::Partition",
  "AWS::Region",
  "AWS::StackId",
  "AWS::StackName",
  "AWS::URLSuffix",
];

const PLACEHOLDER = /\$\{([^!{}][^{}]*)\}/g;

/** Every reference in a value, those of all branches of conditions included. */
export function referencesIn(value: unknown): Reference[] {
  const found: Reference[] = [];
  collect(value, found);
  return found;
}

function collect(value: unknown, found: Reference[]): void {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, found);
    return;
  }
  if (typeof value !== "object" || value === null) return;
  const entries = Object.entries(value);
  const [key, argument] = entries.length === 1 ? (entries[0] as [string, unknown]) : ["", undefined];
  if (key === "Ref" && typeof argument === "string") {
    found.push({ name: argument });
  } else if (key === "Fn::GetAtt") {
    const [name, attribute] =
      typeof argument === "string" ? splitAttribute(argument) : (argument as string[]);
    found.push({ name: String(name), attribute: typeof attribute === "string" ? attribute : "" });
    collect(attribute, found);
  } else if (key === "Fn::Sub") {
    collectSub(argument, found);
  } else {
    for (const [, member] of entries) collect(member, found);
  }
}

function collectSub(argument: unknown, found: Reference[]): void {
  const [text, variables] = Array.isArray(argument) ? (argument as unknown[]) : [argument, {}];
  const own = new Set(Object.keys(variables ?? {}));
  collect(variables, found);
  for (const name of placeholders(String(text))) {
    if (own.has(name)) continue;
    const [id, attribute] = splitAttribute(name);
    found.push({ name: id!, ...(attribute === undefined ? {} : { attribute }) });
  }
}

/** The names in `${…}` of a text of Fn::Sub, `${!literal}` left out. */
export function placeholders(text: string): string[] {
  return [...text.matchAll(PLACEHOLDER)].map((match) => match[1]!.trim());
}

/** Fills in the placeholders of a text of Fn::Sub. */
export function fillPlaceholders(text: string, valueOf: (name: string) => string): string {
  return text
    .replace(PLACEHOLDER, (_whole, name: string) => valueOf(name.trim()))
    .replace(/\$\{!([^{}]*)\}/g, "${$1}");
}
