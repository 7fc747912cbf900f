import { tagList } from "../resource-types/tags";
import { logGroupArn, logGroupName, logGroups } from "../services/logs/log-group-record";
import { type PermissionRule, requestTags, resourceTags } from "./permission";

/** Operations that know no resources. */
const ACCOUNT_WIDE = new Set(["DescribeLogGroups", "TestMetricFilter"]);

/** CloudWatch Logs' actions are its operations; each is judged on the log group or the stream that it names. */
export const logsPermissions: PermissionRule = (operation, input, context) => {
  const action = `logs:${operation}`;
  const named =
    input.logGroupName ?? input.resourceArn ?? input.logGroupIdentifier ?? input.resourceIdentifier;
  if (ACCOUNT_WIDE.has(operation) || typeof named !== "string") return [{ action, resources: ["*"] }];
  const name = logGroupName(named);
  const group = logGroupArn(context, name);
  const stream = input.logStreamName;
  const resource = typeof stream === "string" ? `${group}:log-stream:${stream}` : group;
  const tags = tagList(input.tags);
  const permission = {
    action,
    resources: [resource],
    context: {
      ...requestTags(tags.length > 0 ? tags : undefined),
      ...(Array.isArray(input.tagKeys) ? { "aws:TagKeys": input.tagKeys as string[] } : {}),
      ...resourceTags(tagList(logGroups.find(context, name)?.tags)),
    },
  };
  // A log group that is made with tags needs the right to tag it too (CloudWatch Logs API Reference, CreateLogGroup).
  return operation === "CreateLogGroup" && tags.length > 0
    ? [permission, { ...permission, action: "logs:TagResource" }]
    : [permission];
};
