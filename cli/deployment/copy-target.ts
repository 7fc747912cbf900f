import { endpointsToReuse } from "../../aws/preflight/prerequisites/existing-endpoints";
import { gatherPrerequisites } from "../../aws/preflight/prerequisites/gather";
import { withReusedEndpoints } from "../../core/ml/config/reused-endpoints";
import type { ProductContext } from "../action";
import { type DeploymentTarget, deploymentTarget } from "./target";

/**
 * The test copy with a suffix. A VPC takes one interface endpoint a service with private DNS: where it has those of the
 * product, or of another, the copy uses them.
 * @throws InvalidInputError where the config can't be rendered or delivered.
 */
export async function copyTarget(context: ProductContext, testSuffix: string): Promise<DeploymentTarget> {
  const target = deploymentTarget(context, testSuffix);
  const { prerequisites } = target.blueprint;
  if (context.product !== "ml" || prerequisites?.placement === undefined) return target;
  const found = await gatherPrerequisites(target.aws, prerequisites, target.config.client.account_id);
  const ids = endpointsToReuse(prerequisites, found);
  if (ids === undefined) return target;
  context.progress(
    `the VPC ${found.placement?.vpcId} has endpoints of these services already, and takes one a service: the copy uses them (${Object.values(ids).join(", ")})`,
  );
  return deploymentTarget({ ...context, config: withReusedEndpoints(context.config, ids) }, testSuffix);
}
