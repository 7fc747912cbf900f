import type { ErrorObject, ValidateFunction } from "ajv";
import type { Problem } from "../errors";
import { called, kinds } from "./called";
import { hintFor, nearest } from "./nearest";
import { type ConfigSource, type JsonObject, type Part, type Path, shown, valueAt } from "./source";

/** A problem together with where it lies in the value that was judged. */
export interface SchemaFinding {
  /** Path of the value that can't be used; undefined where something is missing. */
  unusable?: Path;
  /** Path that the finding is about. */
  path: Path;
  part: Part;
  keyword: string;
  problem: Problem;
}

function parsePointer(pointer: string, root: unknown): Path {
  const path: (string | number)[] = [];
  for (const token of pointer.split("/").slice(1)) {
    const step = token.replaceAll("~1", "/").replaceAll("~0", "~");
    path.push(Array.isArray(valueAt(root, path)) ? Number(step) : step);
  }
  return path;
}

interface Context {
  error: ErrorObject;
  source: ConfigSource;
  root: unknown;
  path: Path;
}

interface Wording {
  message: string;
  hint?: string;
}

function about(schema: JsonObject): string | undefined {
  const text = typeof schema.description === "string" ? schema.description : undefined;
  const example = Array.isArray(schema.examples) ? (schema.examples[0] as unknown) : undefined;
  if (example === undefined) return text;
  return `${text === undefined ? "" : `${text}; `}for example ${JSON.stringify(example)}`;
}

/** External ids are shown nowhere, so that no log holds one. */
function isExternalId(path: Path): boolean {
  return path.some((step) => /^(external_id|sts:ExternalId)$/i.test(String(step)));
}

function wrongType({ error, source, path }: Context): Wording {
  const schema = error.parentSchema as JsonObject;
  const types = [schema.type].flat() as string[];
  const value = error.data;
  const written = source.writtenAs(path);
  const wanted = types.filter((type) => type !== "null").map((type) => kinds[type] ?? type);
  const hidden = isExternalId(path) && typeof value === "number";
  const message = `must be ${wanted.join(" or ")}, but is ${hidden ? "a number" : called(value, written)}`;
  if (hidden) return { message, hint: "quote it" };
  if (types.includes("string") && (typeof value === "number" || typeof value === "boolean")) {
    return { message, hint: `quote it: "${shown(written ?? String(value))}"` };
  }
  if ((value === null || value === undefined) && types.includes("object")) {
    return { message, hint: "fill it in, or remove the key" };
  }
  return { message, hint: about(schema) };
}

function wrongText({ error, path }: Context): Wording {
  const schema = error.parentSchema as JsonObject;
  const value = String(error.data);
  const noun = typeof schema.title === "string" ? schema.title : "value that can be used here";
  const article = /^([aeiou](?!ni|se )|IAM|ARN|AWS)/i.test(noun) ? "an" : "a";
  const named = /^arn:[^:]+:iam::aws:policy\/(.+)$/.exec(value)?.[1];
  if (named !== undefined)
    return { message: `"${shown(value)}" is an ARN`, hint: `write the name alone: ${shown(named)}` };
  const quoted = isExternalId(path) ? "this" : `"${shown(value)}"`;
  if (value === "*") return { message: `a wildcard is not ${article} ${noun}`, hint: about(schema) };
  return { message: value === "" ? "is empty" : `${quoted} is not ${article} ${noun}`, hint: about(schema) };
}

function notAName(name: string, pattern: string): Wording {
  const better = name
    .trim()
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .replace(/[\s.-]+/g, "_");
  const fits = new RegExp(pattern).test(better);
  const rule = pattern.includes("_")
    ? "names are lower-case letters and digits, joined by single underscores"
    : "names are lower-case letters and digits, joined by hyphens";
  return {
    message: `"${shown(name)}" is not a name`,
    hint: fits ? `write ${better}: ${rule}` : rule,
  };
}

