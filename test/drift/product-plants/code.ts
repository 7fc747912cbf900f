import type {
  Project,
  ProjectEnvironment as Environment,
  UpdateProjectCommandInput,
} from "@aws-sdk/client-codebuild";
import type { PipelineDeclaration } from "@aws-sdk/client-codepipeline";
import type { Tag } from "../plants";
import {
  change,
  harmless,
  type PlantsOf,
  type ProductPlant,
  type ProductPlanters,
  tagPlants,
} from "./planters";

/** A role of the account other than the one that a project or pipeline has. */
async function otherRole({ iam }: ProductPlanters, service: string, of: string): Promise<string> {
  const trust = {
    Version: "2012-10-17",
    Statement: [
      { Effect: "Allow", Principal: { Service: `${service}.amazonaws.com` }, Action: "sts:AssumeRole" },
    ],
  };
  const { Role } = await iam.createRole({
    RoleName: `by-hand-${service}-${of.slice(-40)}`,
    AssumeRolePolicyDocument: JSON.stringify(trust),
  });
  return Role!.Arn!;
}

const projectPlants: PlantsOf = ({ identifier: name, properties }) => {
  type Update = Omit<UpdateProjectCommandInput, "name">;
  const update =
    (what: (of: Project) => Update) =>
    async ({ codeBuild }: ProductPlanters) => {
      const { projects } = await codeBuild.batchGetProjects({ names: [name] });
      await codeBuild.updateProject({ name, ...what(projects![0]!) });
    };
  const environment = (title: string, what: (of: Environment) => Environment) =>
    change(
      "Environment",
      title,
      update((project) => ({ environment: what(project.environment!) })),
    );
  const tags = properties.Tags as Tag[];
  const lower = (list: Tag[]) => list.map(({ Key, Value }) => ({ key: Key, value: Value }));
  const [first] = tags;
  return [
    change(
      "Description",
      "describes it otherwise",
      update(() => ({ description: "by hand" })),
    ),
    change(
      "Source",
      "runs another buildspec",
      update(() => ({ source: { type: "CODEPIPELINE", buildspec: "by-hand.yml" } })),
    ),
    change(
      "TimeoutInMinutes",
      "lets it run longer",
      update(() => ({ timeoutInMinutes: 120 })),
    ),
    change(
      "QueuedTimeoutInMinutes",
      "lets it wait for less",
      update(() => ({ queuedTimeoutInMinutes: 60 })),
    ),
    change(
      "LogsConfig",
      "switches its logs off",
      update(() => ({ logsConfig: { cloudWatchLogs: { status: "DISABLED" } } })),
    ),
    change("ServiceRole", "runs it with another role", async (clients) => {
      const serviceRole = await otherRole(clients, "codebuild", name);
      await clients.codeBuild.updateProject({ name, serviceRole });
    }),
    environment("makes it privileged", (of) => ({ ...of, privilegedMode: true })),
    environment("takes another image", (of) => ({ ...of, image: "aws/codebuild/standard:7.0" })),
    environment("takes a larger machine", (of) => ({ ...of, computeType: "BUILD_GENERAL1_LARGE" })),
    environment("adds a variable", (of) => ({
      ...of,
      environmentVariables: [...of.environmentVariables!, { name: "BY_HAND", value: "1", type: "PLAINTEXT" }],
    })),
    environment("changes a variable", (of) => ({
      ...of,
      environmentVariables: of.environmentVariables!.map((one, index) =>
        index === 0 ? { ...one, value: "by hand" } : one,
      ),
    })),
    harmless(
      "writes its variables in another order",
      update(({ environment: of }) => ({
        environment: { ...of!, environmentVariables: [...of!.environmentVariables!].reverse() },
      })),
    ),
    change(
      "ConcurrentBuildLimit",
      "lets one build run at a time",
      update(() => ({ concurrentBuildLimit: 1 })),
    ),
    ...(properties.EncryptionKey === undefined
      ? []
      : [
          change(
            "EncryptionKey",
            "encrypts with S3's own key",
            update(({ arn }) => ({
              encryptionKey: `${arn!.split(":").slice(0, 2).join(":")}:kms:${arn!.split(":").slice(3, 5).join(":")}:alias/aws/s3`,
            })),
          ),
        ]),
    {
      title: "changes a tag",
      found: [`Tags[${first!.Key}]`],
      plant: update(() => ({ tags: lower([{ ...first!, Value: "by hand" }, ...tags.slice(1)]) })),
    },
    {
      title: "removes a tag",
      found: [`Tags[${tags.at(-1)!.Key}]`],
      plant: update(() => ({ tags: lower(tags.slice(0, -1)) })),
    },
    {
      title: "adds a tag",
      found: ["Tags[ByHand]"],
      plant: update(() => ({ tags: lower([...tags, { Key: "ByHand", Value: "1" }]) })),
    },
  ];
};

