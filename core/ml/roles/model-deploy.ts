import { allow, type RoleContext, type RoleDraft } from "./role-draft";
import { buildLog, keyGrant, passExecutionRole, readArtifacts } from "./shared-grants";

/** The deploy project: takes an approved model to the product's endpoint. */
export function modelDeployRole(context: RoleContext): RoleDraft {
  const { arns, names } = context;
  const named = (type: string) => arns.sagemaker(`${type}/${names.runtimePrefix}-*`);
  return {
    stage: "model-deploy",
    description: "Deploys approved models to the endpoint",
    service: "codebuild.amazonaws.com",
    sources: [arns.project(names.modelDeployProject)],
    policies: {
      artifacts: readArtifacts(context),
      "build-log": buildLog(context, names.modelDeployProject),
      ...keyGrant(context),
      models: [
        allow(
          "ReadRegistry",
          ["sagemaker:DescribeModelPackage", "sagemaker:ListModelPackages"],
          [arns.sagemaker(`model-package/${names.modelPackageGroup}/*`)],
        ),
        allow("MakeModels", ["sagemaker:CreateModel", "sagemaker:DescribeModel"], [named("model")]),
        allow(
          "Deploy",
          [
            "sagemaker:CreateEndpoint",
            "sagemaker:CreateEndpointConfig",
            "sagemaker:DescribeEndpoint",
            "sagemaker:DescribeEndpointConfig",
            "sagemaker:UpdateEndpoint",
          ],
          [named("endpoint"), named("endpoint-config")],
        ),
        passExecutionRole(context),
      ],
    },
  };
}