const wordings: Record<string, (context: Context) => Wording> = {
  type: wrongType,
  pattern: wrongText,
  minLength: wrongText,
  maxLength: ({ error }) => ({
    message: `has ${String(error.data).length} characters, ${(error.params as { limit: number }).limit} are allowed`,
  }),
  required: ({ error }) => {
    const missing = (error.params as { missingProperty: string }).missingProperty;
    const properties = (error.parentSchema as { properties?: Record<string, JsonObject> }).properties;
    return { message: `${missing} is missing`, hint: about(properties?.[missing] ?? {}) };
  },
  additionalProperties: ({ error }) => {
    const key = (error.params as { additionalProperty: string }).additionalProperty;
    const known = Object.keys((error.parentSchema as { properties?: object }).properties ?? {});
    return { message: `unknown key ${shown(key)}`, hint: hintFor(key, known, "known keys") };
  },
  enum: ({ error }) => {
    const values = (error.params as { allowedValues: unknown[] }).allowedValues
      .filter((value) => value !== null)
      .map(String);
    const close = typeof error.data === "string" ? nearest(error.data, values) : undefined;
    const message = `${called(error.data)} is not one of: ${values.join(", ")}`;
    return {
      message,
      hint: close === undefined ? about(error.parentSchema as JsonObject) : `did you mean ${close}?`,
    };
  },
  propertyNames: ({ error }) => {
    const pattern = (error.parentSchema as { propertyNames: { pattern: string } }).propertyNames.pattern;
    return notAName((error.params as { propertyName: string }).propertyName, pattern);
  },
  uniqueItems: ({ error }) => {
    const { i, j } = error.params as { i: number; j: number };
    const item = (error.data as unknown[])[Math.max(i, j)];
    return { message: `${called(item)} is in the list twice`, hint: "keep one of them" };
  },
  minItems: () => ({ message: "is an empty list", hint: "name at least one" }),
  maxItems: ({ error }) => ({
    message: `has ${(error.data as unknown[]).length} items, ${(error.params as { limit: number }).limit} are allowed`,
    hint: about(error.parentSchema as JsonObject),
  }),
  minProperties: () => ({ message: "is empty", hint: "fill it in, or remove the key" }),
};

function range({ error }: Context): Wording {
  const { minimum, maximum } = error.parentSchema as { minimum?: number; maximum?: number };
  return {
    message: `${String(error.data)} is outside ${minimum ?? "…"} to ${maximum ?? "…"}`,
    hint: about(error.parentSchema as JsonObject),
  };
}

function finding(error: ErrorObject, source: ConfigSource, root: unknown, prefix: Path): SchemaFinding {
  const inner = parsePointer(error.instancePath, root);
  let path = [...prefix, ...inner];
  let part: Part = "value";
  let unusable: Path | undefined = path;
  const params = error.params as Record<string, string | number>;
  if (error.keyword === "required") {
    part = "key";
    unusable = undefined;
  } else if (error.keyword === "additionalProperties" || error.keyword === "propertyNames") {
    path = [...path, String(params.additionalProperty ?? params.propertyName)];
    unusable = path;
    part = "key";
  } else if (error.keyword === "uniqueItems") {
    path = [...path, Math.max(Number(params.i), Number(params.j))];
    unusable = undefined;
  }
  const { message, hint } = (wordings[error.keyword] ?? range)({ error, source, root, path });
  const place = source.place(path, part);
  const shownPath =
    error.keyword === "required"
      ? source.place([...path, String(params.missingProperty)], "key").path
      : place.path;
  return {
    unusable,
    path,
    part,
    keyword: error.keyword,
    problem: { ...place, path: shownPath, message, hint },
  };
}

/**
 * Everything that a schema finds wrong, in people's words.
 * @param prefix Where `root` lies in the source's document.
 */
export function schemaFindings(
  validate: ValidateFunction,
  root: unknown,
  source: ConfigSource,
  prefix: Path = [],
): SchemaFinding[] {
  if (validate(root)) return [];
  return (validate.errors ?? [])
    .filter((error) => error.propertyName === undefined)
    .map((error) => finding(error, source, root, prefix));
}
