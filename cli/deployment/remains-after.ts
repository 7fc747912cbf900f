import { explainAwsFailure } from "../../aws/aws-error";
import { listRemains, type Remains } from "../../aws/inventory/remains";
import { remainsRequest } from "../../aws/inventory/remains-request";
import { type DeploymentTarget, templateObject } from "./target";

/** What is left over, as a result tells it. */
export interface LeftOver {
  ours: Remains["ours"];
  unclaimed: Remains["unclaimed"];
  /** What could not be found out, in sentences. */
  unknown: string[];
}

/** What is known of the run that has ended. */
export interface RunEnd {
  /** Whether the stack is meant to be there now. */
  deployed: boolean;
  /** The stack's ARN as it was before its deletion. */
  stackId?: string;
}

/** Looks what is left under the target's stem and names. */
export async function remainsAfter(
  target: DeploymentTarget,
  { deployed, stackId }: RunEnd,
): Promise<LeftOver> {
  const { aws, blueprint } = target;
  const request = remainsRequest(blueprint, {
    deployed,
    stackId,
    templateKey: deployed ? templateObject(target)?.key : undefined,
  });
  const { ours, unclaimed, unanswered } = await listRemains(aws, request);
  const unknown = unanswered.map(({ what, failure }) => `${what}: ${explainAwsFailure(failure)}`);
  return { ours, unclaimed, unknown };
}
