/**
 * A pattern cut into what it matches: `=x` the character x, `?` any character, `*` any text, and `$name` the value of
 * a policy variable, of which nothing is known but that it is the same wherever the variable stands.
 */
export type Pattern = readonly string[];

const ANY_TEXT = "*";
const ANY_CHARACTER = "?";

/** How a text is read as a pattern. */
export interface PatternRules {
  /** Whether `*` and `?` are wildcards. */
  wildcards: boolean;
  /** Whether `${…}` is a variable, or one of the escapes `${*}`, `${?}` and `${$}`. */
  variables: boolean;
}

/** IAM matches nothing else by `?*` than by `*?`. */
function inOneOrder(pattern: string[]): Pattern {
  const result: string[] = [];
  let run: string[] = [];
  const flush = () => {
    result.push(...run.filter((token) => token === ANY_CHARACTER));
    if (run.includes(ANY_TEXT)) result.push(ANY_TEXT);
    run = [];
  };
  for (const token of pattern) {
    if (token === ANY_TEXT || token === ANY_CHARACTER) run.push(token);
    else {
      flush();
      result.push(token);
    }
  }
  flush();
  return result;
}

function variable(expression: string): string {
  return ["*", "?", "$"].includes(expression) ? `=${expression}` : `$${expression}`;
}

/** Reads a text of a policy as a pattern. */
export function parsePattern(text: string, { wildcards, variables }: PatternRules): Pattern {
  const tokens: string[] = [];
  const parts = variables ? text.split(/(\$\{[^}]*\})/) : [text];
  parts.forEach((part, index) => {
    if (index % 2 === 1) tokens.push(variable(part.slice(2, -1)));
    else
      for (const char of part.split("")) {
        tokens.push(wildcards && (char === ANY_TEXT || char === ANY_CHARACTER) ? char : `=${char}`);
      }
  });
  return inOneOrder(tokens);
}

/** Whether a pattern holds the value of a variable. */
export function hasVariable(pattern: Pattern): boolean {
  return pattern.some((token) => token.startsWith("$"));
}

/** Whether a pattern matches every text. */
export function isUniversal(pattern: Pattern): boolean {
  return pattern.length === 1 && pattern[0] === ANY_TEXT;
}

/** Whether two patterns are written the same. */
export function samePattern(a: Pattern, b: Pattern): boolean {
  return a.length === b.length && a.every((token, index) => token === b[index]);
}

/**
 * Whether whatever `narrow` matches is matched by `wide` as well. True only where that is certain: wildcards of
 * `narrow` are taken as symbols that only `wide`'s own wildcards match.
 */
export function covers(wide: Pattern, narrow: Pattern): boolean {
  let [w, n, star, resume] = [0, 0, -1, 0];
  while (n < narrow.length) {
    const token = wide[w];
    if (token === ANY_TEXT) {
      star = w++;
      resume = n;
    } else if (token !== undefined && matchesOne(token, narrow[n]!)) {
      w++;
      n++;
    } else if (star >= 0) {
      // Going back to the last star alone suffices: an earlier one could only take less.
      w = star + 1;
      n = ++resume;
    } else {
      return false;
    }
  }
  while (wide[w] === ANY_TEXT) w++;
  return w === wide.length;
}

function matchesOne(wide: string, narrow: string): boolean {
  if (wide === ANY_CHARACTER) return narrow === ANY_CHARACTER || narrow.startsWith("=");
  return narrow === wide;
}

/** Whether no text is matched by both. True only where that is certain: a variable may have any value. */
export function areDisjoint(a: Pattern, b: Pattern): boolean {
  const isText = (token: string | undefined) => token === ANY_TEXT || token?.startsWith("$") === true;
  const meet = (x: string, y: string) => x === ANY_CHARACTER || y === ANY_CHARACTER || x === y;
  // Row by row: whether the rest of `a` and the rest of `b` have a text in common.
  let below: boolean[] = [];
  for (let i = a.length; i >= 0; i--) {
    const row: boolean[] = [];
    for (let j = b.length; j >= 0; j--) {
      const [x, y] = [a[i], b[j]];
      if (x === undefined && y === undefined) row[j] = true;
      else if (isText(x)) row[j] = below[j]! || (y !== undefined && row[j + 1]!);
      else if (isText(y)) row[j] = row[j + 1]! || (x !== undefined && below[j]!);
      else row[j] = x !== undefined && y !== undefined && meet(x, y) && below[j + 1]!;
    }
    below = row;
  }
  return !below[0]!;
}
