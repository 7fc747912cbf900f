import { byText } from "../text-order";
import { joinWords, plural, separated, singular } from "./join-words";
import { serviceName } from "./service-names";

/** Where a statement's own resources lie: what lies there is not said. */
export interface HomePlace {
  accountId: string;
  region: string;
}

/** What one ARN pattern names: `{noun} {name}{where}`. */
interface Named {
  /** In the plural, such as `objects in buckets`. */
  noun: string;
  /** What an action's name calls it, in the plural, such as `objects`; undefined where it may be anything of the service. */
  kind?: string;
  /** The pattern that stands for its names; empty where the noun says all. */
  name: string;
  /** What narrows or widens it, such as ` in every region`. */
  where: string;
}

/** Services whose ARNs hold a bare name (Service Authorization Reference, "Resource types defined by …"). */
const BARE: Readonly<Record<string, string>> = {
  codecommit: "code repositories",
  codepipeline: "pipelines",
  sns: "topics",
  sqs: "queues",
};

/** What people call a resource type whose name in an ARN is not clear by itself. */
const NOUNS: Readonly<Record<string, string>> = {
  "codebuild:project": "build projects",
  "ecr:repository": "image repositories",
  "glue:catalog": "the data catalogue",
  "glue:table": "tables",
  "kms:alias": "key aliases",
  "kms:key": "KMS keys",
  "lambda:layer": "layers",
  "logs:log-group": "log groups",
  "trustedadvisor:checks": "checks",
};

/** The resources of a statement in words. */
export interface ResourceWords {
  /** `objects in buckets edge-dev-b001-*`. */
  words: string;
  /** What they are, in the plural, or undefined where some may be anything of a service. */
  kinds: readonly string[] | undefined;
}

/** What the ARN patterns of a statement name. Patterns that have a name, or a noun, in common are said together. */
export function describeResources(resources: readonly string[], home: HomePlace): ResourceWords {
  const all = [...new Set(resources)].sort(byText).map((resource) => nameResource(resource, home));
  const byName = grouped(all, ({ name, where }) => `${name}\n${where}`).map((group) => ({
    ...group[0]!,
    noun: joinWords([...new Set(group.map(({ noun }) => noun))]),
  }));
  const byNoun = grouped(byName, ({ noun, where, name }) => `${noun}\n${where}\n${isAll(name)}`);
  const kinds = all.flatMap(({ kind }) => kind ?? []);
  return {
    words: joinWords(byNoun.map(inOne)),
    kinds: kinds.length === all.length ? kinds : undefined,
  };
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups.values()];
}

function isAll(name: string): boolean {
  return name === "" || name === "*";
}

function inOne(group: readonly Named[]): string {
  const { noun, name, where } = group[0]!;
  if (name === "") return `${noun}${where}`;
  if (name === "*") return `all ${noun}${where}`;
  const names = joinWords(group.map((named) => named.name));
  const one = group.length === 1 && !/[*?]/.test(name) && /^(\S+ )?\S+s$/.test(noun);
  return one ? `the ${singular(noun)} ${names}${where}` : `${noun} ${names}${where}`;
}

function nameResource(resource: string, home: HomePlace): Named {
  // The one colon-bearing text in an ARN's head.
  const [arn, , service = "", region = "", account = "", ...rest] = resource
    .replace("${AWS::Partition}", "aws")
    .split(":");
  if (arn !== "arn" || rest.length === 0) return { noun: resource, name: "", where: "" };
  const named = nameWithin(service, rest.join(":"));
  return { ...named, where: `${named.where}${placeOf(region, account, home)}` };
}

function placeOf(region: string, account: string, home: HomePlace): string {
  const words: string[] = [];
  if (account === "*") words.push("of every account");
  else if (account !== "" && account !== home.accountId && account !== "aws")
    words.push(`of account ${account}`);
  if (region === "*") words.push("in every region");
  else if (region !== "" && region !== home.region) words.push(`in ${region}`);
  return words.map((word) => ` ${word}`).join("");
}

function nameWithin(service: string, rest: string): Named {
  if (service === "s3") return nameInS3(rest);
  if (service === "logs") return nameInLogs(rest);
  if (Object.hasOwn(BARE, service)) return nameBare(BARE[service]!, rest);
  const [, type = "", name = ""] = /^([^:/]*)[:/]?(.*)$/s.exec(rest)!;
  if (type === "*") return { noun: `${serviceName(service)} resources`, name, where: "" };
  const noun = nounOf(service, type);
  return { noun, kind: noun, name: versionless(name), where: "" };
}

function nounOf(service: string, type: string): string {
  const key = `${service}:${type}`;
  return Object.hasOwn(NOUNS, key) ? NOUNS[key]! : plural(separated(type));
}

/** A pattern for every version of what it names: the version adds nothing in words. */
function versionless(name: string): string {
  return name.length > 2 ? name.replace(/:\*$/, "") : name;
}

function nameInS3(rest: string): Named {
  const slash = rest.indexOf("/");
  if (slash === -1) return { noun: "buckets", kind: "buckets", name: rest, where: "" };
  const key = rest.slice(slash + 1);
  const bucket = rest.slice(0, slash);
  const named = { kind: "objects", name: bucket, where: "" };
  if (key === "*") return { ...named, noun: "objects in buckets" };
  const folder = /^([^*]+)\/\*$/.exec(key)?.[1];
  const noun = folder === undefined ? `objects ${key} in buckets` : `objects under ${folder}/ in buckets`;
  return { ...named, noun };
}

function nameInLogs(rest: string): Named {
  const stream = /^log-group:(.*):log-stream:(.*)$/.exec(rest);
  if (stream !== null)
    return {
      noun: "log streams",
      kind: "log streams",
      name: stream[2]!,
      where: ` of log groups ${stream[1]}`,
    };
  const group = /^log-group:(.*)$/.exec(rest)?.[1];
  if (group === undefined) return { noun: "log resources", name: rest, where: "" };
  return { noun: "log groups", kind: "log groups", name: versionless(group), where: "" };
}

function nameBare(noun: string, rest: string): Named {
  const slash = rest.indexOf("/");
  if (slash === -1) return { noun, kind: noun, name: rest, where: "" };
  const parts = `stages and actions of ${noun}`;
  return { noun: parts, kind: parts, name: rest.slice(0, slash), where: "" };
}
