import { randomBytes, randomUUID } from "node:crypto";
import type * as Sns from "@aws-sdk/client-sns";
import type { CallContext, Operations } from "../../service";
import { tokenPage } from "../token-page";
import { invalidParameter, notFound } from "./errors";
import { noteMessage } from "./message-record";
import {
  allSubscriptions,
  findSubscription,
  type SubscriptionRecord,
  subscriptions,
  subscriptionsOf,
} from "./subscription-record";
import { existingTopic, topicArn } from "./topic-record";

const PAGE = 100;

/** Each protocol with what its endpoints look like; those that wait for their subscriber's confirmation. */
const PROTOCOLS: Record<string, { endpoint: RegExp; refusal: string; confirmed?: true }> = {
  email: { endpoint: /^[^\s@]+@[^\s@]+\.[^\s@]+$/, refusal: "Email address" },
  "email-json": { endpoint: /^[^\s@]+@[^\s@]+\.[^\s@]+$/, refusal: "Email address" },
  http: { endpoint: /^http:\/\//, refusal: "Endpoint must match the specified protocol" },
  https: { endpoint: /^https:\/\//, refusal: "Endpoint must match the specified protocol" },
  lambda: { endpoint: /^arn:[^:]+:lambda:/, refusal: "Lambda endpoint ARN", confirmed: true },
  sqs: { endpoint: /^arn:[^:]+:sqs:/, refusal: "SQS endpoint ARN", confirmed: true },
  sms: { endpoint: /^\+?[0-9-]{5,20}$/, refusal: "Invalid SMS endpoint", confirmed: true },
};

const ATTRIBUTES = [
  "DeliveryPolicy",
  "FilterPolicy",
  "FilterPolicyScope",
  "RawMessageDelivery",
  "RedrivePolicy",
];

function subscribe(input: Sns.SubscribeInput, context: CallContext): Sns.SubscribeResponse {
  const arn = topicArn(context, existingTopic(context, input.TopicArn!).name);
  const protocol = PROTOCOLS[input.Protocol!];
  if (protocol === undefined) {
    throw invalidParameter(`Amazon SNS does not support this protocol string: ${input.Protocol!}`);
  }
  const endpoint = input.Endpoint ?? "";
  if (!protocol.endpoint.test(endpoint)) throw invalidParameter(protocol.refusal);
  const attributes = input.Attributes ?? {};
  for (const name of Object.keys(attributes)) checkAttribute(name);
  const same = subscriptionsOf(context, arn).find(
    (record) => record.protocol === input.Protocol && record.endpoint === endpoint,
  );
  const record: SubscriptionRecord = same ?? {
    arn: `${arn}:${randomUUID()}`,
    topicArn: arn,
    protocol: input.Protocol!,
    endpoint,
    owner: context.caller.accountId,
    confirmed: protocol.confirmed === true,
    token: randomBytes(32).toString("hex"),
    created: context.now().toISOString(),
    attributes,
  };
  subscriptions.save(context, record);
  if (!record.confirmed) ask(record, context);
  const shown = record.confirmed || input.ReturnSubscriptionArn === true;
  return { SubscriptionArn: shown ? record.arn : "pending confirmation" };
}

function ask({ topicArn: topic, protocol, endpoint, token }: SubscriptionRecord, context: CallContext): void {
  noteMessage(context, {
    topicArn: topic,
    protocol,
    endpoint,
    subject: "AWS Notification - Subscription Confirmation",
    message: `You have chosen to subscribe to the topic:\n${topic}`,
    token,
  });
}

function confirmSubscription(
  input: Sns.ConfirmSubscriptionInput,
  context: CallContext,
): Sns.ConfirmSubscriptionResponse {
  existingTopic(context, input.TopicArn!);
  const record = subscriptionsOf(context, input.TopicArn!).find(({ token }) => token === input.Token);
  if (record === undefined) throw invalidParameter("Token");
  subscriptions.save(context, { ...record, confirmed: true });
  return { SubscriptionArn: record.arn };
}

function existing(arn: string, context: CallContext): SubscriptionRecord {
  if (!/^arn:[^:]+:sns:[^:]+:\d{12}:[^:]+:[^:]+$/.test(arn)) {
    throw invalidParameter("SubscriptionArn Reason: An ARN must have at least 6 elements");
  }
  const found = findSubscription(context, arn);
  if (found === undefined) throw notFound("Subscription");
  return found;
}

/** What was never confirmed can't be ended: it goes with its topic, or by itself. */
function unsubscribe(input: Sns.UnsubscribeInput, context: CallContext): void {
  const record = existing(input.SubscriptionArn!, context);
  if (!record.confirmed) {
    throw invalidParameter("This operation can not be performed on a pending subscription");
  }
  subscriptions.delete(context, record.arn);
}

function getSubscriptionAttributes(
  input: Sns.GetSubscriptionAttributesInput,
  context: CallContext,
): Sns.GetSubscriptionAttributesResponse {
  const record = existing(input.SubscriptionArn!, context);
  return {
    Attributes: {
      RawMessageDelivery: "false",
      ...record.attributes,
      SubscriptionArn: record.arn,
      TopicArn: record.topicArn,
      Protocol: record.protocol,
      Endpoint: record.endpoint,
      Owner: record.owner,
      PendingConfirmation: String(!record.confirmed),
      ConfirmationWasAuthenticated: "false",
      SubscriptionPrincipal: context.caller.arn,
    },
  };
}

function checkAttribute(name: string): void {
  if (!ATTRIBUTES.includes(name)) throw invalidParameter("AttributeName");
}

function setSubscriptionAttributes(input: Sns.SetSubscriptionAttributesInput, context: CallContext): void {
  const record = existing(input.SubscriptionArn!, context);
  checkAttribute(input.AttributeName!);
  const attributes = { ...record.attributes, [input.AttributeName!]: input.AttributeValue ?? "" };
  if (attributes[input.AttributeName!] === "") delete attributes[input.AttributeName!];
  subscriptions.save(context, { ...record, attributes });
}

function page(records: readonly SubscriptionRecord[], token: string | undefined) {
  const { items, next } = tokenPage(records, token, PAGE, () => invalidParameter("NextToken"));
  return {
    Subscriptions: items.map((record) => ({
      SubscriptionArn: record.confirmed ? record.arn : "PendingConfirmation",
      Owner: record.owner,
      Protocol: record.protocol,
      Endpoint: record.endpoint,
      TopicArn: record.topicArn,
    })),
    NextToken: next,
  };
}

/** Subscriptions and their attributes. */
export const subscriptionOperations: Operations = {
  Subscribe: subscribe,
  ConfirmSubscription: confirmSubscription,
  Unsubscribe: unsubscribe,
  GetSubscriptionAttributes: getSubscriptionAttributes,
  SetSubscriptionAttributes: setSubscriptionAttributes,
  ListSubscriptions: (input: Sns.ListSubscriptionsInput, context) =>
    page(allSubscriptions(context), input.NextToken),
  ListSubscriptionsByTopic: (input: Sns.ListSubscriptionsByTopicInput, context) => {
    existingTopic(context, input.TopicArn!);
    return page(subscriptionsOf(context, input.TopicArn!), input.NextToken);
  },
};
