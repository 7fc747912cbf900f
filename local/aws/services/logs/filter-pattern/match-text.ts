import { expressionOf } from "./parse-json-pattern";
import { invalidPattern } from "./tokens";

/** Terms of a pattern for plain events: those that must be there, of which one must be, that must not be. */
interface Terms {
  all: ((message: string) => boolean)[];
  any: ((message: string) => boolean)[];
  none: ((message: string) => boolean)[];
}

/**
 * Reads a pattern of words, `"phrases"` and `%expressions%`, each of which must be in an event; with `?` before them one
 * of them, with `-` none. Throws InvalidParameterException where it is none.
 */
export function textMatcher(pattern: string): (message: string) => boolean {
  const terms: Terms = { all: [], any: [], none: [] };
  const piece = /\s*([?-]?)(?:"((?:[^"\\]|\\.)*)"|%((?:[^%\\]|\\.)*)%|([^\s"%]+))(?=\s|$)/y;
  const text = pattern.trimEnd();
  while (piece.lastIndex < text.length) {
    const match = piece.exec(text);
    if (match === null) throw invalidPattern();
    const [, sign, phrase, expression, word] = match;
    const isIn = termOf(phrase?.replace(/\\(.)/g, "$1") ?? word, expression);
    terms[sign === "?" ? "any" : sign === "-" ? "none" : "all"].push(isIn);
  }
  return (message) =>
    terms.all.every((isIn) => isIn(message)) &&
    (terms.any.length === 0 || terms.any.some((isIn) => isIn(message))) &&
    !terms.none.some((isIn) => isIn(message));
}

function termOf(text: string | undefined, expression: string | undefined): (message: string) => boolean {
  if (expression !== undefined) {
    const compiled = expressionOf(expression);
    return (message) => compiled.test(message);
  }
  return (message) => message.includes(text!);
}
