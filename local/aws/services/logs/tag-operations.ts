import type * as Logs from "@aws-sdk/client-cloudwatch-logs";
import type { CallContext, Operations } from "../../service";
import { checkedTags, invalidParameter } from "./input-rules";
import { existingLogGroup, type LogGroupRecord, logGroups } from "./log-group-record";

/** Tags are asked for by ARN, which has no `:*` behind it. */
function tagged(resourceArn: string, context: CallContext): LogGroupRecord {
  if (!/^arn:[^:]+:logs:[^:]*:\d{12}:log-group:[^:]+$/.test(resourceArn)) {
    throw invalidParameter(`${resourceArn} is not the ARN of a log group.`);
  }
  return existingLogGroup(context, resourceArn);
}

/** Tags of log groups. */
export const tagOperations: Operations = {
  TagResource: (input: Logs.TagResourceRequest, context) => {
    const record = tagged(input.resourceArn!, context);
    logGroups.save(context, { ...record, tags: checkedTags({ ...record.tags, ...input.tags }) });
  },
  UntagResource: (input: Logs.UntagResourceRequest, context) => {
    const record = tagged(input.resourceArn!, context);
    const kept = Object.entries(record.tags).filter(([key]) => !input.tagKeys!.includes(key));
    logGroups.save(context, { ...record, tags: Object.fromEntries(kept) });
  },
  ListTagsForResource: (input: Logs.ListTagsForResourceRequest, context) => ({
    tags: tagged(input.resourceArn!, context).tags,
  }),
};
