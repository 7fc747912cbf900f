import { CodeBuild, type Project } from "@aws-sdk/client-codebuild";
import { ACCOUNT, REGION, type StackFixture } from "../cloudformation/stack-fixture";
import { roleArn, serviceRole } from "./service-role";
import { typeTests } from "./type-tests";

const codebuild = (fixture: StackFixture) => fixture.client(CodeBuild);
const arn = (name: string) => `arn:aws:codebuild:${REGION}:${ACCOUNT}:project/${name}`;
const KEY = `arn:aws:kms:${REGION}:${ACCOUNT}:key/0`;

const ENVIRONMENT = {
  ComputeType: "BUILD_GENERAL1_SMALL",
  EnvironmentVariables: [{ Name: "ML_NAME", Type: "PLAINTEXT", Value: "churn" }],
  Image: "aws/codebuild/amazonlinux-x86_64-standard:5.0",
  PrivilegedMode: false,
  Type: "LINUX_CONTAINER",
};

const project = (more: Record<string, unknown> = {}) => ({
  Name: "model-build",
  Description: "Trains models",
  ServiceRole: roleArn("builds"),
  Artifacts: { Type: "CODEPIPELINE" },
  Source: { Type: "CODEPIPELINE", BuildSpec: "buildspec.yml" },
  Environment: ENVIRONMENT,
  EncryptionKey: KEY,
  LogsConfig: { CloudWatchLogs: { GroupName: "/builds", Status: "ENABLED" } },
  Tags: [{ Key: "Stem", Value: "s" }],
  TimeoutInMinutes: 30,
  ...more,
});

async function find(fixture: StackFixture, name: string): Promise<Project | undefined> {
  return (await codebuild(fixture).batchGetProjects({ names: [name] })).projects![0];
}

/** By CodeBuild's API, what the cases look at. */
async function read(fixture: StackFixture, name: string) {
  const found = await find(fixture, name);
  if (found === undefined) return undefined;
  return {
    description: found.description,
    role: found.serviceRole,
    artifacts: found.artifacts!.type,
    source: [found.source!.type, found.source!.buildspec],
    environment: [found.environment!.image, found.environment!.computeType, found.environment!.type],
    variables: found.environment!.environmentVariables,
    privileged: found.environment!.privilegedMode,
    key: found.encryptionKey,
    logs: found.logsConfig,
    minutes: [found.timeoutInMinutes, found.queuedTimeoutInMinutes],
    limit: found.concurrentBuildLimit,
    badge: found.badge!.badgeEnabled,
    tags: found.tags!.filter(({ key }) => !key!.startsWith("aws:")),
  };
}

