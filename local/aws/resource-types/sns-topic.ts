import { isDeepStrictEqual } from "node:util";
import { AwsError, type CallContext } from "../service";
import { generatedName } from "./generated-name";
import type { ResourceType } from "./resource-type";
import { allPages, callService, defined, unlessMissing } from "./service-calls";
import { changedTags, readableTags, type Tag } from "./tags";

type Properties = Record<string, unknown>;

interface Subscription {
  SubscriptionArn: string;
  Protocol: string;
  Endpoint: string;
}

/** Properties that are attributes of the same name in SNS's API. */
const ATTRIBUTES = ["DisplayName", "KmsMasterKeyId"];

/** Topics with display name, key, subscriptions and tags. */
export const snsTopic: ResourceType = {
  type: "AWS::SNS::Topic",
  primaryIdentifier: "TopicArn",
  createOnly: ["TopicName"],
  readOnly: ["TopicArn"],
  writeOnly: [],
  nameProperty: { name: "TopicName", maxLength: 256 },
  tags: "list",
  extraAttributes: ["TopicName"],
  ref: (model) => model.identifier,
  async create(desired, context, started) {
    const name = generatedName(desired.TopicName);
    const arn = `arn:${context.partition}:sns:${context.region}:${context.caller.accountId}:${name}`;
    // SNS itself takes the creation of a topic that is there already.
    if ((await attributesOf(arn, context)) !== undefined) {
      throw new AwsError("AlreadyExistsException", `Topic ${name} already exists`);
    }
    const tags = (desired.Tags ?? []) as Tag[];
    const given = ATTRIBUTES.filter((attribute) => desired[attribute] !== undefined);
    await callService(context, "sns", "CreateTopic", {
      Name: name,
      Attributes: Object.fromEntries(given.map((attribute) => [attribute, String(desired[attribute])])),
      ...(tags.length > 0 ? { Tags: tags } : {}),
    });
    started?.(arn);
    await subscribe(arn, subscriptions(desired), context);
    return { identifier: arn, properties: identity(arn) };
  },
  async read(identifier, context) {
    const attributes = await attributesOf(identifier, context);
    if (attributes === undefined) return undefined;
    await callService(context, "sns", "GetDataProtectionPolicy", { ResourceArn: identifier });
    const answer = await callService<{ Tags?: Tag[] }>(context, "sns", "ListTagsForResource", {
      ResourceArn: identifier,
    });
    const of = await subscriptionsOf(identifier, context);
    const tags = readableTags(answer.Tags);
    return {
      identifier,
      properties: defined({
        ...identity(identifier),
        ...Object.fromEntries(ATTRIBUTES.map((name) => [name, attributes[name] || undefined])),
        Subscription:
          of.length > 0 ? of.map(({ Endpoint, Protocol }) => ({ Endpoint, Protocol })) : undefined,
        Tags: tags.length > 0 ? tags : undefined,
      }),
    };
  },
  async update(identifier, previous, desired, context) {
    for (const name of ATTRIBUTES.filter((each) => previous[each] !== desired[each])) {
      await callService(context, "sns", "SetTopicAttributes", {
        TopicArn: identifier,
        AttributeName: name,
        AttributeValue: String((desired[name] as string | undefined) ?? ""),
      });
    }
    await updateSubscriptions(identifier, subscriptions(previous), subscriptions(desired), context);
    const tags = changedTags(previous.Tags as Tag[] | undefined, desired.Tags as Tag[] | undefined);
    const target = { ResourceArn: identifier };
    if (tags.removed.length > 0) {
      await callService(context, "sns", "UntagResource", { ...target, TagKeys: tags.removed });
    }
    if (tags.put.length > 0) await callService(context, "sns", "TagResource", { ...target, Tags: tags.put });
    return { identifier, properties: identity(identifier) };
  },
  async delete(identifier, context) {
    await callService(context, "sns", "DeleteTopic", { TopicArn: identifier });
  },
  async list(context) {
    const topics = await allPages<{ TopicArn: string }>(context, {
      service: "sns",
      operation: "ListTopics",
      input: {},
      items: "Topics",
    });
    return topics.map(({ TopicArn }) => TopicArn);
  },
};

async function attributesOf(arn: string, context: CallContext): Promise<Record<string, string> | undefined> {
  const answer = await unlessMissing(
    callService<{ Attributes: Record<string, string> }>(context, "sns", "GetTopicAttributes", {
      TopicArn: arn,
    }),
  );
  return answer?.Attributes;
}

function subscriptionsOf(arn: string, context: CallContext): Promise<Subscription[]> {
  return allPages<Subscription>(context, {
    service: "sns",
    operation: "ListSubscriptionsByTopic",
    input: { TopicArn: arn },
    items: "Subscriptions",
  });
}

type Subscriber = Pick<Subscription, "Endpoint" | "Protocol">;

function subscriptions(properties: Properties): Subscriber[] {
  return (properties.Subscription ?? []) as Subscriber[];
}

async function subscribe(
  TopicArn: string,
  wanted: readonly Subscriber[],
  context: CallContext,
): Promise<void> {
  for (const { Endpoint, Protocol } of wanted) {
    await callService(context, "sns", "Subscribe", { TopicArn, Endpoint, Protocol });
  }
}

/** A subscription that nobody confirmed has no ARN to end it by: it goes with the topic. */
async function updateSubscriptions(
  topic: string,
  before: readonly Subscriber[],
  after: readonly Subscriber[],
  context: CallContext,
): Promise<void> {
  if (isDeepStrictEqual(before, after)) return;
  const lacks = (list: readonly Subscriber[], one: Subscriber): boolean =>
    !list.some(({ Endpoint, Protocol }) => Endpoint === one.Endpoint && Protocol === one.Protocol);
  await subscribe(
    topic,
    after.filter((one) => lacks(before, one)),
    context,
  );
  const removed = before.filter((one) => lacks(after, one));
  const there = removed.length > 0 ? await subscriptionsOf(topic, context) : [];
  for (const { SubscriptionArn, Endpoint, Protocol } of there) {
    if (lacks(removed, { Endpoint, Protocol }) || SubscriptionArn === "PendingConfirmation") continue;
    await callService(context, "sns", "Unsubscribe", { SubscriptionArn });
  }
}

function identity(arn: string): Properties {
  return { TopicArn: arn, TopicName: arn.slice(arn.lastIndexOf(":") + 1) };
}
