import { basename } from "node:path";
import { InvalidInputError } from "../errors";
import type { LoadOptions } from "./load-options";
import { readText } from "./read-text";
import type { Config } from "./schema";
import { type ConfigSource, isObject } from "./source";
import { stackSource } from "./stack-source";
import { type LoadedConfig, validateConfig } from "./validate";
import { parseYaml } from "./yaml-source";

/**
 * Reads a config file or a `Pulumi.<stack>.yaml`, which is known by its `config:` key, without judging what it says.
 * @throws InvalidInputError where it can't be read, or is no config.
 */
export function openConfigFile(file: string): ConfigSource {
  const source = parseYaml(file, readText(file));
  const root = isObject(source.value) ? source.value : {};
  if (Object.hasOwn(root, "config")) return stackSource(source);
  const refuse = (message: string, hint: string): never => {
    throw new InvalidInputError([{ file, line: 1, column: 1, path: "", message, hint }]);
  };
  if (Object.hasOwn(root, "runtime")) {
    refuse("is a Pulumi project file, not a config", "name a stack's file, such as Pulumi.dev.yaml");
  }
  if (/^Pulumi\..+\.ya?ml$/.test(basename(file))) {
    refuse("has no config: section", "put the sections below it, such as `tierguard:client`");
  }
  return source;
}

/**
 * Loads a six-section config file or a stack file as {@link loadConfigFile} does, and tells where each part was written.
 * @throws InvalidInputError with every problem at once.
 */
export function readConfigFile(file: string, options: LoadOptions): LoadedConfig {
  return validateConfig(openConfigFile(file), options);
}

/**
 * Loads a six-section config file, or a `Pulumi.<stack>.yaml`, which is known by its `config:` key.
 * @returns a complete config, deeply frozen.
 * @throws InvalidInputError with every problem at once.
 */
export function loadConfigFile(file: string, options: LoadOptions): Config {
  return readConfigFile(file, options).config;
}
