import type { Template } from "../core/template/cloudformation";
import type { DeploymentTarget } from "../core/template/resolve-intrinsics";
import type { WatchedResource } from "../core/template/watched-resource";
import { watchedResources } from "../core/template/watched-resources";
import type { AwsClients } from "./clients";

/**
 * The resources of the template that a stack was deployed with, as the account should show them.
 * @param stackName Name or ARN. Throws the SDK's errors, and Error where the template is none of ours.
 */
export async function deployedResources(
  aws: AwsClients,
  stackName: string,
  target: DeploymentTarget,
): Promise<WatchedResource[]> {
  const cloudFormation = await aws.cloudFormation();
  const { TemplateBody = "" } = await cloudFormation.getTemplate({
    StackName: stackName,
    TemplateStage: "Original",
  });
  return watchedResources(JSON.parse(TemplateBody) as Template, target);
}