typeTests({
  type: "AWS::CodeBuild::Project",
  prepare: async (fixture) => {
    for (const name of ["builds", "builds-too"]) await serviceRole(fixture, name, "codebuild.amazonaws.com");
    return {};
  },
  properties: project(),
  read: {
    description: "Trains models",
    role: roleArn("builds"),
    artifacts: "CODEPIPELINE",
    source: ["CODEPIPELINE", "buildspec.yml"],
    environment: [ENVIRONMENT.Image, "BUILD_GENERAL1_SMALL", "LINUX_CONTAINER"],
    variables: [{ name: "ML_NAME", type: "PLAINTEXT", value: "churn" }],
    privileged: false,
    key: KEY,
    logs: { cloudWatchLogs: { groupName: "/builds", status: "ENABLED" } },
    minutes: [30, 480],
    tags: [{ key: "Stem", value: "s" }],
  },
  readByService: read,
  attributes: { Ref: "model-build", Arn: arn("model-build"), Id: "model-build" },
  updates: [
    { name: "its description", properties: project({ Description: "d" }), read: { description: "d" } },
    { name: "no description", properties: project({ Description: undefined }), read: { description: "" } },
    {
      name: "another role",
      properties: project({ ServiceRole: roleArn("builds-too") }),
      read: { role: roleArn("builds-too") },
    },
    {
      name: "another buildspec",
      properties: project({ Source: { Type: "CODEPIPELINE", BuildSpec: "other.yml" } }),
      read: { source: ["CODEPIPELINE", "other.yml"] },
    },
    {
      name: "its environment, with numbers and truth values as text",
      properties: project({
        Environment: {
          ...ENVIRONMENT,
          ComputeType: "BUILD_GENERAL1_LARGE",
          EnvironmentVariables: [{ Name: "COUNT", Value: 3 }],
          PrivilegedMode: "true",
        },
        TimeoutInMinutes: "45",
      }),
      read: {
        environment: [ENVIRONMENT.Image, "BUILD_GENERAL1_LARGE", "LINUX_CONTAINER"],
        variables: [{ name: "COUNT", type: "PLAINTEXT", value: "3" }],
        privileged: true,
        minutes: [45, 480],
      },
    },
    {
      name: "no variables",
      properties: project({ Environment: { ...ENVIRONMENT, EnvironmentVariables: undefined } }),
      read: { variables: [] },
    },
    {
      name: "no key and no log of its own",
      properties: project({ EncryptionKey: undefined, LogsConfig: undefined }),
      read: { key: `arn:aws:kms:${REGION}:${ACCOUNT}:alias/aws/s3`, logs: {} },
    },
    {
      name: "other limits, and a badge",
      properties: project({ ConcurrentBuildLimit: 2, QueuedTimeoutInMinutes: 60, BadgeEnabled: true }),
      read: { limit: 2, minutes: [30, 60], badge: true },
    },
    {
      name: "no timeout",
      properties: project({ TimeoutInMinutes: undefined }),
      read: { minutes: [60, 480] },
    },
    {
      name: "its tags",
      properties: project({ Tags: [{ Key: "b", Value: "2" }] }),
      read: { tags: [{ key: "b", value: "2" }] },
    },
    { name: "no tags", properties: project({ Tags: undefined }), read: { tags: [] } },
    {
      name: "another name",
      properties: project({ Name: "other" }),
      read: { role: roleArn("builds") },
      replaced: true,
    },
  ],
  drifts: [
    {
      name: "another role",
      plant: (fixture, name) =>
        codebuild(fixture).updateProject({ name, serviceRole: roleArn("builds-too") }),
      found: ["/ServiceRole NOT_EQUAL"],
    },
    {
      name: "a privileged build with another variable",
      plant: async (fixture, name) => {
        const { environment } = (await find(fixture, name))!;
        await codebuild(fixture).updateProject({
          name,
          environment: {
            ...environment!,
            privilegedMode: true,
            environmentVariables: [...environment!.environmentVariables!, { name: "TOKEN", value: "x" }],
          },
        });
      },
      found: ["/Environment/EnvironmentVariables/1 ADD", "/Environment/PrivilegedMode NOT_EQUAL"],
    },
    {
      name: "another buildspec",
      plant: (fixture, name) =>
        codebuild(fixture).updateProject({
          name,
          source: { type: "CODEPIPELINE", buildspec: "version: 0.2" },
        }),
      found: ["/Source/BuildSpec NOT_EQUAL"],
    },
    {
      name: "no log",
      plant: (fixture, name) =>
        codebuild(fixture).updateProject({ name, logsConfig: { cloudWatchLogs: { status: "DISABLED" } } }),
      found: ["/LogsConfig/CloudWatchLogs/GroupName REMOVE", "/LogsConfig/CloudWatchLogs/Status NOT_EQUAL"],
    },
    {
      name: "lost tags",
      plant: (fixture, name) => codebuild(fixture).updateProject({ name, tags: [] }),
      found: ["/Tags REMOVE"],
    },
    {
      name: "its deletion",
      plant: (fixture, name) => codebuild(fixture).deleteProject({ name }),
      found: "DELETED",
    },
  ],
});
