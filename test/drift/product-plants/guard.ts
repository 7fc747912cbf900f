import { type Document, reworded, type Tag, widened } from "../plants";
import { change, harmless, type PlantsOf, tagPlants } from "./planters";

const logGroupPlants: PlantsOf = ({ identifier: logGroupName, properties }) => {
  const arn = `arn:aws:logs:us-west-2:${ACCOUNT}:log-group:${logGroupName}`;
  const other = properties.RetentionInDays === 90 ? 120 : 90;
  return [
    change("RetentionInDays", "keeps its events for another time", ({ logs }) =>
      logs.putRetentionPolicy({ logGroupName, retentionInDays: other }),
    ),
    change("RetentionInDays", "keeps its events for ever", ({ logs }) =>
      logs.deleteRetentionPolicy({ logGroupName }),
    ),
    ...tagPlants(
      properties.Tags as Tag[],
      ({ logs }, tags) =>
        logs.tagResource({
          resourceArn: arn,
          tags: Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value])),
        }),
      ({ logs }, tagKeys) => logs.untagResource({ resourceArn: arn, tagKeys }),
    ),
  ];
};

/** The account of the shipped configs. */
const ACCOUNT = "123456789012";

const topicPlants: PlantsOf = ({ identifier: TopicArn, properties }) => [
  change("DisplayName", "gives it a name to show", ({ sns }) =>
    sns.setTopicAttributes({ TopicArn, AttributeName: "DisplayName", AttributeValue: "by hand" }),
  ),
  harmless("subscribes to it", ({ sns }) =>
    sns.subscribe({ TopicArn, Protocol: "email", Endpoint: "stranger@example.com" }),
  ),
  ...tagPlants(
    properties.Tags as Tag[],
    ({ sns }, Tags) => sns.tagResource({ ResourceArn: TopicArn, Tags }),
    ({ sns }, TagKeys) => sns.untagResource({ ResourceArn: TopicArn, TagKeys }),
  ),
];

const topicPolicyPlants: PlantsOf = ({ properties }) => {
  const document = properties.PolicyDocument as Document;
  const [TopicArn] = properties.Topics as string[];
  const policy = { TopicArn, AttributeName: "Policy" };
  return [
    change("PolicyDocument", "lets everybody publish more", ({ sns }) =>
      sns.setTopicAttributes({
        ...policy,
        AttributeValue: widened(document).replace("sts:GetSessionToken", "sns:Subscribe"),
      }),
    ),
    harmless("writes it in other words", ({ sns }) =>
      sns.setTopicAttributes({ ...policy, AttributeValue: reworded(document) }),
    ),
  ];
};

const subscriptionPlants: PlantsOf = ({ identifier: SubscriptionArn }) => [
  change("FilterPolicy", "keeps messages from the subscriber", ({ sns }) =>
    sns.setSubscriptionAttributes({
      SubscriptionArn,
      AttributeName: "FilterPolicy",
      AttributeValue: JSON.stringify({ severity: ["none"] }),
    }),
  ),
];

const keyPlants: PlantsOf = ({ identifier: KeyId, properties }) => {
  const document = properties.KeyPolicy as Document;
  return [
    change("Description", "describes it otherwise", ({ kms }) =>
      kms.updateKeyDescription({ KeyId, Description: "by hand" }),
    ),
    change("EnableKeyRotation", "ends its rotation", ({ kms }) => kms.disableKeyRotation({ KeyId })),
    change("Enabled", "switches it off", ({ kms }) => kms.disableKey({ KeyId })),
    change("KeyPolicy", "lets its administrators use it", ({ kms }) =>
      kms.putKeyPolicy({ KeyId, Policy: widened(document).replace("sts:GetSessionToken", "kms:Decrypt") }),
    ),
    harmless("writes its policy in other words", ({ kms }) =>
      kms.putKeyPolicy({ KeyId, Policy: reworded(document) }),
    ),
    ...tagPlants(
      properties.Tags as Tag[],
      ({ kms }, tags) =>
        kms.tagResource({ KeyId, Tags: tags.map(({ Key, Value }) => ({ TagKey: Key, TagValue: Value })) }),
      ({ kms }, TagKeys) => kms.untagResource({ KeyId, TagKeys }),
    ),
  ];
};

const aliasPlants: PlantsOf = ({ identifier: AliasName }) => [
  change("TargetKeyId", "lets it stand for another key", async ({ kms }) => {
    const { KeyMetadata } = await kms.createKey({});
    await kms.updateAlias({ AliasName, TargetKeyId: KeyMetadata?.KeyId });
  }),
];

/** Changes of log groups, topics and keys. */
export const GUARD_PLANTS: Record<string, PlantsOf> = {
  "AWS::KMS::Alias": aliasPlants,
  "AWS::KMS::Key": keyPlants,
  "AWS::Logs::LogGroup": logGroupPlants,
  "AWS::SNS::Subscription": subscriptionPlants,
  "AWS::SNS::Topic": topicPlants,
  "AWS::SNS::TopicPolicy": topicPolicyPlants,
};
