import { invalidParameter } from "../input-rules";

/** One step of a selector such as `$.requestParameters.ipPermissions.items[*].cidr`. */
export type Step = { name: string } | { index: number } | { every: true };

/** A piece of a pattern for JSON events. */
export type Token =
  | { kind: "selector"; text: string; steps: Step[] }
  | { kind: "operator"; text: "!=" | "<" | "<=" | "=" | ">" | ">=" }
  | { kind: "sign"; text: "&&" | "(" | ")" | "||" }
  | { kind: "quoted"; text: string }
  | { kind: "regex"; text: string }
  | { kind: "word"; text: string };

/** What each kind of piece looks like, the first that fits being meant. */
const PIECES: readonly { pattern: RegExp; token: (match: RegExpExecArray) => Token }[] = [
  { pattern: /&&|\|\||[()]/y, token: ([text]) => ({ kind: "sign", text: text as "(" }) },
  { pattern: /!=|<=|>=|[=<>]/y, token: ([text]) => ({ kind: "operator", text: text as "=" }) },
  {
    pattern: /\$(?:\.[\w-]+|\[(?:\d+|\*|'[^']*'|"[^"]*")\])*/y,
    token: ([text]) => ({ kind: "selector", text, steps: stepsOf(text) }),
  },
  {
    pattern: /"((?:[^"\\]|\\.)*)"/y,
    token: (match) => ({ kind: "quoted", text: match[1]!.replace(/\\(.)/g, "$1") }),
  },
  { pattern: /%((?:[^%\\]|\\.)*)%/y, token: (match) => ({ kind: "regex", text: match[1]! }) },
  { pattern: /[^\s()&|=!<>"%$]+/y, token: ([text]) => ({ kind: "word", text }) },
];

/** The pieces of what stands between a pattern's braces. Throws InvalidParameterException where something is none. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let index = 0;
  for (;;) {
    while (/\s/.test(text[index] ?? "")) index++;
    if (index >= text.length) return tokens;
    const found = PIECES.map(({ pattern, token }) => {
      pattern.lastIndex = index;
      const match = pattern.exec(text);
      return match === null ? undefined : { length: match[0].length, token: token(match) };
    }).find((piece) => piece !== undefined);
    if (found === undefined) throw invalidPattern();
    tokens.push(found.token);
    index += found.length;
  }
}

/** The pattern is none. */
export function invalidPattern(): Error {
  return invalidParameter("Invalid metric filter pattern");
}

function stepsOf(selector: string): Step[] {
  return [...selector.matchAll(/\.([\w-]+)|\[(?:(\d+)|(\*)|'([^']*)'|"([^"]*)")\]/g)].map(
    ([, name, index, every, quoted, doubleQuoted]) => {
      if (index !== undefined) return { index: Number(index) };
      if (every !== undefined) return { every: true };
      return { name: name ?? quoted ?? doubleQuoted ?? "" };
    },
  );
}
