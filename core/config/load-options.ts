/** Which policy templates exist: service to the ids that a config may name, such as `s3` to `level1`, `level2`. */
export type CatalogueIndex = Readonly<Record<string, readonly string[]>>;

/** What a config is judged against besides its own text. */
export interface LoadOptions {
  /** Folder of the tiers' master definitions, `configs/`. */
  masterDirectory: string;
  catalogue: CatalogueIndex;
}
