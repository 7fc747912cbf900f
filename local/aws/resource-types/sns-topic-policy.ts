import { AwsError, type CallContext } from "../service";
import { defaultPolicy } from "../services/sns/topic-policy";
import { generatedName } from "./generated-name";
import { isNotFound } from "./handler-error";
import { documentText } from "./policy-documents";
import type { ResourceType } from "./resource-type";
import { callService } from "./service-calls";

type Properties = Record<string, unknown>;

/** The policy that topics have: of the topics' own attributes, so that AWS serves neither reading nor listing it. */
export const snsTopicPolicy: ResourceType = {
  type: "AWS::SNS::TopicPolicy",
  primaryIdentifier: "Id",
  createOnly: [],
  readOnly: ["Id"],
  writeOnly: ["PolicyDocument", "Topics"],
  unreadable: true,
  ref: (model) => model.identifier,
  async create(desired, context, started) {
    const identifier = generatedName(undefined);
    started?.(identifier);
    await put(topics(desired), desired, context);
    return { identifier, properties: { ...desired, Id: identifier } };
  },
  read: () => Promise.resolve(undefined),
  async update(identifier, previous, desired, context) {
    await put(topics(desired), desired, context);
    await reset(
      topics(previous).filter((topic) => !topics(desired).includes(topic)),
      context,
    );
    return { identifier, properties: { ...desired, Id: identifier } };
  },
  async delete(_identifier, context, given) {
    await reset(topics(given ?? {}), context);
  },
  list: () => Promise.resolve([]),
};

function topics(properties: Properties): string[] {
  return (properties.Topics as string[] | undefined) ?? [];
}

async function put(
  of: readonly string[],
  { PolicyDocument }: Properties,
  context: CallContext,
): Promise<void> {
  for (const TopicArn of of) await setPolicy(TopicArn, documentText(PolicyDocument), context);
}

/** A topic always has a policy: what topics are made with takes the place of a deleted one. */
async function reset(of: readonly string[], context: CallContext): Promise<void> {
  for (const TopicArn of of) {
    try {
      await setPolicy(
        TopicArn,
        defaultPolicy(context, TopicArn.slice(TopicArn.lastIndexOf(":") + 1)),
        context,
      );
    } catch (error) {
      if (!(error instanceof AwsError) || !isNotFound(error)) throw error;
    }
  }
}

function setPolicy(TopicArn: string, AttributeValue: string, context: CallContext): Promise<unknown> {
  return callService(context, "sns", "SetTopicAttributes", {
    TopicArn,
    AttributeName: "Policy",
    AttributeValue,
  });
}
