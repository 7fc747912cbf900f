import { describeDrift } from "../../core/drift/describe-drift";
import { type DriftReport, driftReport, hasDrift } from "../../core/drift/drift-report";
import { ExitCode, TierguardError } from "../../core/errors";
import { stackName } from "../../core/naming/stack-names";
import { action, type ActionResult } from "../action";
import { openStack, pulumiStackName } from "../automation/open-stack";
import { askCloudFormation } from "../drift/ask-cloudformation";
import { RefreshedResources } from "../drift/refreshed-resources";

function notDeployed(stack: string, name: string): TierguardError {
  return new TierguardError(
    `Nothing is deployed: the Pulumi stack ${stack} has no CloudFormation stack ${name}`,
    {
      code: "not-deployed",
      exitCode: ExitCode.Failed,
      hint: "deploy it first, or name the config of a deployed environment",
    },
  );
}

/** Tells what was changed in AWS since the deployment, resource by resource; writes nothing, nor any state. */
export const checkDrift = action<DriftReport & ActionResult>({
  id: "check-drift",
  title: "Check for drift",
  summary: "Tell what was changed, added or deleted in AWS behind the deployment's back",
  options: [{ flags: "--exit-code", description: "exit with 4 where anything has drifted" }],
  effect: "reads",
  run: async ({ config, file, options, progress, signal }) => {
    const wish = { file, config, stack: options.stack as string | undefined };
    const name = stackName(config);
    const stack = await openStack(wish, "leave");
    if (stack === undefined) throw notDeployed(pulumiStackName(wish), name);
    try {
      progress(`comparing what was deployed as ${name} with what AWS has`);
      const refreshed = new RefreshedResources();
      await stack.previewRefresh({ signal, onEvent: refreshed.hear });
      const watched = refreshed.anyWatched;
      if (watched === undefined) throw notDeployed(stack.name, name);
      const drifts = await askCloudFormation(refreshed.drifts(), watched, signal);
      return { ...driftReport(watched.stackName, drifts) };
    } finally {
      stack.close();
    }
  },
  describe: describeDrift,
  exitCode: (report, options) =>
    options.exitCode === true && hasDrift(report) ? ExitCode.ChangesFound : ExitCode.Done,
});
