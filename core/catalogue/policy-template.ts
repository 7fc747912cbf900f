import type { PolicyDocument } from "../security/policy-document";

/** What ids, slugs and the folders of services are made of: lower-case words with single hyphens between them. */
export const TEMPLATE_NAME_PATTERN = "^[a-z0-9]+(-[a-z0-9]+)*$";

/** Where something stands in a file; both 1-based. */
export interface Position {
  line: number;
  column: number;
}

/** One template of the catalogue, checked, its placeholders not yet filled in. */
export interface PolicyTemplate {
  service: string;
  /** What a config names: `s3: level2`. */
  id: string;
  /** Empty where the id says enough by itself, as for the combined templates. */
  slug: string;
  /** The file, as it was reached from the directory that was loaded. */
  file: string;
  description: string;
  /** Who it is for. */
  audience: string;
  /** What its holder still can't do. */
  cannot: string[];
  document: PolicyDocument;
  /** Where each statement of the document begins in the file. */
  positions: Position[];
}

/** All templates of one directory. */
export interface Catalogue {
  /** All of them, in the order of service, then id. @throws InvalidInputError where a file is not valid. */
  readonly templates: PolicyTemplate[];
  /** @throws InvalidInputError where its file is not valid. */
  find(service: string, id: string): PolicyTemplate | undefined;
  /** Service to its ids in order; has no prototype, so that no name is there by accident. */
  index: Record<string, string[]>;
}
