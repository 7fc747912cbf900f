import type { AccessChange, AffectedHolder, GrantChange, SettingChange } from "./access-change";
import type { Condition, PatternSet } from "./policy-statement";

/** One change of access in words, which text, Markdown and HTML lay out each in its own way. */
export interface AccessWords {
  wider: boolean;
  /** Such as `group edge-dev-b001-group-data-scientists`. */
  who: string[];
  /** `may now`, `may no longer`, `is no longer denied` … */
  verb: string;
  /** Actions, a policy's ARN, or a setting's values. */
  what: string[];
  /** Resources; empty where there are none. */
  on: string[];
  /** Conditions, all of which must hold. */
  under: string[];
  /** Policies by which. */
  through: string[];
  /** Empty where there is nothing to say. */
  why: string;
}

function names(set: PatternSet | undefined): string[] {
  if (set === undefined) return [];
  return set.negated ? [`everything but ${set.values.join(", ")}`] : set.values;
}

/** `AWS:123456789012` → `account 123456789012`. */
function principalName(value: string): string {
  const [kind, ...rest] = value.split(":");
  const name = rest.join(":");
  if (kind === "AWS" && name === "*") return "anybody";
  if (kind === "AWS") return /^\d{12}$/.test(name) ? `account ${name}` : name;
  return kind === "Service" ? name : `${kind} ${name}`;
}

function principals(set: PatternSet): string[] {
  const values = set.values.map(principalName);
  return set.negated ? [`everybody but ${values.join(", ")}`] : values;
}

function conditionWords({ operator, key, values }: Condition): string {
  return `${key} ${operator} ${values.join(" or ")}`;
}

const SOURCES = { inline: "inline policy", managed: "managed policy", trust: "", resource: "property" };

function throughWords(holders: readonly AffectedHolder[]): string[] {
  const all = holders.flatMap(({ through }) =>
    through.map(({ kind, name }) => `${SOURCES[kind]} ${name}`.trim()),
  );
  return [...new Set(all)];
}

const VERBS = {
  Allow: { given: "may now", taken: "may no longer" },
  Deny: { given: "is now denied", taken: "is no longer denied" },
} as const;

const USED_BY = {
  Allow: { given: "may now be used by", taken: "may no longer be used by" },
  Deny: { given: "is now denied to", taken: "is no longer denied to" },
} as const;

function grantWords(change: GrantChange): Pick<AccessWords, "verb" | "what" | "on" | "under"> {
  const { effect, change: direction, actions, resources, conditions } = change;
  const under = conditions.map(conditionWords);
  if (change.principals === undefined) {
    return { verb: VERBS[effect][direction], what: names(actions), on: names(resources), under };
  }
  const isTrust = change.for.every(({ kind }) => kind === "role");
  const verb = USED_BY[effect][direction];
  return {
    verb: isTrust ? verb.replace("used", "assumed") : verb,
    what: principals(change.principals),
    on: names(resources),
    under: [`by ${names(actions).join(", ")}`, ...under],
  };
}

const minutes = (seconds: string) => `${Math.round(Number(seconds) / 60)} minutes`;

function settingWords({ kind, key, before, after }: SettingChange): Pick<AccessWords, "verb" | "what"> {
  switch (kind) {
    case "boundary":
      if (after === "") return { verb: "no longer has the permissions boundary", what: [before] };
      if (before === "") return { verb: "now has the permissions boundary", what: [after] };
      return before === after
        ? { verb: "has another document in its permissions boundary", what: [after] }
        : { verb: "has another permissions boundary", what: [`${after} instead of ${before}`] };
    case "session-duration":
      return { verb: "has sessions of up to", what: [`${minutes(after)} instead of ${minutes(before)}`] };
    case "tag":
      return {
        verb: "has another tag, which policies ask for",
        what: [`${key} = ${after || "(none)"} instead of ${before || "(none)"}`],
      };
  }
}

function changeWords(change: AccessChange): Pick<AccessWords, "verb" | "what" | "on" | "under"> {
  if (change.kind === "grant") return grantWords(change);
  const nothing = { on: [], under: [] };
  if (change.kind !== "attachment") return { ...settingWords(change), ...nothing };
  const verb = change.change === "given" ? "now has the policy" : "no longer has the policy";
  return { verb, what: [change.policyArn], ...nothing };
}

/** A change of access as people read it. */
export function describeAccess(change: AccessChange): AccessWords {
  return {
    wider: change.wider,
    who: change.for.map(({ kind, name }) => `${kind} ${name}`),
    ...changeWords(change),
    through: throughWords(change.for),
    why: change.why,
  };
}
