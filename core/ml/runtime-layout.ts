/** Folder of the artifacts bucket in which builds put trained models. */
export const MODELS_PREFIX = "models";

/** Branch of the repositories that the pipelines follow. */
export const BRANCH = "main";

/** The archives that hold the code where it comes from a bucket. */
export const SOURCE_ARCHIVES = { build: "model-build.zip", deploy: "model-deploy.zip" } as const;
