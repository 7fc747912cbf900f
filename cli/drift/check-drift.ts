import { type DriftReport, driftReport } from "../../core/drift/drift-report";
import { ExitCode, TierguardError } from "../../core/errors";
import type { ProductContext } from "../action";
import { openStack, pulumiStackName } from "../automation/open-stack";
import { stackWish } from "../deployment/target";
import { renderProduct } from "../render";
import { askCloudFormation } from "./ask-cloudformation";
import { RefreshedResources } from "./refreshed-resources";

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

/**
 * Compares what was deployed of an environment with what AWS has, through the Pulumi program: a refresh that writes no
 * state, and CloudFormation's drift detection for what it could not read.
 * @throws TierguardError where nothing is deployed, or AWS could not be read.
 */
export async function findDrift(context: ProductContext): Promise<DriftReport> {
  const { progress, signal, onAwsCall } = context;
  const { blueprint } = renderProduct(context);
  const wish = stackWish(context, blueprint);
  const name = blueprint.stackName;
  const stack = await openStack(wish, "leave");
  if (stack === undefined) throw notDeployed(pulumiStackName(wish), name);
  try {
    progress(`comparing what was deployed as ${name} with what AWS has`);
    const refreshed = new RefreshedResources();
    await stack.previewRefresh({ signal, onAwsCall, onEvent: refreshed.hear });
    const watched = refreshed.anyWatched;
    if (watched === undefined) throw notDeployed(stack.name, name);
    return driftReport(
      watched.stackName,
      await askCloudFormation(refreshed.drifts(), watched, { signal, onCall: onAwsCall }),
    );
  } finally {
    stack.close();
  }
}
