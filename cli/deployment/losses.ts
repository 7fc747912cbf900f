import { explainAwsFailure } from "../../aws/aws-error";
import type { DeployedStack } from "../../aws/deployed-stack";
import { listStackResources } from "../../aws/deployed-stack";
import { isHeld } from "../../aws/preflight/names-to-look-up";
import type { Obstacle } from "../../aws/inventory/obstacle";
import { listObstacles } from "../../aws/inventory/obstacles";
import type { DeploymentTarget } from "./target";

/** What a deletion would take away, and what keeps it from doing so. */
export interface Losses {
  /** What the stack holds: names by CloudFormation type. */
  held: Record<string, string[]>;
  obstacles: Obstacle[];
  /** What could not be found out, in sentences: more may stand in the way. */
  unknown: string[];
}

/** Lists what is lost with the stack, and what stands in the way of its deletion. */
export async function lossesOf(
  { aws, config }: DeploymentTarget,
  stack: DeployedStack | undefined,
): Promise<Losses> {
  if (stack === undefined) return { held: {}, obstacles: [], unknown: [] };
  const held: Record<string, string[]> = {};
  for (const resource of await listStackResources(aws, stack.id)) {
    if (isHeld(resource)) (held[resource.type] ??= []).push(resource.physicalId);
  }
  const { obstacles, unanswered } = await listObstacles(aws, {
    stackName: stack.id,
    accountId: config.client.account_id,
    region: config.environment.region,
  });
  const unknown = unanswered.map(({ what, failure }) => `${what}: ${explainAwsFailure(failure)}`);
  return { held, obstacles, unknown };
}
