import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ValidateFunction } from "ajv";
import type { Problem } from "../errors";
import { withoutValues } from "./draft";
import type { JsonSchema } from "./file-schema";
import { compileSchema, schemaFindings } from "./schema-problems";
import type { ConfigSource, Path } from "./source";
import { textFindings } from "./text-findings";

/** A part of a config that is judged by a schema of its own. */
export interface JudgedPart {
  /** The schema, made when a config first needs it. */
  schema(): JsonSchema;
}

/**
 * One of the generated schemas of `schemas/`. It is read, and not made anew, because loading TypeBox takes longer than
 * everything else here.
 */
export function generatedSchema(file: string): { properties: Record<string, JsonSchema>; rest: JsonSchema } {
  const text = readFileSync(join(__dirname, "..", "..", "schemas", file), "utf8");
  const { properties, ...rest } = JSON.parse(text) as JsonSchema;
  return { properties: properties as Record<string, JsonSchema>, rest };
}

/** The schema of section `tier` for every tier: which there are is judged with what each tier has. */
export function anyTier(tier: JsonSchema): JsonSchema {
  const name = { type: "string", description: "name of the tier" };
  return { ...tier, properties: { ...(tier.properties as JsonSchema), name } };
}

// Compiling takes some 20 ms and always gives the same: each schema is compiled once, when a config first needs it.
const compiled = new Map<JudgedPart, ValidateFunction>();

/** The compiled schema of a part. */
export function validator(part: JudgedPart): ValidateFunction {
  let validate = compiled.get(part);
  if (validate === undefined) {
    validate = compileSchema(part.schema());
    compiled.set(part, validate);
  }
  return validate;
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
