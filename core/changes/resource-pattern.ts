import { areDisjoint, covers, hasVariable, isUniversal, type Pattern, samePattern } from "./wildcard-pattern";

/** An ARN has six parts, the last of which may hold colons; a wildcard does not reach from one part into the next. */
const ARN_PARTS = 6;

function arnParts(pattern: Pattern): Pattern[] {
  const parts: string[][] = [[]];
  for (const token of pattern) {
    if (token === "=:" && parts.length < ARN_PARTS) parts.push([]);
    else parts.at(-1)!.push(token);
  }
  return parts;
}

/** A variable's value may hold a colon, which shifts what follows it: before the last part only the same will do. */
function coversPart(wide: Pattern, narrow: Pattern, isLast: boolean): boolean {
  return !isLast && hasVariable(narrow) ? samePattern(wide, narrow) : covers(wide, narrow);
}

/** Whether every resource that `narrow` names is one that `wide` names too. True only where that is certain. */
export function coversResource(wide: Pattern, narrow: Pattern): boolean {
  if (isUniversal(wide) || samePattern(wide, narrow)) return true;
  const [general, special] = [arnParts(wide), arnParts(narrow)];
  // IAM completes an ARN with fewer parts, in a way that it does not document.
  if (general.length < ARN_PARTS || special.length < ARN_PARTS) return false;
  return general.every((part, index) => coversPart(part, special[index]!, index === ARN_PARTS - 1));
}

/** Whether no resource is named by both. True only where that is certain. */
export function areDisjointResources(a: Pattern, b: Pattern): boolean {
  if (arnParts(a).length < ARN_PARTS || arnParts(b).length < ARN_PARTS) return false;
  return areDisjoint(a, b);
}
