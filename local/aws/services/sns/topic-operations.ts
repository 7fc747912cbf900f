import { isDeepStrictEqual } from "node:util";
import type * as Sns from "@aws-sdk/client-sns";
import { checkedTags, type TagRefusals } from "../tag-list";
import { AwsError, type CallContext, type Operations } from "../../service";
import { tokenPage } from "../token-page";
import { refuseUnsupported } from "../unsupported-input";
import { invalidParameter } from "./errors";
import { subscriptionsOf, subscriptions } from "./subscription-record";
import { checkTopicPolicy, policyOf } from "./topic-policy";
import { existingTopic, findTopic, topicArn, type TopicRecord, topics } from "./topic-record";

const TAG_REFUSALS: TagRefusals = {
  invalid: (key) => invalidParameter(`Tags Reason: the tag ${key} is not valid`),
  tooMany: () =>
    new AwsError(
      "TagLimitExceededException",
      "Could not complete request: tag quota of per resource exceeded",
    ),
};

const PAGE = 100;
const DISPLAY_NAME_LENGTH = 100;

/** The attributes that the embedded topics have; others of AWS's are refused. */
const ATTRIBUTES = [
  "DeliveryPolicy",
  "DisplayName",
  "KmsMasterKeyId",
  "Policy",
  "SignatureVersion",
  "TracingConfig",
];

function checkAttribute(name: string, value: string, context: CallContext): void {
  if (!ATTRIBUTES.includes(name)) throw invalidParameter("AttributeName");
  if (name === "Policy") checkTopicPolicy(value, context);
  if (name === "DisplayName" && value.length > DISPLAY_NAME_LENGTH) {
    throw invalidParameter(`DisplayName Reason: must be at most ${DISPLAY_NAME_LENGTH} characters long`);
  }
}

function createTopic(input: Sns.CreateTopicInput, context: CallContext): Sns.CreateTopicResponse {
  const name = input.Name!;
  refuseUnsupported(input, ["DataProtectionPolicy"]);
  if (!/^[\w-]{1,256}$/.test(name)) throw invalidParameter("Topic Name");
  const attributes = input.Attributes ?? {};
  for (const [key, value] of Object.entries(attributes)) checkAttribute(key, value, context);
  const tags = checkedTags(input.Tags, TAG_REFUSALS);
  const existing = topics.find(context, name);
  const answer = { TopicArn: topicArn(context, name) };
  if (existing !== undefined) {
    refuseOther(existing, attributes, input.Tags === undefined ? existing.tags : tags);
    return answer;
  }
  topics.save(context, { name, attributes, tags });
  return answer;
}

/** A topic that is there may be created again as it is, and no other way. */
function refuseOther(
  existing: TopicRecord,
  attributes: Record<string, string>,
  tags: TopicRecord["tags"],
): void {
  if (!isDeepStrictEqual(new Set(existing.tags), new Set(tags))) {
    throw invalidParameter("Tags Reason: Topic already exists with different tags");
  }
  if (Object.entries(attributes).some(([key, value]) => existing.attributes[key] !== value)) {
    throw invalidParameter("Attributes Reason: Topic already exists with different attributes");
  }
}

function setTopicAttributes(input: Sns.SetTopicAttributesInput, context: CallContext): void {
  const topic = existingTopic(context, input.TopicArn!);
  const name = input.AttributeName!;
  const value = input.AttributeValue ?? "";
  checkAttribute(name, value, context);
  const attributes: Record<string, string> = { ...topic.attributes, [name]: value };
  if (value === "") delete attributes[name];
  topics.save(context, { ...topic, attributes });
}

function getTopicAttributes(
  input: Sns.GetTopicAttributesInput,
  context: CallContext,
): Sns.GetTopicAttributesResponse {
  const topic = existingTopic(context, input.TopicArn!);
  const of = subscriptionsOf(context, input.TopicArn!);
  const pending = of.filter(({ confirmed }) => !confirmed).length;
  return {
    Attributes: {
      ...topic.attributes,
      TopicArn: topicArn(context, topic.name),
      Owner: context.caller.accountId,
      Policy: policyOf(topic, context),
      DisplayName: topic.attributes.DisplayName ?? "",
      SubscriptionsConfirmed: String(of.length - pending),
      SubscriptionsPending: String(pending),
      SubscriptionsDeleted: "0",
    },
  };
}

/** Deleting what is not there is no error. */
function deleteTopic(input: Sns.DeleteTopicInput, context: CallContext): void {
  const topic = findTopic(context, input.TopicArn!);
  if (topic === undefined) return;
  for (const { arn } of subscriptionsOf(context, input.TopicArn!)) subscriptions.delete(context, arn);
  topics.delete(context, topic.name);
}

function tagged(arn: string, context: CallContext): TopicRecord {
  const found = findTopic(context, arn);
  if (found === undefined) throw new AwsError("ResourceNotFoundException", "Resource does not exist", 404);
  return found;
}

/** Topics, their attributes and tags. */
export const topicOperations: Operations = {
  CreateTopic: createTopic,
  SetTopicAttributes: setTopicAttributes,
  GetTopicAttributes: getTopicAttributes,
  DeleteTopic: deleteTopic,
  ListTopics: (input: Sns.ListTopicsInput, context): Sns.ListTopicsResponse => {
    const { items, next } = tokenPage(topics.all(context), input.NextToken, PAGE, () =>
      invalidParameter("NextToken"),
    );
    return { Topics: items.map(({ name }) => ({ TopicArn: topicArn(context, name) })), NextToken: next };
  },
  // No topic has one here; AWS answers so of a topic without.
  GetDataProtectionPolicy: (input: Sns.GetDataProtectionPolicyInput, context) => {
    tagged(input.ResourceArn!, context);
    return {};
  },
  TagResource: (input: Sns.TagResourceRequest, context) => {
    const topic = tagged(input.ResourceArn!, context);
    topics.save(context, { ...topic, tags: checkedTags([...topic.tags, ...input.Tags!], TAG_REFUSALS) });
  },
  UntagResource: (input: Sns.UntagResourceRequest, context) => {
    const topic = tagged(input.ResourceArn!, context);
    topics.save(context, { ...topic, tags: topic.tags.filter(({ Key }) => !input.TagKeys!.includes(Key)) });
  },
  ListTagsForResource: (input: Sns.ListTagsForResourceRequest, context) => ({
    Tags: tagged(input.ResourceArn!, context).tags,
  }),
};
