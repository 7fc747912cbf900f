/** Steps from the root of a document to one of its values. */
export type Path = readonly (string | number)[];

/** Whether a problem lies in a key or in its value. */
export type Part = "key" | "value";

/** Where a value stands, for a message. */
export interface Place {
  file?: string;
  /** 1-based. */
  line?: number;
  /** 1-based. */
  column?: number;
  /** Path as people read it. */
  path: string;
}

/** A document that a config comes from: its value, and where each part of it was written. */
export interface ConfigSource {
  /** Objects have no prototype, so that no key of the document means anything to JavaScript. */
  readonly value: unknown;
  /** Where the value at a path is, or its nearest ancestor that is there. */
  place(path: Path, part: Part): Place;
  /** Whether the document holds something at this path. */
  has(path: Path): boolean;
  /** A scalar as it was written, quotes and leading zeros included, where that is known. */
  writtenAs(path: Path): string | undefined;
}

/** An object of unknown content with own keys only. */
export type JsonObject = Record<string, unknown>;

/** Whether a value is a mapping. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The own value at a key, never an inherited one. */
export function own<T>(object: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return object !== undefined && Object.hasOwn(object, key) ? object[key] : undefined;
}

/** The value at a path of plain data, undefined where there is none. */
export function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const step of path) {
    if (Array.isArray(value) && typeof step === "number") value = value[step];
    else if (isObject(value)) value = own(value, String(step));
    else return undefined;
  }
  return value;
}

/** A text with nothing in it that could disturb a terminal, or hide in one. */
export function visible(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu,
    (character) => `\\u${character.codePointAt(0)!.toString(16).padStart(4, "0")}`,
  );
}

/** {@link visible}, and shortened where it is long. */
export function shown(text: string, limit = 80): string {
  const all = visible(text);
  return all.length > limit ? `${all.slice(0, limit)}…` : all;
}

/** `["a", "b_c", 2]` → `a.b_c[2]`. */
export function formatPath(path: Path): string {
  return path
    .map((step, index) => {
      if (typeof step === "number") return `[${step}]`;
      const plain = /^[\w:-]+$/.test(step) ? step : `"${shown(step, 60)}"`;
      return index === 0 ? plain : `.${plain}`;
    })
    .join("");
}
