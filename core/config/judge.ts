import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ValidateFunction } from "ajv";
import type { Problem } from "../errors";
import { withoutValues } from "./draft";
import type { JsonSchema } from "./file-schema";
import { compileSchema, schemaFindings } from "./schema-problems";
import type { ConfigSource, Path } from "./source";
import { textFindings } from "./text-findings";

/** The parts of a config that are judged each by its own part of the schema. */
export type SchemaName = "sections" | "security" | "overrides";

/** The generated schema is read, and not made anew, because loading TypeBox takes longer than everything else here. */
function readSchema(): { properties: Record<string, JsonSchema>; rest: JsonSchema } {
  const file = join(__dirname, "..", "..", "schemas", "startup.schema.json");
  const { properties, ...rest } = JSON.parse(readFileSync(file, "utf8")) as JsonSchema;
  return { properties: properties as Record<string, JsonSchema>, rest };
}

function schemaOf(name: SchemaName): JsonSchema {
  const { properties, rest } = readSchema();
  if (name === "security") return properties.security!;
  if (name === "overrides") return properties.security_overrides!;
  // Which tiers there are is judged with their limits, and the two large sections by themselves.
  const open = { type: "object" };
  const tier = properties.tier!;
  const fields = {
    ...(tier.properties as JsonSchema),
    name: { type: "string", description: "name of the tier" },
  };
  const sections = {
    ...properties,
    tier: { ...tier, properties: fields },
    security: open,
    security_overrides: open,
  };
  return { ...rest, properties: sections };
}

/** The schema of one section of a config. */
export function sectionSchema(section: string): JsonSchema {
  return readSchema().properties[section]!;
}

// Compiling takes some 20 ms and always gives the same: each schema is compiled once, when a config first needs it.
const compiled = new Map<SchemaName, ValidateFunction>();

/** The compiled schema of a part. */
export function validator(name: SchemaName): ValidateFunction {
  let validate = compiled.get(name);
  if (validate === undefined) {
    validate = compileSchema(schemaOf(name));
    compiled.set(name, validate);
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
export function judge(name: SchemaName, root: unknown, source: ConfigSource, prefix: Path): Judged {
  const texts = textFindings(root, source, prefix);
  const findings = schemaFindings(validator(name), root, source, prefix);
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
