import type { ChangePreview } from "../../core/changes/change-preview";
import { ExitCode } from "../../core/errors";
import { action, type ActionResult } from "../action";
import { describePreview } from "../changes/describe-preview";
import { gatherPreview } from "../changes/gather-preview";
import { deploymentTarget } from "../deployment/target";

/** Shows what a deployment would change, beside what is deployed and what the account has; writes nothing. */
export const showChanges = action<ChangePreview & ActionResult>({
  id: "show-changes",
  title: "Show what a deployment would change",
  summary: "Show resource by resource and right by right what a deployment would change",
  options: [{ flags: "--exit-code", description: "exit with 4 where something would change" }],
  effect: "reads",
  run: async (context) => ({ ...(await gatherPreview(context, deploymentTarget(context))) }),
  describe: describePreview,
  exitCode: ({ counts, engine }, options) => {
    if (engine.violations.some(({ mandatory }) => mandatory)) return ExitCode.GuardrailViolated;
    const changed = counts.add + counts.modify + counts.replace + counts.remove > 0;
    return options.exitCode === true && changed ? ExitCode.ChangesFound : ExitCode.Done;
  },
});
