import type { AccessLevel } from "../analysis/reference/access-level";
import { joinWords, plural, separated } from "./join-words";
import type { ResourceWords } from "./resource-words";
import { serviceName } from "./service-names";

/** The access levels of an action, or of all that an action pattern such as `s3:Get*` stands for; none where AWS has no such action. */
export type LevelsOf = (action: string) => readonly AccessLevel[];

/** Verbs that take what a statement names as their object, in the order in which a sentence has them. */
const VERBS = [
  "do everything with",
  "list",
  "read",
  "call",
  "write",
  "create",
  "configure",
  "change",
  "start",
  "stop",
  "delete",
  "tag",
  "assume",
  "pass",
  "use",
] as const;
type Verb = (typeof VERBS)[number];

/** One thing that a statement lets do: a verb, and what it does it to where that is not the resource itself. */
interface Deed {
  verb: string;
  /** Such as `access keys of`; undefined where the resource is the object. */
  part?: string;
}

/** Actions whose own word says more than their access level. */
const OWN_WORDS: readonly (readonly [RegExp, Deed])[] = [
  [/^iam:PassRole$/i, { verb: "pass" }],
  [/^sts:AssumeRole/i, { verb: "assume" }],
  [/^kms:(Decrypt|Encrypt|GenerateDataKey|ReEncrypt)/i, { verb: "encrypt and decrypt", part: "with" }],
  [/:(Invoke|Converse|CallWithBearer)/i, { verb: "call" }],
];

/** What a write is, by the first word of the action's name. */
const WRITES: readonly (readonly [RegExp, Verb])[] = [
  [/^(Create|Register|Import)(?=[A-Z])/, "create"],
  [/^(Delete|Deregister)(?=[A-Z])/, "delete"],
  [/^(Update|Modify|Set)(?=[A-Z])/, "change"],
  [/^(Start|Run|Retry|Restart|Execute|Resume)(?=[A-Z])/, "start"],
  [/^(Stop|Cancel)(?=[A-Z])/, "stop"],
];

/** Names that are said as a plain write: what else they hold is a step of one. */
const PLAIN_WRITES =
  /^(Put|Upload|Complete|Initiate|Abort|Send|Publish|Post|Write|GitPush|Replicate|Restore)/;

/** Above this many, the parts of a resource are not named one by one. */
const MOST_PARTS = 6;

/** What a statement lets do with its resources: `list, read and write {resources}, and manage permissions of them`. */
export function describeActions(
  actions: readonly string[],
  resources: ResourceWords,
  { levelsOf, last }: { levelsOf: LevelsOf; last: "and" | "or" },
): string {
  const deeds = actions.flatMap((action) => deedsOf(action, resources.kinds, levelsOf));
  const plain = new Set(deeds.filter(({ part }) => part === undefined).map(({ verb }) => verb));
  const verbs = VERBS.filter((verb) => plain.has(verb));
  const parts = partsInWords(deeds, last);
  const clauses = [
    ...(verbs.length > 0 ? [`${joinWords(verbs, last)} ${resources.words}`] : []),
    ...parts.map((words, index) =>
      index === 0 && verbs.length === 0 ? `${words} ${resources.words}` : `${words} them`,
    ),
  ];
  const [first = `use ${resources.words}`, ...rest] = clauses;
  return rest.length === 0 ? first : `${first}, ${last} ${joinWords(rest, last)}`;
}

/** What is done to parts of the resources, said together where the verbs have the same parts. */
function partsInWords(deeds: readonly Deed[], last: "and" | "or"): string[] {
  const objects = new Map<string, Set<string>>();
  for (const { verb, part } of deeds) {
    if (part !== undefined) objects.set(verb, (objects.get(verb) ?? new Set()).add(part));
  }
  const verbs = new Map<string, string[]>();
  for (const [verb, parts] of objects) {
    const words = partList([...parts], last);
    verbs.set(words, [...(verbs.get(words) ?? []), verb]);
  }
  return [...verbs].map(([words, doing]) => `${joinWords(doing, last)} ${words}`);
}

