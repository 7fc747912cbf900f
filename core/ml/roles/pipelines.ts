import type { Statement } from "../../security/policy-document";
import { allow, type RoleContext, type RoleDraft } from "./role-draft";
import { artifactStore, keyGrant, readSource, runBuild } from "./shared-grants";

/** The build pipeline: reads the code and runs the build project. */
export function buildPipelineRole(context: RoleContext): RoleDraft {
  const { arns, names, buildSource } = context;
  return {
    stage: "build-pipeline",
    description: "Takes code to the build of models",
    service: "codepipeline.amazonaws.com",
    sources: [arns.pipeline(names.modelBuildPipeline)],
    policies: {
      artifacts: artifactStore(context),
      build: runBuild(context, names.modelBuildProject),
      ...keyGrant(context),
      source: readSource(context, buildSource),
    },
  };
}

/** The deploy pipeline: reads the code, asks for approval, and runs the deploy project. */
export function deployPipelineRole(context: RoleContext): RoleDraft {
  const { arns, names, deploySource, config } = context;
  const asks: Statement[] =
    config.ml_product.alerts_email === undefined
      ? []
      : [allow("AskForApproval", ["sns:Publish"], [arns.topic(names.alertsTopic)])];
  return {
    stage: "deploy-pipeline",
    description: "Takes code and an approval to the deployment of models",
    service: "codepipeline.amazonaws.com",
    sources: [arns.pipeline(names.modelDeployPipeline)],
    policies: {
      artifacts: artifactStore(context),
      build: [...runBuild(context, names.modelDeployProject), ...asks],
      ...keyGrant(context),
      source: readSource(context, deploySource),
    },
  };
}

/** The event rules: start the two pipelines. */
export function pipelineStartRole({ arns, names }: RoleContext): RoleDraft {
  const pipelines = [names.modelBuildPipeline, names.modelDeployPipeline].map(arns.pipeline);
  return {
    stage: "pipeline-start",
    description: "Starts the pipelines when code changes or a model is approved",
    service: "events.amazonaws.com",
    sources: [names.modelApprovedRule, names.modelBuildSourceRule, names.modelDeploySourceRule].map(
      arns.rule,
    ),
    policies: {
      start: [allow("StartPipelines", ["codepipeline:StartPipelineExecution"], pipelines)],
    },
  };
}
