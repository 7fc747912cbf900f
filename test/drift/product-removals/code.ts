import type { Removal } from "./removals";

const removeRule: Removal = async ({ events }, { properties }) => {
  const { Name, Targets } = properties as { Name: string; Targets: { Id: string }[] };
  await events.removeTargets({ Rule: Name, Ids: Targets.map(({ Id }) => Id) });
  await events.deleteRule({ Name });
};

const nameIn = (arn: string) => arn.slice(arn.lastIndexOf("/") + 1);

/** A bucket is deleted once it holds no version of anything. */
export const removeBucket: Removal = async ({ s3 }, { identifier: Bucket }) => {
  const { Versions = [], DeleteMarkers = [] } = await s3.listObjectVersions({ Bucket });
  for (const { Key, VersionId } of [...Versions, ...DeleteMarkers]) {
    await s3.deleteObject({ Bucket, Key, VersionId });
  }
  await s3.deleteBucket({ Bucket });
};

/** A group is deleted once it holds no model packages. */
export const removeModels: Removal = async ({ sagemaker }, { identifier }) => {
  const ModelPackageGroupName = nameIn(identifier);
  const { ModelPackageSummaryList = [] } = await sagemaker.listModelPackages({ ModelPackageGroupName });
  for (const { ModelPackageArn: ModelPackageName } of ModelPackageSummaryList) {
    await sagemaker.deleteModelPackage({ ModelPackageName });
  }
  await sagemaker.deleteModelPackageGroup({ ModelPackageGroupName });
};

/** Deletions of what holds code, artifacts and models, and of what builds and starts. */
export const CODE_REMOVALS: Record<string, Removal> = {
  "AWS::CodeBuild::Project": ({ codeBuild }, { identifier: name }) => codeBuild.deleteProject({ name }),
  "AWS::CodeCommit::Repository": ({ codeCommit }, { properties }) =>
    codeCommit.deleteRepository({ repositoryName: properties.RepositoryName as string }),
  "AWS::CodePipeline::Pipeline": ({ codePipeline }, { identifier: name }) =>
    codePipeline.deletePipeline({ name }),
  "AWS::Events::Rule": removeRule,
  "AWS::S3::Bucket": removeBucket,
  "AWS::S3::BucketPolicy": ({ s3 }, { identifier: Bucket }) => s3.deleteBucketPolicy({ Bucket }),
  "AWS::SageMaker::ModelPackageGroup": removeModels,
};
