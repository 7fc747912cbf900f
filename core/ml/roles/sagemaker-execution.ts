import { endpointLogGroup, MODELS_PREFIX } from "../runtime-layout";
import { allow, type RoleContext, type RoleDraft } from "./role-draft";
import { keyGrant, modelObjects } from "./shared-grants";

const PULL = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"];

/** SageMaker's jobs and models: read and write models, pull images, write logs and metrics. */
export function sagemakerExecutionRole(context: RoleContext): RoleDraft {
  const { arns, names, config } = context;
  const { account_id: account } = config.client;
  // These groups belong to the account and are made by its first job; the streams are named after the jobs.
  const jobGroups = ["ProcessingJobs", "TrainingJobs"].map((jobs) => `/aws/sagemaker/${jobs}`);
  const streams = [
    ...jobGroups.map((group) => arns.logStreams(group, `${names.runtimePrefix}-*`)),
    arns.logStreams(endpointLogGroup(names.endpoint)),
  ];
  return {
    stage: "sagemaker-execution",
    description: "What the jobs and models of the product may do",
    service: "sagemaker.amazonaws.com",
    // As in "Cross-service confused deputy prevention" of the SageMaker AI Developer Guide: it names no narrower one.
    sources: [arns.sagemaker("*")],
    policies: {
      images: [
        allow("SignIn", ["ecr:GetAuthorizationToken"], ["*"]),
        allow("PullOwnImages", PULL, [arns.images(`${names.runtimePrefix}-*`)]),
        // SageMaker's framework images lie in accounts of AWS, another one in each region.
        allow("PullForeignImages", PULL, [arns.foreignImages()], {
          StringNotEquals: { "aws:ResourceAccount": account },
        }),
      ],
      logs: [
        allow("MakeLogGroups", ["logs:CreateLogGroup"], jobGroups.map(arns.logGroup)),
        allow("WriteLogs", ["logs:CreateLogStream", "logs:PutLogEvents"], streams),
        allow("WriteMetrics", ["cloudwatch:PutMetricData"], ["*"], {
          StringLike: { "cloudwatch:namespace": "/aws/sagemaker/*" },
        }),
      ],
      ...keyGrant(context),
      models: [
        allow("ReadAndWriteModels", ["s3:GetObject", "s3:PutObject"], [modelObjects(context)]),
        allow("ListModels", ["s3:ListBucket"], [arns.bucket(names.artifactsBucket)], {
          StringLike: { "s3:prefix": `${MODELS_PREFIX}/*` },
        }),
      ],
    },
  };
}