const pipelinePlants: PlantsOf = ({ identifier: name, properties }) => {
  const update =
    (what: (of: PipelineDeclaration) => Partial<PipelineDeclaration>) =>
    async ({ codePipeline }: ProductPlanters) => {
      const { pipeline } = await codePipeline.getPipeline({ name });
      await codePipeline.updatePipeline({ pipeline: { ...pipeline!, ...what(pipeline!) } });
    };
  const stages = properties.Stages as { Name: string }[];
  const approval: ProductPlant[] = stages.some(({ Name }) => Name === "Approval")
    ? [
        change(
          "Stages",
          "takes the approval out",
          update((of) => ({
            stages: of.stages!.filter((stage) => stage.name !== "Approval"),
          })),
        ),
      ]
    : [];
  const arn = ({ codePipeline }: ProductPlanters) =>
    codePipeline.getPipeline({ name }).then(({ metadata }) => metadata!.pipelineArn!);
  return [
    ...approval,
    change(
      "Stages",
      "lets it poll for changes",
      update((of) => ({
        stages: of.stages!.map((stage, index) =>
          index > 0
            ? stage
            : {
                ...stage,
                actions: stage.actions!.map((action) => ({
                  ...action,
                  configuration: { ...action.configuration, PollForSourceChanges: "true" },
                })),
              },
        ),
      })),
    ),
    change(
      "ExecutionMode",
      "lets its runs queue",
      update(() => ({ executionMode: "QUEUED" })),
    ),
    change(
      "PipelineType",
      "makes it one of the first type",
      update(() => ({ pipelineType: "V1" })),
    ),
    change("RoleArn", "runs it with another role", async (clients) => {
      const roleArn = await otherRole(clients, "codepipeline", name);
      await update(() => ({ roleArn }))(clients);
    }),
    change("ArtifactStore", "keeps its artifacts elsewhere", async (clients) => {
      const location = `by-hand-${name.slice(-40)}`.replace("--", "-");
      await clients.s3.createBucket({
        Bucket: location,
        CreateBucketConfiguration: { LocationConstraint: "us-west-2" },
      });
      await update(({ artifactStore }) => ({ artifactStore: { ...artifactStore!, location } }))(clients);
    }),
    change(
      "Variables",
      "adds a variable",
      update(() => ({ variables: [{ name: "ByHand", defaultValue: "1" }] })),
    ),
    change("DisableInboundStageTransitions", "holds a stage", ({ codePipeline }) =>
      codePipeline.disableStageTransition({
        pipelineName: name,
        stageName: stages[1]!.Name,
        transitionType: "Inbound",
        reason: "by hand",
      }),
    ),
    harmless(
      "writes what it is",
      update(() => ({})),
    ),
    ...tagPlants(
      properties.Tags as Tag[],
      async (clients, tags) =>
        clients.codePipeline.tagResource({
          resourceArn: await arn(clients),
          tags: tags.map(({ Key, Value }) => ({ key: Key, value: Value })),
        }),
      async (clients, tagKeys) =>
        clients.codePipeline.untagResource({ resourceArn: await arn(clients), tagKeys }),
    ),
  ];
};

/** Changes of build projects and pipelines. */
export const CODE_PLANTS: Record<string, PlantsOf> = {
  "AWS::CodeBuild::Project": projectPlants,
  "AWS::CodePipeline::Pipeline": pipelinePlants,
};
