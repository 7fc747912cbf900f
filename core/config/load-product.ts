import { type LoadedMlConfig, validateMlConfig } from "../ml/config/validate";
import { openConfigFile } from "./load-file";
import type { LoadOptions } from "./load-options";
import { type ProductName, productOf } from "./product";
import { type LoadedConfig, validateConfig } from "./validate";

/** A security config, and where each part of it was written. */
export interface LoadedSecurity extends LoadedConfig {
  product: "security";
}

/** The config of an ML product, and where each part of it was written. */
export interface LoadedMl extends LoadedMlConfig {
  product: "ml";
}

/** A config of either product. */
export type LoadedProduct = LoadedSecurity | LoadedMl;

/** How a config of either product is loaded. */
export interface ProductOptions {
  /** Is told the product before anything of the config is judged, and throws where it is not wanted. */
  admit?: (product: ProductName) => void;
  /** What a security config is judged against: asked for where it is one. */
  security: () => LoadOptions;
}

/**
 * Loads a config file of whichever product it is of, by its content.
 * @throws InvalidInputError with every problem at once.
 */
export function readProductFile(file: string, { admit, security }: ProductOptions): LoadedProduct {
  const source = openConfigFile(file);
  const product = productOf(source.value);
  admit?.(product);
  return product === "ml"
    ? { product, ...validateMlConfig(source) }
    : { product, ...validateConfig(source, security()) };
}
