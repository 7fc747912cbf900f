import type * as EventBridge from "@aws-sdk/client-eventbridge";
import type { CallContext, Operations } from "../../service";
import { withoutTags } from "../tag-list";
import { ruleTags, validation } from "./input-rules";
import { existingRule, ruleArn, type RuleRecord, rules } from "./rule-record";

function tagged(arn: string, context: CallContext): RuleRecord {
  const name = arn.slice(arn.lastIndexOf("/") + 1);
  if (arn !== ruleArn(context, name)) {
    throw validation(`Parameter ${arn} is not valid. Reason: Provided Arn is not in correct format.`);
  }
  return existingRule({ name, bus: undefined }, context);
}

/** Tags of rules. */
export const tagOperations: Operations = {
  TagResource: (input: EventBridge.TagResourceRequest, context) => {
    const record = tagged(input.ResourceARN!, context);
    rules.save(context, { ...record, tags: ruleTags([...record.tags, ...input.Tags!]) });
  },
  UntagResource: (input: EventBridge.UntagResourceRequest, context) => {
    const record = tagged(input.ResourceARN!, context);
    rules.save(context, { ...record, tags: withoutTags(record.tags, input.TagKeys) });
  },
  ListTagsForResource: (input: EventBridge.ListTagsForResourceRequest, context) => ({
    Tags: tagged(input.ResourceARN!, context).tags,
  }),
};
