import { openConfigFile } from "../../config/load-file";
import { openPulumiConfig } from "../../config/load-pulumi";
import type { MlConfig } from "./schema";
import { type LoadedMlConfig, validateMlConfig } from "./validate";

/**
 * Loads the config file or stack file of an ML product, and tells where each part was written.
 * @throws InvalidInputError with every problem at once.
 */
export function readMlConfigFile(file: string): LoadedMlConfig {
  return validateMlConfig(openConfigFile(file));
}

/**
 * Loads the config file or stack file of an ML product.
 * @returns the config, deeply frozen.
 * @throws InvalidInputError with every problem at once.
 */
export function loadMlConfigFile(file: string): MlConfig {
  return readMlConfigFile(file).config;
}

/**
 * Loads the config of an ML product from the values of a stack's config, as `loadPulumiConfig` does for a security
 * config.
 * @returns the config, deeply frozen.
 * @throws InvalidInputError with every problem at once, placed in the stack file where it says the same.
 */
export function loadMlPulumiConfig(values: Record<string, unknown>, stackFile?: string): MlConfig {
  return validateMlConfig(openPulumiConfig(values, stackFile)).config;
}
