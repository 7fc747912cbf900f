const STAR = "*";
const ANY = "?";

/** Whether `text` matches `pattern`, in which `*` is any run of characters and `?` any one of them. */
export function matchesWildcard(
  pattern: string,
  text: string,
  options: { ignoreCase?: boolean } = {},
): boolean {
  return options.ignoreCase ? match(pattern.toLowerCase(), text.toLowerCase()) : match(pattern, text);
}

/** Goes back to the last star alone, so that no pattern takes more than pattern times text. */
function match(pattern: string, text: string): boolean {
  let [p, t, star, resume] = [0, 0, -1, 0];
  while (t < text.length) {
    const c = pattern[p];
    if (c === STAR) {
      star = p++;
      resume = t;
    } else if (c !== undefined && (c === ANY || c === text[t])) {
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

/** Like matchesWildcard, in an ARN part by part: a wildcard does not reach over the first five colons. */
export function matchesArn(pattern: string, arn: string): boolean {
  if (pattern === STAR) return true;
  const [wanted, given] = [arnParts(pattern), arnParts(arn)];
  return wanted.length === given.length && wanted.every((part, index) => match(part, given[index]!));
}

function arnParts(arn: string): string[] {
  const parts = arn.split(":");
  return parts.length <= 6 ? parts : [...parts.slice(0, 5), parts.slice(5).join(":")];
}
