import { policyOf } from "../services/sns/topic-policy";
import { topicArn, topics } from "../services/sns/topic-record";
import { type PermissionRule, requestTags, resourceTags } from "./permission";

const ACCOUNT_WIDE = new Set(["ListSubscriptions", "ListTopics"]);

/** SNS's actions are its operations; each is judged on the topic that it names, or that its subscription is of. */
export const snsPermissions: PermissionRule = (operation, input, context) => {
  const action = `sns:${operation}`;
  const text = (key: string): string | undefined => (typeof input[key] === "string" ? input[key] : undefined);
  const given =
    text("TopicArn") ??
    text("TargetArn") ??
    text("ResourceArn") ??
    text("SubscriptionArn")?.replace(/:[^:]*$/, "");
  const name = text("Name");
  const resource = given ?? (name === undefined ? undefined : topicArn(context, name));
  if (ACCOUNT_WIDE.has(operation) || resource === undefined) return [{ action, resources: ["*"] }];
  const topic = topics.find(context, resource.slice(resource.lastIndexOf(":") + 1));
  const permission = {
    action,
    resources: [resource],
    ...(topic === undefined ? {} : { resourcePolicy: { document: policyOf(topic, context) } }),
    context: {
      ...requestTags(input.Tags),
      ...(Array.isArray(input.TagKeys) ? { "aws:TagKeys": input.TagKeys as string[] } : {}),
      ...resourceTags(topic?.tags),
      "sns:Protocol": text("Protocol"),
      "sns:Endpoint": text("Endpoint"),
    },
  };
  // A topic that is made with tags needs the right to tag it too (SNS API Reference, CreateTopic).
  const tagged = operation === "CreateTopic" && Array.isArray(input.Tags) && input.Tags.length > 0;
  return tagged ? [permission, { ...permission, action: "sns:TagResource" }] : [permission];
};
