import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Config } from "../../core/config/schema";

const directory = join(__dirname, "..", "..", "configs");

/** Names of the shipped master definitions, such as `medium-10`. */
export const shippedConfigNames = readdirSync(directory)
  .filter((file) => file.endsWith(".yaml"))
  .map((file) => file.replace(/\.yaml$/, ""));

/** The path of one of them. */
export function shippedConfigFile(name: string): string {
  return join(directory, `${name}.yaml`);
}

/** One of them, a copy of its own for every caller, with a change to it. */
export function shippedConfig(name: string, change: (config: Config) => void = () => undefined): Config {
  const config = parse(readFileSync(shippedConfigFile(name), "utf8")) as Config;
  change(config);
  return config;
}
