import type { CallContext } from "../service";
import type { ResourceType } from "./resource-type";
import { sameDocument } from "./policy-documents";
import { allPages, callService, defined, unlessMissing } from "./service-calls";

type Properties = Record<string, unknown>;
type Attributes = Record<string, string>;

/** Properties that are attributes of the same name in SNS's API, those that hold JSON among them. */
const ATTRIBUTES = [
  "DeliveryPolicy",
  "FilterPolicy",
  "FilterPolicyScope",
  "RawMessageDelivery",
  "RedrivePolicy",
];
const DOCUMENTS = ["DeliveryPolicy", "FilterPolicy", "RedrivePolicy"];

/** Subscriptions; one by e-mail waits for its subscriber, and has its ARN while it does. */
export const snsSubscription: ResourceType = {
  type: "AWS::SNS::Subscription",
  primaryIdentifier: "Arn",
  createOnly: ["Endpoint", "Protocol", "TopicArn"],
  readOnly: ["Arn"],
  writeOnly: [],
  ref: (model) => model.identifier,
  async create(desired, context, started) {
    const given = ATTRIBUTES.filter((name) => desired[name] !== undefined);
    const { SubscriptionArn: arn } = await callService<{ SubscriptionArn: string }>(
      context,
      "sns",
      "Subscribe",
      {
        TopicArn: desired.TopicArn,
        Protocol: desired.Protocol,
        ...defined({ Endpoint: desired.Endpoint }),
        Attributes: Object.fromEntries(given.map((name) => [name, text(desired[name])])),
        ReturnSubscriptionArn: true,
      },
    );
    started?.(arn);
    return { identifier: arn, properties: { Arn: arn } };
  },
  async read(identifier, context) {
    const attributes = await attributesOf(identifier, context);
    if (attributes === undefined) return undefined;
    const { Endpoint, Protocol, TopicArn } = attributes;
    return {
      identifier,
      properties: { Arn: identifier, Endpoint, Protocol, TopicArn, ...settings(attributes) },
    };
  },
  async update(identifier, previous, desired, context) {
    for (const name of ATTRIBUTES.filter((each) => !sameDocument(previous[each], desired[each]))) {
      await callService(context, "sns", "SetSubscriptionAttributes", {
        SubscriptionArn: identifier,
        AttributeName: name,
        AttributeValue: desired[name] === undefined ? "" : text(desired[name]),
      });
    }
    return { identifier, properties: { Arn: identifier } };
  },
  async delete(identifier, context) {
    // SNS ends no subscription that was never confirmed: it goes with its topic, or by itself.
    const attributes = await attributesOf(identifier, context);
    if (attributes === undefined || attributes.PendingConfirmation === "true") return;
    await callService(context, "sns", "Unsubscribe", { SubscriptionArn: identifier });
  },
  async list(context) {
    const all = await allPages<{ SubscriptionArn: string }>(context, {
      service: "sns",
      operation: "ListSubscriptions",
      input: {},
      items: "Subscriptions",
    });
    return all.map(({ SubscriptionArn }) => SubscriptionArn).filter((arn) => arn !== "PendingConfirmation");
  },
};

async function attributesOf(arn: string, context: CallContext): Promise<Attributes | undefined> {
  const answer = await unlessMissing(
    callService<{ Attributes: Attributes }>(context, "sns", "GetSubscriptionAttributes", {
      SubscriptionArn: arn,
    }),
  );
  return answer?.Attributes;
}

function settings(attributes: Attributes): Properties {
  return Object.fromEntries(
    ATTRIBUTES.filter((name) => attributes[name] !== undefined && attributes[name] !== "false").map(
      (name) => [
        name,
        DOCUMENTS.includes(name)
          ? (JSON.parse(attributes[name]!) as unknown)
          : name === "RawMessageDelivery" || attributes[name],
      ],
    ),
  );
}

function text(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
