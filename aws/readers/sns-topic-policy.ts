import { isDeepStrictEqual } from "node:util";
import { canonicalDocument } from "../../core/drift/canonical-document";
import type { ServiceReader } from "./service-reader";

const topicsOf = ({ Topics }: Record<string, unknown>) => (Topics as string[] | undefined) ?? [];

/** Policies of topics, which are attributes of the topics in SNS. */
export const snsTopicPolicy: ServiceReader = {
  type: "AWS::SNS::TopicPolicy",
  async read(aws, { properties }) {
    const sns = await aws.sns();
    const Topics = topicsOf(properties);
    const documents: unknown[] = [];
    for (const TopicArn of Topics) {
      const { Attributes } = await sns.getTopicAttributes({ TopicArn });
      documents.push(canonicalDocument(Attributes?.Policy));
    }
    const wanted = canonicalDocument(properties.PolicyDocument);
    // All topics share the one policy: of several, what another has tells of all.
    const other = documents.find((document) => !isDeepStrictEqual(document, wanted));
    return { kind: "found", properties: { PolicyDocument: other ?? documents[0], Topics } };
  },
  async write(aws, { properties }, { target }) {
    const sns = await aws.sns();
    const AttributeValue = JSON.stringify(target.PolicyDocument);
    for (const TopicArn of topicsOf(properties)) {
      await sns.setTopicAttributes({ TopicArn, AttributeName: "Policy", AttributeValue });
    }
  },
};
