import type { Statement } from "../../security/policy-document";
import type { SourceBlueprint } from "../blueprint";
import { buildLogGroup, MODELS_PREFIX } from "../runtime-layout";
import { allow, type RoleContext } from "./role-draft";

/** What encrypting and decrypting artifacts takes ("Required permissions", SSE-KMS in the S3 User Guide). */
export const KEY_USE = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey"];

/** Use of the product's key, known by its alias: a role can't name a key whose policy names the role. */
export function keyGrant({ arns, names, hasKey }: RoleContext): Record<string, Statement[]> {
  if (!hasKey) return {};
  const condition = { "ForAnyValue:StringEquals": { "kms:ResourceAliases": names.keyAlias } };
  return { "product-key": [allow("UseProductKey", KEY_USE, [arns.anyKey()], condition)] };
}

/** Writing the log of a build project. */
export function buildLog({ arns }: RoleContext, project: string): Statement[] {
  const streams = arns.logStreams(buildLogGroup(project));
  return [allow("WriteBuildLog", ["logs:CreateLogStream", "logs:PutLogEvents"], [streams])];
}

/** What services look at before they use a bucket ("Manage the CodePipeline service role", CodePipeline User Guide). */
const SEE_BUCKET = ["s3:GetBucketAcl", "s3:GetBucketLocation"];

/** Reading what the pipeline hands over. */
export function readArtifacts({ arns, names }: RoleContext): Statement[] {
  const objects = [arns.objects(names.artifactsBucket)];
  return [
    allow("ReadArtifacts", ["s3:GetObject", "s3:GetObjectVersion"], objects),
    allow("SeeArtifactsBucket", SEE_BUCKET, [arns.bucket(names.artifactsBucket)]),
  ];
}

/** Writing what the pipeline hands on, and models. */
export function writeArtifacts({ arns, names }: RoleContext): Statement {
  return allow("WriteArtifacts", ["s3:PutObject"], [arns.objects(names.artifactsBucket)]);
}

/** Handing artifacts from stage to stage of a pipeline. */
export function artifactStore(context: RoleContext): Statement[] {
  const { arns, names } = context;
  return [
    ...readArtifacts(context),
    writeArtifacts(context),
    allow("SeeVersioning", ["s3:GetBucketVersioning"], [arns.bucket(names.artifactsBucket)]),
  ];
}

/** Reading the code of a pipeline ("CodeCommit" and "Amazon S3 source action", CodePipeline User Guide). */
export function readSource({ arns }: RoleContext, source: SourceBlueprint): Statement[] {
  if (source.kind === "codecommit") {
    const actions = [
      "codecommit:CancelUploadArchive",
      "codecommit:GetBranch",
      "codecommit:GetCommit",
      "codecommit:GetUploadArchiveStatus",
      "codecommit:UploadArchive",
    ];
    return [allow("ReadCode", actions, [arns.repository(source.repository)])];
  }
  const objects = [arns.objects(source.bucket, source.key)];
  const objectActions = [
    "s3:GetObject",
    "s3:GetObjectTagging",
    "s3:GetObjectVersion",
    "s3:GetObjectVersionTagging",
  ];
  return [
    allow("ReadCode", objectActions, objects),
    allow("SeeSourceBucket", [...SEE_BUCKET, "s3:GetBucketVersioning"], [arns.bucket(source.bucket)]),
  ];
}

/** Running one build project. */
export function runBuild({ arns }: RoleContext, project: string): Statement[] {
  return [allow("RunBuild", ["codebuild:BatchGetBuilds", "codebuild:StartBuild"], [arns.project(project)])];
}

/** Giving jobs and models their role, and no other role to no other service. */
export function passExecutionRole({ executionRole }: RoleContext): Statement {
  return allow("PassExecutionRole", ["iam:PassRole"], [executionRole.arn], {
    StringEquals: { "iam:PassedToService": "sagemaker.amazonaws.com" },
  });
}

/** The objects in which models lie. */
export function modelObjects({ arns, names }: RoleContext): string {
  return arns.objects(names.artifactsBucket, `${MODELS_PREFIX}/*`);
}
