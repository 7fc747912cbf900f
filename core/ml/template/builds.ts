import { roleLogicalId } from "../roles/build-ml-roles";
import { MODELS_PREFIX } from "../runtime-layout";
import type { TemplateResource, TemplateValue } from "../../template/cloudformation";
import { renderTags } from "../../template/render-resources";
import type { MlBlueprint } from "../blueprint";
import { arnOutput, type TemplateFamily } from "./family";
import { KEY_LOGICAL_ID } from "./key";
import { EXECUTION_ROLE_PARAMETER } from "./roles";

/** AWS's image for builds, with Python, the AWS command line and nothing that needs privileges. */
const IMAGE = "aws/codebuild/amazonlinux-x86_64-standard:5.0";

/** Minutes after which a build that hangs is ended. */
const TIMEOUT_MINUTES = 60;

interface ProjectArgs {
  name: string;
  description: string;
  role: string;
  logGroup: string;
}

/** What the buildspecs of the repositories find in their environment. */
function environment({ names, key, executionRole, stem }: MlBlueprint): TemplateValue {
  const execution: TemplateValue =
    executionRole.parameter === undefined
      ? { "Fn::GetAtt": [roleLogicalId("sagemaker-execution"), "Arn"] }
      : { Ref: EXECUTION_ROLE_PARAMETER };
  const variables: Record<string, TemplateValue> = {
    ML_NAME: stem,
    MODEL_PACKAGE_GROUP: names.modelPackageGroup,
    ARTIFACTS_BUCKET: { Ref: "ArtifactsBucket" },
    MODELS_PREFIX,
    EXECUTION_ROLE_ARN: execution,
    RUNTIME_PREFIX: names.runtimePrefix,
    ENDPOINT_NAME: names.endpoint,
    ...(key === undefined ? {} : { KMS_KEY_ARN: { "Fn::GetAtt": [KEY_LOGICAL_ID, "Arn"] } }),
  };
  return Object.entries(variables).map(([Name, Value]) => ({ Name, Type: "PLAINTEXT", Value }));
}

function renderProject(blueprint: MlBlueprint, args: ProjectArgs): TemplateResource {
  return {
    Type: "AWS::CodeBuild::Project",
    Properties: {
      Name: args.name,
      Description: args.description,
      ServiceRole: { "Fn::GetAtt": [args.role, "Arn"] },
      Artifacts: { Type: "CODEPIPELINE" },
      Source: { Type: "CODEPIPELINE", BuildSpec: "buildspec.yml" },
      Environment: {
        ComputeType: "BUILD_GENERAL1_SMALL",
        EnvironmentVariables: environment(blueprint),
        Image: IMAGE,
        PrivilegedMode: false,
        Type: "LINUX_CONTAINER",
      },
      ...(blueprint.key === undefined ? {} : { EncryptionKey: { "Fn::GetAtt": [KEY_LOGICAL_ID, "Arn"] } }),
      LogsConfig: { CloudWatchLogs: { GroupName: { Ref: args.logGroup }, Status: "ENABLED" } },
      Tags: renderTags(blueprint.tags),
      TimeoutInMinutes: TIMEOUT_MINUTES,
    },
  };
}

/** The two build projects. */
export const renderBuilds: TemplateFamily = (blueprint) => {
  const { names, stem } = blueprint;
  return {
    resources: {
      ModelBuildProject: renderProject(blueprint, {
        name: names.modelBuildProject,
        description: `Trains and registers models of ${stem}`,
        role: roleLogicalId("model-build"),
        logGroup: "ModelBuildLogGroup",
      }),
      ModelDeployProject: renderProject(blueprint, {
        name: names.modelDeployProject,
        description: `Deploys approved models of ${stem}`,
        role: roleLogicalId("model-deploy"),
        logGroup: "ModelDeployLogGroup",
      }),
    },
    outputs: [
      arnOutput("Build project", "ModelBuildProject"),
      arnOutput("Build project", "ModelDeployProject"),
    ],
  };
};
