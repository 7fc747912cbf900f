import { InvalidInputError } from "../errors";
import type { LoadOptions } from "./load-options";
import { readText } from "./read-text";
import type { Config } from "./schema";
import { type ConfigSource, isObject, type JsonObject } from "./source";
import { NAMESPACE, plainSource, stackSource } from "./stack-source";
import { type LoadedConfig, validateConfig } from "./validate";
import { parseYaml } from "./yaml-source";

/** A copy of own, enumerable data without prototypes; texts that Pulumi holds as JSON are parsed at the top. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (!isObject(value)) return value;
  const result = Object.create(null) as JsonObject;
  for (const [key, item] of Object.entries(value)) if (item !== undefined) result[key] = plain(item);
  return result;
}

function parsed(value: unknown): unknown {
  if (typeof value !== "string" || !/^\s*[[{]/.test(value)) return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}

/** Pulumi reads an unquoted date as a time; here it is the text that was written. */
function sameText(value: string, written: string): boolean {
  return value === written || value === `${written}T00:00:00Z`;
}

/** Whether a value is what the file says, as far as YAML dialects agree on numbers and dates. */
function agrees(value: unknown, written: unknown): boolean {
  if (Array.isArray(value)) {
    return (
      Array.isArray(written) &&
      value.length === written.length &&
      value.every((item, index) => agrees(item, written[index]))
    );
  }
  if (isObject(value)) {
    if (!isObject(written)) return false;
    const keys = Object.keys(value);
    const same = keys.length === Object.keys(written).length;
    return same && keys.every((key) => Object.hasOwn(written, key) && agrees(value[key], written[key]));
  }
  if (isObject(written) || Array.isArray(written)) return false;
  if (typeof value === "string" && typeof written === "string") return sameText(value, written);
  return typeof value === typeof written ? value === written : typeof value !== "object";
}

function fromStackFile(file: string, value: JsonObject): ConfigSource | undefined {
  try {
    const source = stackSource(parseYaml(file, readText(file)));
    return agrees(value, source.value) ? source : undefined;
  } catch (error) {
    if (error instanceof InvalidInputError) return undefined;
    throw error;
  }
}

/** What the values of a stack's config are judged against, and the file that they were written in. */
export type LoadPulumiOptions = LoadOptions & { stackFile?: string };

/**
 * The values of a stack's config as the sections that they are, without judging them.
 * @param stackFile The file that they were written in: where it says the same, problems are placed in it.
 */
export function openPulumiConfig(values: Record<string, unknown>, stackFile?: string): ConfigSource {
  const sections = Object.create(null) as JsonObject;
  for (const [key, value] of Object.entries(values)) {
    const [namespace, ...rest] = key.split(":");
    if (value === undefined || (rest.length > 0 && namespace !== NAMESPACE)) continue;
    sections[rest.length > 0 ? rest.join(":") : key] = plain(parsed(value));
  }
  const placed = stackFile === undefined ? undefined : fromStackFile(stackFile, sections);
  return placed ?? plainSource(sections);
}

/**
 * Loads the config as {@link loadPulumiConfig} does, and tells where each part was written.
 * @throws InvalidInputError with every problem at once.
 */
export function readPulumiConfig(values: Record<string, unknown>, options: LoadPulumiOptions): LoadedConfig {
  return validateConfig(openPulumiConfig(values, options.stackFile), options);
}

/**
 * Loads the config from the values of a stack's config.
 * @param values `client`, `environment`, … as `new pulumi.Config("tierguard")` gives them; keys may carry the
 * namespace (`tierguard:client`), and other namespaces are left alone.
 * @returns a complete config, deeply frozen.
 * @throws InvalidInputError with every problem at once, placed in the stack file where it says the same.
 */
export function loadPulumiConfig(values: Record<string, unknown>, options: LoadPulumiOptions): Config {
  return readPulumiConfig(values, options).config;
}
