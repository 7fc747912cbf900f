import { roleLogicalId } from "../roles/build-ml-roles";
import type { TemplateResource, TemplateValue } from "../../template/cloudformation";
import { renderTags } from "../../template/render-resources";
import type { MlBlueprint, SourceBlueprint } from "../blueprint";
import type { TemplateFamily } from "./family";
import { KEY_ALIAS_LOGICAL_ID, KEY_LOGICAL_ID } from "./key";

type Stage = { Name: string; Actions: TemplateValue[] };

/** An action of one of CodePipeline's own providers ("Valid action types", CodePipeline User Guide). */
function action(
  Name: string,
  category: string,
  provider: string,
  rest: Record<string, TemplateValue>,
): TemplateValue {
  return {
    Name,
    ActionTypeId: { Category: category, Owner: "AWS", Provider: provider, Version: "1" },
    RunOrder: 1,
    ...rest,
  };
}

/** Changes start the pipeline by an event, so nothing polls. */
function sourceStage(source: SourceBlueprint, repository: string): Stage {
  const OutputArtifacts = [{ Name: "Code" }];
  const from: TemplateValue =
    source.kind === "codecommit"
      ? action("Code", "Source", "CodeCommit", {
          Configuration: {
            BranchName: source.branch,
            PollForSourceChanges: false,
            RepositoryName: { "Fn::GetAtt": [repository, "Name"] },
          },
          OutputArtifacts,
        })
      : action("Code", "Source", "S3", {
          Configuration: { PollForSourceChanges: false, S3Bucket: source.bucket, S3ObjectKey: source.key },
          OutputArtifacts,
        });
  return { Name: "Source", Actions: [from] };
}

function buildStage(name: string, project: string, output?: string): Stage {
  const build = action(name, "Build", "CodeBuild", {
    Configuration: { ProjectName: { Ref: project } },
    InputArtifacts: [{ Name: "Code" }],
    ...(output === undefined ? {} : { OutputArtifacts: [{ Name: output }] }),
  });
  return { Name: name, Actions: [build] };
}

function approvalStage({ alertsEmail, names }: MlBlueprint): Stage {
  const CustomData = `Deploys the newest approved model of ${names.modelPackageGroup} to ${names.endpoint}.`;
  const notified: Record<string, TemplateValue> =
    alertsEmail === undefined ? {} : { NotificationArn: { Ref: "AlertsTopic" } };
  const approval = action("Approve", "Approval", "Manual", { Configuration: { CustomData, ...notified } });
  return { Name: "Approval", Actions: [approval] };
}

function renderPipeline(
  blueprint: MlBlueprint,
  name: string,
  role: string,
  stages: Stage[],
): TemplateResource {
  const { key, tags } = blueprint;
  const EncryptionKey = { Id: { "Fn::GetAtt": [KEY_LOGICAL_ID, "Arn"] }, Type: "KMS" };
  return {
    Type: "AWS::CodePipeline::Pipeline",
    // The first run begins at once, and the roles know the key by its alias.
    ...(key === undefined ? {} : { DependsOn: [KEY_ALIAS_LOGICAL_ID] }),
    Properties: {
      Name: name,
      ArtifactStore: {
        ...(key === undefined ? {} : { EncryptionKey }),
        Location: { Ref: "ArtifactsBucket" },
        Type: "S3",
      },
      PipelineType: "V2",
      RestartExecutionOnUpdate: false,
      RoleArn: { "Fn::GetAtt": [role, "Arn"] },
      Stages: stages,
      Tags: renderTags(tags),
    },
  };
}

/** The ARN of a pipeline, by reference: CloudFormation has no attribute for it in every region. */
export function pipelineArn({ arns }: MlBlueprint, logicalId: string): TemplateValue {
  return { "Fn::Sub": arns.pipeline(`\${${logicalId}}`) };
}

/** The pipeline that builds, and the one that deploys once somebody has approved. */
export const renderPipelines: TemplateFamily = (blueprint) => {
  const { names, buildSource, deploySource } = blueprint;
  const build = [
    sourceStage(buildSource, "ModelBuildRepository"),
    buildStage("Build", "ModelBuildProject", "Model"),
  ];
  const deploy = [
    sourceStage(deploySource, "ModelDeployRepository"),
    approvalStage(blueprint),
    buildStage("Deploy", "ModelDeployProject"),
  ];
  return {
    resources: {
      ModelBuildPipeline: renderPipeline(
        blueprint,
        names.modelBuildPipeline,
        roleLogicalId("build-pipeline"),
        build,
      ),
      ModelDeployPipeline: renderPipeline(
        blueprint,
        names.modelDeployPipeline,
        roleLogicalId("deploy-pipeline"),
        deploy,
      ),
    },
    outputs: ["ModelBuildPipeline", "ModelDeployPipeline"].map((logicalId) => ({
      key: `${logicalId}Arn`,
      description: "Pipeline ARN",
      value: pipelineArn(blueprint, logicalId),
    })),
  };
};
