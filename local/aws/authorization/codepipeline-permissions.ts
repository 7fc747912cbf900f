import { pipelineArn, pipelines } from "../services/codepipeline/pipeline-record";
import { fromLowerCase, type LowerCaseTag } from "../services/tag-list";
import { passRole, type PermissionRule, tagConditions } from "./permission";

/** CodePipeline's actions are its operations; each is judged on the pipeline that it names, or on a stage of it. */
export const codepipelinePermissions: PermissionRule = (operation, input, context) => {
  const action = `codepipeline:${operation}`;
  const declared = input.pipeline as { name?: string; roleArn?: string } | undefined;
  const arn = input.resourceArn;
  const name =
    typeof arn === "string"
      ? arn.slice(arn.lastIndexOf(":") + 1)
      : ((input.name ?? input.pipelineName ?? declared?.name) as string | undefined);
  if (name === undefined) return [{ action, resources: ["*"] }];
  const pipeline = pipelineArn(context, name);
  const stage = typeof input.stageName === "string" ? `/${input.stageName}` : "";
  const tags = input.tags as LowerCaseTag[] | undefined;
  const permission = {
    action,
    resources: [pipeline + stage],
    context: tagConditions({
      set: tags === undefined ? undefined : fromLowerCase(tags),
      removed: input.tagKeys,
      present: pipelines.find(context, name)?.tags,
    }),
  };
  if (declared?.roleArn === undefined) return [permission];
  return [permission, passRole(declared.roleArn, "codepipeline.amazonaws.com")];
};
