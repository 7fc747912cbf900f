/** Folder of the artifacts bucket in which builds put trained models. */
export const MODELS_PREFIX = "models";

/** Branch of the repositories that the pipelines follow. */
export const BRANCH = "main";

/** The archives that hold the code where it comes from a bucket. */
export const SOURCE_ARCHIVES = { build: "model-build.zip", deploy: "model-deploy.zip" } as const;

/** The log group that CodeBuild writes the log of a project to. */
export function buildLogGroup(project: string): string {
  return `/aws/codebuild/${project}`;
}

/** The log group that SageMaker writes the log of an endpoint's containers to. */
export function endpointLogGroup(endpoint: string): string {
  return `/aws/sagemaker/Endpoints/${endpoint}`;
}
