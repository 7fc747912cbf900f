import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { loadCatalogue, type Catalogue } from "../../core/catalogue/load";
import type { Config } from "../../core/config/schema";

const root = join(__dirname, "..", "..");

/** The shipped catalogue. */
export const templatesDirectory = join(root, "policy-templates");

/** The shipped catalogue, read once for all tests. */
export const shippedCatalogue: Catalogue = loadCatalogue(templatesDirectory);

const shipped = parse(readFileSync(join(root, "configs", "startup-5.yaml"), "utf8")) as Config;

/** The shipped startup config, a copy of its own for every caller, with a change to it. */
export function startupConfig(change: (config: Config) => void = () => undefined): Config {
  const config = structuredClone(shipped);
  change(config);
  return config;
}
