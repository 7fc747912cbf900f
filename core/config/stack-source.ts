import { InvalidInputError, type Problem } from "../errors";
import { hintFor } from "./nearest";
import {
  type ConfigSource,
  formatPath,
  isObject,
  type JsonObject,
  own,
  type Part,
  type Path,
  type Place,
} from "./source";

/** The namespace of our keys in a stack's config. */
export const NAMESPACE = "tierguard";

const SECTIONS = [
  "tier",
  "client",
  "environment",
  "deployment",
  "security",
  "security_overrides",
  "ml_product",
  "tags",
  "license",
  "exemptions",
  "quotas",
];

function stackPath(path: Path): Path {
  const [section, ...rest] = path;
  return section === undefined ? ["config"] : ["config", `${NAMESPACE}:${section}`, ...rest];
}

/** A section's path as people read it in a stack's config: `tierguard:client.account_id`. */
function shownPath(path: Path): string {
  const [section, ...rest] = path;
  return section === undefined ? "config" : formatPath([`${NAMESPACE}:${section}`, ...rest]);
}

/** Secrets can't be used: a preview must always be able to show what it decides. */
function refuseSecrets(value: unknown, source: ConfigSource, path: Path, problems: Problem[]): void {
  if (Array.isArray(value))
    value.forEach((item, index) => refuseSecrets(item, source, [...path, index], problems));
  if (!isObject(value)) return;
  if (Object.keys(value).length === 1 && typeof own(value, "secure") === "string") {
    const hint = "nothing in this config is secret: set it without --secret";
    problems.push({
      ...source.place(path, "value"),
      message: "is encrypted (secure:), and can't be used",
      hint,
    });
    return;
  }
  for (const [key, item] of Object.entries(value)) refuseSecrets(item, source, [...path, key], problems);
}

/** The sections of a parsed `Pulumi.<stack>.yaml`, read where they stand. */
class StackSource implements ConfigSource {
  constructor(
    private readonly file: ConfigSource,
    readonly value: JsonObject,
  ) {}

  place(path: Path, part: Part): Place {
    return { ...this.file.place(stackPath(path), part), path: shownPath(path) };
  }

  has(path: Path): boolean {
    return this.file.has(stackPath(path));
  }

  writtenAs(path: Path): string | undefined {
    return this.file.writtenAs(stackPath(path));
  }
}

/** Values whose places are not known. */
class PlainSource implements ConfigSource {
  constructor(readonly value: JsonObject) {}

  place(path: Path): Place {
    return { path: shownPath(path) };
  }

  has(path: Path): boolean {
    let value: unknown = this.value;
    for (const step of path) {
      if (!(isObject(value) || Array.isArray(value)) || !Object.hasOwn(value, step)) return false;
      value = (value as JsonObject)[step];
    }
    return true;
  }

  writtenAs(): undefined {
    return undefined;
  }
}

/**
 * The config in a parsed stack file. Keys of other namespaces are left alone.
 * @throws InvalidInputError where `config:` is no mapping, or holds secrets of ours.
 */
export function stackSource(file: ConfigSource): ConfigSource {
  const config = isObject(file.value) ? own(file.value, "config") : undefined;
  if (!isObject(config)) {
    const hint = `put the sections below it, such as \`${NAMESPACE}:client\``;
    throw new InvalidInputError([{ ...file.place(["config"], "key"), message: "config has no keys", hint }]);
  }
  const problems: Problem[] = [];
  const value = Object.create(null) as JsonObject;
  for (const [key, section] of Object.entries(config)) {
    const [namespace, ...rest] = key.split(":");
    if (rest.length === 0) {
      const hint = SECTIONS.includes(key)
        ? `write ${NAMESPACE}:${key}`
        : hintFor(key, SECTIONS, `keys after ${NAMESPACE}:`);
      problems.push({ ...file.place(["config", key], "key"), message: "has no namespace", hint });
    } else if (namespace === NAMESPACE) value[rest.join(":")] = section;
  }
  const source = new StackSource(file, value);
  refuseSecrets(value, source, [], problems);
  if (problems.length > 0) throw new InvalidInputError(problems);
  return source;
}

/** Values that come from elsewhere than a file. */
export function plainSource(value: JsonObject): ConfigSource {
  return new PlainSource(value);
}
