import { roleLogicalId } from "../roles/build-ml-roles";
import type { TemplateResource, TemplateValue } from "../../template/cloudformation";
import { renderText } from "../../template/render-document";
import { renderTags } from "../../template/render-resources";
import type { MlBlueprint, SourceBlueprint } from "../blueprint";
import { arnOutput, type TemplateFamily } from "./family";
import { pipelineArn } from "./pipelines";

/** The event of a change of the code ("CodeCommit source actions and EventBridge", "EventBridge event message" of S3). */
function changeOf({ arns }: MlBlueprint, source: SourceBlueprint): TemplateValue {
  if (source.kind === "s3") {
    return {
      source: ["aws.s3"],
      "detail-type": ["Object Created"],
      detail: { bucket: { name: [source.bucket] }, object: { key: [source.key] } },
    };
  }
  return {
    source: ["aws.codecommit"],
    "detail-type": ["CodeCommit Repository State Change"],
    resources: [renderText(arns.repository(source.repository))],
    detail: {
      event: ["referenceCreated", "referenceUpdated"],
      referenceType: ["branch"],
      referenceName: [source.branch],
    },
  };
}

interface RuleArgs {
  name: string;
  description: string;
  pattern: TemplateValue;
  /** Logical id of the pipeline that the event starts. */
  pipeline: string;
}

function startRule(blueprint: MlBlueprint, args: RuleArgs): TemplateResource {
  const target = {
    Arn: pipelineArn(blueprint, args.pipeline),
    Id: "pipeline",
    RoleArn: { "Fn::GetAtt": [roleLogicalId("pipeline-start"), "Arn"] },
  };
  return {
    Type: "AWS::Events::Rule",
    Properties: {
      Name: args.name,
      Description: args.description,
      EventPattern: args.pattern,
      State: "ENABLED",
      Tags: renderTags(blueprint.tags),
      Targets: [target],
    },
  };
}

/** The rules that start the pipelines: when code changes, and when somebody approves a model. */
export const renderTriggers: TemplateFamily = (blueprint) => {
  const { names, buildSource, deploySource } = blueprint;
  const approved = {
    source: ["aws.sagemaker"],
    "detail-type": ["SageMaker Model Package State Change"],
    detail: { ModelApprovalStatus: ["Approved"], ModelPackageGroupName: [names.modelPackageGroup] },
  };
  return {
    resources: {
      ModelApprovedRule: startRule(blueprint, {
        name: names.modelApprovedRule,
        description: "Starts the deploy pipeline when a model is approved",
        pattern: approved,
        pipeline: "ModelDeployPipeline",
      }),
      ModelBuildSourceRule: startRule(blueprint, {
        name: names.modelBuildSourceRule,
        description: "Starts the build pipeline when its code changes",
        pattern: changeOf(blueprint, buildSource),
        pipeline: "ModelBuildPipeline",
      }),
      ModelDeploySourceRule: startRule(blueprint, {
        name: names.modelDeploySourceRule,
        description: "Starts the deploy pipeline when its code changes",
        pattern: changeOf(blueprint, deploySource),
        pipeline: "ModelDeployPipeline",
      }),
    },
    outputs: [
      arnOutput("Rule", "ModelApprovedRule"),
      arnOutput("Rule", "ModelBuildSourceRule"),
      arnOutput("Rule", "ModelDeploySourceRule"),
    ],
  };
};
