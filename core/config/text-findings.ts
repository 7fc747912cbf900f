import type { Problem } from "../errors";
import { type ConfigSource, isObject, type Part, type Path } from "./source";

/** Something in a text or a key that no config may hold. */
export interface TextFinding {
  path: Path;
  part: Part;
  problem: Problem;
}

/** Names that mean something to JavaScript objects, and so could be mistaken for what is not there. */
const reserved = new Set(["prototype", ...Object.getOwnPropertyNames(Object.prototype)]);

/** Policy documents may hold placeholders; they are judged with the document. */
const documentKeys = new Set(["trust_policy", "custom_permissions", "custom_policies"]);

/** Keys are written in lines; what else a public key may be is judged with it. */
function mayHaveLines(path: Path): boolean {
  return path.length === 2 && path[0] === "license" && path[1] === "public_key";
}

function textProblem(text: string): { message: string; hint: string } | undefined {
  const control = /[\p{Cc}\u2028\u2029]/u.exec(text);
  if (control !== null) {
    const code = control[0].charCodeAt(0);
    const name =
      code === 10
        ? "a line break"
        : `the control character U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
    const hint = code === 10 ? "write it in one line; in a block, use `>-` instead of `|`" : "remove it";
    return { message: `holds ${name}`, hint };
  }
  // Characters that reorder or hide text, and halves of surrogate pairs, make a reviewer see something else than AWS does.
  if (/[\p{Cs}\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/u.test(text)) {
    return { message: "holds an invisible character", hint: "remove it, or type the text anew" };
  }
  if (text.includes("{{resolve:")) {
    return { message: "holds a dynamic reference ({{resolve:…}})", hint: "write the value itself" };
  }
  return undefined;
}

function placeholderProblem(text: string): { message: string; hint: string } | undefined {
  if (!text.includes("${")) return undefined;
  return { message: "holds ${", hint: "placeholders are for policy documents only: write the value itself" };
}

/** Every key and text in the part of a document at `prefix` that can't be used, whatever its place. */
export function textFindings(root: unknown, source: ConfigSource, prefix: Path): TextFinding[] {
  const findings: TextFinding[] = [];
  const add = (path: Path, part: Part, problem: { message: string; hint: string }): void => {
    findings.push({ path, part, problem: { ...source.place(path, part), ...problem } });
  };
  const walk = (value: unknown, path: Path, inDocument: boolean): void => {
    if (typeof value === "string") {
      const lines = mayHaveLines(path) ? value.replaceAll(/\r?\n/g, " ") : value;
      const problem = textProblem(lines) ?? (inDocument ? undefined : placeholderProblem(value));
      if (problem !== undefined) add(path, "value", problem);
    } else if (Array.isArray(value)) {
      value.forEach((item, index) => walk(item, [...path, index], inDocument));
    } else if (isObject(value)) {
      for (const [key, item] of Object.entries(value)) {
        const inner = [...path, key];
        const problem = reserved.has(key)
          ? { message: `${key} can't be used as a key`, hint: "choose another name" }
          : (textProblem(key) ?? (inDocument ? undefined : placeholderProblem(key)));
        if (problem !== undefined) add(inner, "key", problem);
        walk(item, inner, inDocument || documentKeys.has(key));
      }
    }
  };
  walk(root, prefix, false);
  return findings;
}
