import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { ExitCode, TierguardError } from "../../core/errors";

const PACKS = resolve(__dirname, "..", "..", "policypacks");

/** Every policy pack of the project. */
export function ownPolicyPacks(): string[] {
  if (!existsSync(PACKS)) return [];
  return readdirSync(PACKS)
    .sort()
    .map((name) => join(PACKS, name))
    .filter((folder) => existsSync(join(folder, "PulumiPolicy.yaml")));
}

/**
 * Makes sure that every pack has judged an operation.
 * @throws TierguardError where fewer did than were asked to.
 */
export function assertPacksRan(asked: readonly string[], ran: readonly string[] | undefined): void {
  if (asked.length === 0 || (ran?.length ?? 0) >= asked.length) return;
  const names = ran === undefined || ran.length === 0 ? "none" : ran.join(", ");
  throw new TierguardError(
    `Of ${asked.length} policy packs only these were loaded: ${names}. Asked for: ${asked.join(", ")}`,
    { code: "policy-pack-not-loaded", exitCode: ExitCode.Failed },
  );
}
