const STAR = "*";
const ANY = "?";

/**
 * Whether `text` matches `pattern`, in which `*` is any run of characters and `?` any one of them. A text that is a
 * pattern itself matches where the pattern covers all of it: only `*` takes a `*`. Goes back to the last star alone,
 * so that no pattern takes more than pattern times text.
 */
export function matchesWildcard(
  pattern: string,
  text: string,
  options: { ignoreCase?: boolean } = {},
): boolean {
  return options.ignoreCase ? match(pattern.toLowerCase(), text.toLowerCase()) : match(pattern, text);
}

function match(pattern: string, text: string): boolean {
  let [p, t, star, resume] = [0, 0, -1, 0];
  while (t < text.length) {
    const c = pattern[p];
    if (c === STAR) {
      star = p++;
      resume = t;
    } else if (c !== undefined && (c === text[t] || (c === ANY && text[t] !== STAR))) {
      p++;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      t = ++resume;
    } else {
      return false;
    }
  }
  while (pattern[p] === STAR) p++;
  return p === pattern.length;
}

/** Whether two patterns have a text in common. */
export function overlaps(a: string, b: string): boolean {
  if (a === b || a === STAR || b === STAR) return true;
  if (!hasWildcard(a)) return match(b, a);
  if (!hasWildcard(b)) return match(a, b);
  if (differAtStart(a, b)) return false;
  let row = emptyMatches(b);
  for (const c of a) {
    const next = [c === STAR && row[0]!];
    for (let j = 1; j <= b.length; j++) {
      const d = b[j - 1]!;
      if (c === STAR || d === STAR) next.push(row[j]! || next[j - 1]!);
      else next.push((c === d || c === ANY || d === ANY) && row[j - 1]!);
    }
    row = next;
  }
  return row[b.length]!;
}

/** Most pairs of ARNs differ before the first wildcard of either. */
function differAtStart(a: string, b: string): boolean {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const [c, d] = [a[i]!, b[i]!];
    if (c === STAR || d === STAR) return false;
    if (c !== d && c !== ANY && d !== ANY) return true;
  }
  return false;
}

/** What of `b` an empty pattern overlaps with: stars alone. */
function emptyMatches(b: string): boolean[] {
  const row = [true];
  for (const d of b) row.push(row.at(-1)! && d === STAR);
  return row;
}

/** Whether a text has `*` or `?` in it. */
export function hasWildcard(text: string): boolean {
  return text.includes(STAR) || text.includes(ANY);
}

/** Like {@link overlaps}, in ARNs part by part: a wildcard does not reach over the first five colons. */
export function overlapsArn(a: string, b: string): boolean {
  if (a === STAR || b === STAR) return true;
  return inParts(a, b, overlaps);
}

/** Like {@link matchesWildcard}, in an ARN part by part: a wildcard does not reach over the first five colons. */
export function matchesArn(pattern: string, arn: string): boolean {
  return pattern === STAR || inParts(pattern, arn, match);
}

function inParts(a: string, b: string, compare: (a: string, b: string) => boolean): boolean {
  const [these, those] = [arnParts(a), arnParts(b)];
  return these.length === those.length && these.every((part, index) => compare(part, those[index]!));
}

function arnParts(arn: string): string[] {
  const parts = arn.split(":");
  return parts.length <= 6 ? parts : [...parts.slice(0, 5), parts.slice(5).join(":")];
}
