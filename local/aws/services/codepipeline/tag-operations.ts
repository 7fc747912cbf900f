import type * as CodePipeline from "@aws-sdk/client-codepipeline";
import { AwsError, type CallContext, type Operations } from "../../service";
import { toLowerCase, withoutTags } from "../tag-list";
import { page, pipelineTags } from "./input-rules";
import { pipelineArn, type PipelineRecord, pipelines } from "./pipeline-record";

function tagged(arn: string, context: CallContext): PipelineRecord {
  const name = arn.slice(arn.lastIndexOf(":") + 1);
  if (arn !== pipelineArn(context, name)) {
    throw new AwsError("InvalidArnException", `${arn} is not the ARN of a pipeline`);
  }
  const found = pipelines.find(context, name);
  if (found === undefined) {
    throw new AwsError("ResourceNotFoundException", `The resource ${arn} does not exist`);
  }
  return found;
}

/** Tags of pipelines. */
export const tagOperations: Operations = {
  TagResource: (input: CodePipeline.TagResourceInput, context) => {
    const record = tagged(input.resourceArn!, context);
    const tags = pipelineTags([...toLowerCase(record.tags), ...input.tags!]);
    pipelines.save(context, { ...record, tags });
    return {};
  },
  UntagResource: (input: CodePipeline.UntagResourceInput, context) => {
    const record = tagged(input.resourceArn!, context);
    pipelines.save(context, { ...record, tags: withoutTags(record.tags, input.tagKeys) });
    return {};
  },
  ListTagsForResource: (input: CodePipeline.ListTagsForResourceInput, context) => {
    const { items, nextToken } = page(toLowerCase(tagged(input.resourceArn!, context).tags), input);
    return { tags: items, nextToken };
  },
};
