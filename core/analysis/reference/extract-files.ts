import { readFileSync } from "node:fs";
import { byText } from "../../text-order";
import { accessLevel, ACCESS_LEVELS, type AccessLevel } from "./access-level";
import { readServiceFile, referenceFile } from "./iam-data-files";
import { managedPolicyFile, managedPolicyPackage } from "./managed-policy-file";

/** The levels of every action of every service, as `access-levels.json` has them. */
export interface AccessLevelsFile {
  /** Version of the package that they were taken from. */
  version: string;
  /** When AWS's reference was read, `YYYY-MM-DD`. */
  updatedAt: string;
  /** Service prefix to level to the names of the actions, separated by spaces. */
  services: Record<string, Partial<Record<AccessLevel, string>>>;
}

/** Where the newest document of each AWS managed policy lies in its package, as `managed-policies.json` has it. */
export interface ManagedPoliciesFile {
  version: string;
  /** Policy name to path, version id, and the document's offset and length in bytes. */
  policies: Record<string, [path: string, versionId: string, offset: number, length: number]>;
}

/**
 * The extracts of the two data packages, file name to text. Both packages are too large to be parsed for a matrix in
 * which every service of AWS appears: the extracts take a few milliseconds.
 */
export function extractFiles(): Record<string, string> {
  return {
    "access-levels.json": lines(accessLevels()),
    "managed-policies.json": lines(managedPolicies()),
  };
}

function accessLevels(): AccessLevelsFile {
  const { version, updatedAt } = JSON.parse(readFileSync(referenceFile("package.json"), "utf8")) as Record<
    "version" | "updatedAt",
    string
  >;
  const prefixes = JSON.parse(readFileSync(referenceFile("data", "services.json"), "utf8")) as string[];
  const services = Object.fromEntries(prefixes.sort(byText).map((prefix) => [prefix, levelsOf(prefix)]));
  return { version, updatedAt: updatedAt.slice(0, 10), services };
}

function levelsOf(prefix: string): Partial<Record<AccessLevel, string>> {
  const names = new Map<AccessLevel, string[]>(ACCESS_LEVELS.map((level) => [level, []]));
  for (const action of Object.values(readServiceFile("actions", prefix))) {
    names.get(accessLevel(action.accessLevel))!.push(action.name);
  }
  return Object.fromEntries(
    [...names].flatMap(([level, list]) => (list.length === 0 ? [] : [[level, list.sort(byText).join(" ")]])),
  );
}

function managedPolicies(): ManagedPoliciesFile {
  const bytes = readFileSync(managedPolicyFile());
  const all = JSON.parse(bytes.toString("utf8")) as Record<string, { arn: string; latestVersionId: string }>;
  const places: [string, ManagedPoliciesFile["policies"][string]][] = [];
  let end = 0;
  for (const [name, { arn, latestVersionId }] of Object.entries(all)) {
    const [offset, length] = documentAt(bytes, { name, latestVersionId, from: end });
    places.push([name, [arn.slice(arn.indexOf(":policy/") + 8), latestVersionId, offset, length]]);
    end = offset + length;
  }
  const policies = Object.fromEntries(places.sort(([a], [b]) => byText(a, b)));
  return { version: managedPolicyPackage().version, policies };
}

/** The file is indented by 4 a level, so that a line with its indentation stands for one place in the structure. */
function documentAt(
  bytes: Buffer,
  { name, latestVersionId, from }: { name: string; latestVersionId: string; from: number },
): [offset: number, length: number] {
  const after = (text: string, start: number) => {
    const at = bytes.indexOf(text, start);
    if (at < 0) throw new Error(`the file of managed policies has no ${JSON.stringify(text)} for ${name}`);
    return at + text.length;
  };
  const policy = after(`\n    ${JSON.stringify(name)}: {`, from);
  const version = after(`\n            ${JSON.stringify(latestVersionId)}: {`, policy);
  const start = after('\n                "document": ', version);
  return [start, after("\n                }", start) - start];
}

/** One line an entry, so that the difference between two versions can be read. */
function lines(file: AccessLevelsFile | ManagedPoliciesFile): string {
  const parts = Object.entries(file).map(([key, value]: [string, unknown]) => {
    if (typeof value !== "object" || value === null) return `"${key}": ${JSON.stringify(value)}`;
    const entries = Object.entries(value).map(([name, entry]) => `"${name}": ${JSON.stringify(entry)}`);
    return `"${key}": {\n${entries.join(",\n")}\n}`;
  });
  return `{\n${parts.join(",\n")}\n}\n`;
}
