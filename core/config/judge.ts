import type { ValidateFunction } from "ajv";
import type { Problem } from "../errors";
import * as validators from "./compiled/validators.cjs";
import { withoutValues } from "./draft";
import { schemaFindings } from "./schema-problems";
import type { ConfigSource, Path } from "./source";
import { textFindings } from "./text-findings";

/** A part of a config that is judged by a schema of its own: its name among those that are compiled ahead. */
export type JudgedPart = "sections" | "security" | "overrides" | "mlSections";

/** The compiled schema of a part. */
export function validator(part: JudgedPart): ValidateFunction {
  return validators[part];
}

/** What judging one part of a document gave. */
export interface Judged {
  problems: Problem[];
  /** The value, with what can't be used undefined. */
  draft: unknown;
}

/** Judges the part of a document at `prefix` by its schema and its texts. */
export function judge(part: JudgedPart, root: unknown, source: ConfigSource, prefix: Path): Judged {
  const texts = textFindings(root, source, prefix);
  const findings = schemaFindings(validator(part), root, source, prefix);
  const told = new Set(texts.map(({ path }) => JSON.stringify(path)));
  // Where a text has a character that can't be used, that it does not fit a pattern either says nothing more.
  const untold = findings.filter(
    ({ path, keyword }) => keyword === "required" || !told.has(JSON.stringify(path)),
  );
  const unusable = [
    ...texts.map(({ path }) => path),
    ...findings.flatMap(({ unusable: path }) => (path === undefined ? [] : [path])),
  ];
  return {
    problems: [...texts, ...untold].map(({ problem }) => problem),
    draft: withoutValues(
      root,
      unusable.map((path) => path.slice(prefix.length)),
    ),
  };
}
