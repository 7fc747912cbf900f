import type { CatalogueIndex } from "../load-options";
import type { Config } from "../schema";
import type { Part, Path } from "../source";

/** A config of which anything may be missing, because it was wrong; what is there has the right type. */
export type Draft<T> = T extends readonly (infer Item)[]
  ? readonly (Draft<Item> | undefined)[]
  : T extends object
    ? { readonly [Key in keyof T]?: Draft<T[Key]> | undefined }
    : T;

/** A config of which any part may still be missing or wrong. */
export type ConfigDraft = Draft<Config>;

/** What a check works on that judges sections which every product has, or those of one product. */
export interface ProductCheckContext<Sections> {
  config: Draft<Sections>;
  /** Notes a problem at a path of the config. */
  report: (path: Path, part: Part, message: string, hint?: string) => void;
}

/** What a check of a security config works on. */
export interface CheckContext extends ProductCheckContext<Config> {
  catalogue: CatalogueIndex;
}

/** Checks that no schema can express. Each looks at a config with parts missing and never throws. */
export type ProductCheck<Sections> = (context: ProductCheckContext<Sections>) => void;

/** A check of a security config. */
export type Check = (context: CheckContext) => void;

/** The entries of a mapping whose values are usable. */
export function entries<T>(mapping: { readonly [key: string]: T | undefined } | undefined): [string, T][] {
  return Object.entries(mapping ?? {}).filter((entry): entry is [string, T] => entry[1] !== undefined);
}
