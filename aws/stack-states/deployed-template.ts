import { type DeployedTemplate, readDeployedTemplate } from "../../core/changes/deployed-template";
import { ExitCode, TierguardError } from "../../core/errors";
import type { DeploymentTarget } from "../../core/template/resolve-intrinsics";
import type { AwsClients } from "../clients";

/**
 * What the template says that a stack was deployed with. Throws the SDK's errors, and TierguardError where the
 * template is not to be read.
 */
export async function deployedTemplate(
  aws: AwsClients,
  stackId: string,
  where: DeploymentTarget,
): Promise<DeployedTemplate> {
  const cloudFormation = await aws.cloudFormation();
  const { TemplateBody } = await cloudFormation.getTemplate({
    StackName: stackId,
    TemplateStage: "Original",
  });
  try {
    return readDeployedTemplate(TemplateBody ?? "", where);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new TierguardError(`The deployed template of ${stackId} can't be compared: ${error.message}`, {
      code: "template-not-read",
      exitCode: ExitCode.Failed,
      hint: "somebody deployed another kind of template to it: look at it with aws cloudformation get-template",
    });
  }
}
