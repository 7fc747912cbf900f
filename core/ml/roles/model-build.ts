import { allow, type RoleContext, type RoleDraft } from "./role-draft";
import { buildLog, keyGrant, passExecutionRole, readArtifacts, writeArtifacts } from "./shared-grants";

/** The build project: trains, by itself or by SageMaker's jobs, evaluates, and registers models. */
export function modelBuildRole(context: RoleContext): RoleDraft {
  const { arns, names } = context;
  const jobs = ["training-job", "processing-job"].map((type) =>
    arns.sagemaker(`${type}/${names.runtimePrefix}-*`),
  );
  const packages = [arns.sagemaker(`model-package/${names.modelPackageGroup}/*`)];
  const jobActions = ["Create", "Describe", "Stop"].flatMap((verb) => [
    `sagemaker:${verb}ProcessingJob`,
    `sagemaker:${verb}TrainingJob`,
  ]);
  return {
    stage: "model-build",
    description: "Trains, evaluates and registers models; does not approve them",
    service: "codebuild.amazonaws.com",
    sources: [arns.project(names.modelBuildProject)],
    policies: {
      artifacts: [...readArtifacts(context), writeArtifacts(context)],
      "build-log": buildLog(context, names.modelBuildProject),
      ...keyGrant(context),
      models: [
        allow("TrainModels", jobActions.sort(), jobs),
        allow("RegisterModels", ["sagemaker:CreateModelPackage"], packages, {
          StringEquals: { "sagemaker:ModelApprovalStatus": "PendingManualApproval" },
        }),
        allow("ReadRegistry", ["sagemaker:DescribeModelPackage", "sagemaker:ListModelPackages"], packages),
        passExecutionRole(context),
      ],
    },
  };
}
