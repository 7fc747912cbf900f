import type { PulumiCommand } from "@pulumi/pulumi/automation";
import { ExitCode, TierguardError } from "../../core/errors";
import { loadAutomation } from "./load-automation";

/**
 * The `pulumi` on PATH.
 * @throws TierguardError where there is none, or one that is too old.
 */
export async function findEngine(): Promise<PulumiCommand> {
  try {
    return await loadAutomation().PulumiCommand.get();
  } catch (cause) {
    const text = cause instanceof Error ? cause.message : String(cause);
    if (/ENOENT|not found/.test(text)) {
      throw new TierguardError("The Pulumi CLI is not installed: there is no `pulumi` on PATH", {
        code: "no-engine",
        exitCode: ExitCode.Failed,
        hint: "install it as https://www.pulumi.com/docs/install/ says; to try things without an account, `npm run local -- tierguard …` brings one",
        cause,
      });
    }
    throw new TierguardError(`The Pulumi CLI can't be used: ${text.split("\n")[0]}`, {
      code: "engine-unusable",
      exitCode: ExitCode.Failed,
      hint: "update it as https://www.pulumi.com/docs/install/ says",
      cause,
    });
  }
}
