import { renderTags } from "../../template/render-resources";
import { arnOutput, NOTHING, refOutput, type TemplateFamily } from "./family";
import { renderTopic } from "./topic";

/** The topic of failures and approvals, and the rule that tells it of failed pipelines. */
export const renderAlerts: TemplateFamily = (blueprint) => {
  const { alertsEmail, names, arns, tags } = blueprint;
  if (alertsEmail === undefined) return NOTHING;
  const target = {
    Arn: { Ref: "AlertsTopic" },
    Id: "alerts",
    InputTransformer: {
      InputPathsMap: {
        account: "$.account",
        execution: "$.detail.execution-id",
        pipeline: "$.detail.pipeline",
        region: "$.region",
        time: "$.time",
      },
      InputTemplate:
        '"The pipeline <pipeline> failed at <time> in <account>, <region>. Its execution is <execution>."',
    },
  };
  return {
    resources: {
      ...renderTopic(blueprint, {
        logicalId: "AlertsTopic",
        name: names.alertsTopic,
        email: alertsEmail,
        publisher: { service: "events.amazonaws.com", sources: [arns.rule(names.pipelineFailedRule)] },
      }),
      PipelineFailedRule: {
        Type: "AWS::Events::Rule",
        Properties: {
          Name: names.pipelineFailedRule,
          Description: "Tells of failed pipelines",
          EventPattern: {
            source: ["aws.codepipeline"],
            "detail-type": ["CodePipeline Pipeline Execution State Change"],
            detail: { pipeline: [names.modelBuildPipeline, names.modelDeployPipeline], state: ["FAILED"] },
          },
          State: "ENABLED",
          Tags: renderTags(tags),
          Targets: [target],
        },
      },
    },
    outputs: [refOutput("Topic", "AlertsTopic"), arnOutput("Rule", "PipelineFailedRule")],
  };
};