/** `access keys of`, `login profiles of` → `access keys and login profiles of`. */
function partList(parts: readonly string[], last: "and" | "or"): string {
  const nouns = parts.filter((part) => part.endsWith(" of")).map((part) => part.slice(0, -3));
  const others = parts.filter((part) => !part.endsWith(" of"));
  if (nouns.length === 0) return joinWords(others, last);
  const named = nouns.length > MOST_PARTS ? `${nouns.length} kinds of parts` : joinWords(nouns, last);
  return joinWords([...others, `${named} of`], last);
}

function deedsOf(action: string, kinds: readonly string[] | undefined, levelsOf: LevelsOf): Deed[] {
  const name = action.slice(action.indexOf(":") + 1);
  if (name === "*") return [{ verb: "do everything with" }];
  for (const [pattern, deed] of OWN_WORDS) if (pattern.test(action)) return [deed];
  return levelsOf(action).map((level): Deed => {
    switch (level) {
      case "list":
        return { verb: "list" };
      case "read":
        return { verb: "read" };
      case "tagging":
        return { verb: "tag" };
      case "permissions-management":
        return { verb: "manage", part: "permissions of" };
      case "write":
        return writeOf(name, kinds);
    }
  });
}

function writeOf(fullName: string, kinds: readonly string[] | undefined): Deed {
  const name = fullName.replace(/^Batch(?=[A-Z])/, "");
  if (/^Put(Bucket|[A-Za-z]*Configuration)/.test(name)) return { verb: "configure" };
  if (PLAIN_WRITES.test(name)) return { verb: "write" };
  const moved = /^(Add|Remove)([A-Za-z]+?)(To|From)[A-Z]/.exec(name);
  if (moved !== null) {
    const [, verb, thing, link] = moved as unknown as [string, string, string, string];
    return { verb: verb.toLowerCase(), part: `${plural(separated(thing))} ${link.toLowerCase()}` };
  }
  for (const [pattern, verb] of WRITES) {
    if (!pattern.test(name)) continue;
    const object = separated(name.replace(pattern, ""));
    return isObject(verb, object, kinds) ? { verb } : { verb, part: `${plural(object)} of` };
  }
  return { verb: "change" };
}

/** Whether what an action's name speaks of is the statement's resource, and not a part of it. */
function isObject(verb: Verb, object: string, kinds: readonly string[] | undefined): boolean {
  if (kinds === undefined) return true;
  if (kinds.some((kind) => kind.endsWith(plural(object)))) return true;
  if (verb === "create" || verb === "delete") return false;
  return kinds.some((kind) => object.startsWith(kind.replace(/(ies|s)$/, "")));
}

/**
 * Actions that AWS grants on the whole account alone, by their own names: `list endpoints and training jobs in
 * SageMaker`.
 */
export function describeAccountWide(actions: readonly string[]): string {
  const services = new Map<string, string[]>();
  for (const action of actions) {
    const colon = action.indexOf(":");
    const service = action.slice(0, Math.max(colon, 0));
    services.set(service, [...(services.get(service) ?? []), action.slice(colon + 1)]);
  }
  const said = [...services].map(([service, names]) =>
    service === "" ? "do everything" : `${namesInWords(names)} in ${serviceName(service)}`,
  );
  return said.some((words) => words.includes(" and ")) ? said.join("; ") : joinWords(said);
}

function namesInWords(names: readonly string[]): string {
  const objects = new Map<string, Set<string>>();
  for (const name of names) {
    const plain = name.replace(/^Batch(?=[A-Z])/, "").replace("*", " everything");
    const [verb = "", ...rest] = separated(plain).split(" ");
    objects.set(verb, (objects.get(verb) ?? new Set()).add(rest.join(" ")));
  }
  return joinWords(
    [...objects].map(([verb, things]) => {
      const said = joinWords([...things].filter((thing) => thing !== ""));
      return [verb === "everything" ? "do everything" : verb, said].filter((word) => word !== "").join(" ");
    }),
  );
}
