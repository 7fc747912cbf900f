import type { RightsStatement } from "./rights";
import type { Use } from "./uses";
import { VARIANTS, type Variant } from "./variants";

/** What one does who writes nothing. */
const READERS_USES: readonly Use[] = ["look", "validate", "drift"];

/** Whether a variant has a right of a statement. */
export function isGranted(
  { rights, writes }: Pick<RightsStatement, "rights" | "writes">,
  right: string,
  variant: Variant,
): boolean {
  const { without, writes: mayWrite } = VARIANTS[variant];
  const uses = rights[right]!.filter((use) => !without.includes(use));
  return mayWrite ? uses.length > 0 : !writes && uses.some((use) => READERS_USES.includes(use));
}
