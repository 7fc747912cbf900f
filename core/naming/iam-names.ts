/** How the IAM names of a stack are made: a name that is made otherwise is none of its own. */
export interface IamNames {
  /** With which every name begins, its last hyphen included. */
  prefix: string;
  /** Words of which one comes after the prefix; anything does where they are left out. */
  kinds?: readonly string[];
  /** The six characters at the end of a test copy's names. */
  suffix?: string;
  /** Names that were too long to begin so, and were shortened. */
  shortened?: readonly string[];
}

/** Whether a name may be one of the stack's: IAM does not tell names apart by case. */
export function isMadeLike(name: string, { prefix, kinds, suffix, shortened = [] }: IamNames): boolean {
  const lower = name.toLowerCase();
  if (shortened.some((own) => own.toLowerCase() === lower)) return true;
  if (!lower.startsWith(prefix)) return false;
  const rest = lower.slice(prefix.length);
  if (kinds !== undefined && !kinds.some((kind) => rest.startsWith(`${kind}-`))) return false;
  return suffix === undefined || lower.endsWith(`-${suffix}`);
}
