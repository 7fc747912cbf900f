/** Edit distance in which a swap of two neighbours counts as one (optimal string alignment). */
function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, beforeLast[j - 2]! + 1);
      }
      row.push(best);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}

/** The candidate that a misspelt word most likely meant, or undefined where none is close. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (word.length > 100) return undefined;
  const normal = word.toLowerCase().replaceAll("-", "_");
  const tolerance = Math.max(1, Math.floor(normal.length / 3));
  let best: { candidate: string; distance: number } | undefined;
  for (const candidate of candidates) {
    const found = distance(normal, candidate.toLowerCase().replaceAll("-", "_"));
    if (found <= tolerance && (best === undefined || found < best.distance)) {
      best = { candidate, distance: found };
    }
  }
  return best?.candidate;
}

/** A hint for a word that is not among those that exist: the nearest one, and all of them where they are few. */
export function hintFor(word: string, candidates: readonly string[], what: string): string {
  if (candidates.length === 0) return `there are no ${what}`;
  const close = nearest(word, candidates);
  const list = `${what}: ${candidates.slice(0, 40).join(", ")}`;
  return close === undefined ? list : `did you mean ${close}? ${list}`;
}
