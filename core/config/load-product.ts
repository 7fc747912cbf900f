import { type LoadedMlConfig, validateMlConfig } from "../ml/config/validate";
import type { LoadOptions } from "./load-options";
import { openConfigFile } from "./load-file";
import { productOf } from "./product";
import { type LoadedConfig, validateConfig } from "./validate";

/** A config of either product, and where each part of it was written. */
export type LoadedProduct = ({ product: "security" } & LoadedConfig) | ({ product: "ml" } & LoadedMlConfig);

/**
 * Loads a config file of whichever product it is of, by its content.
 * @throws InvalidInputError with every problem at once.
 */
export function readProductFile(file: string, options: LoadOptions): LoadedProduct {
  const source = openConfigFile(file);
  if (productOf(source.value) === "security") {
    return { product: "security", ...validateConfig(source, options) };
  }
  return { product: "ml", ...validateMlConfig(source) };
}
