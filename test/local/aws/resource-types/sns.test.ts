import { SNS } from "@aws-sdk/client-sns";
import assert from "node:assert/strict";
import { ACCOUNT, REGION, StackFixture } from "../cloudformation/stack-fixture";
import { subset, typeTests } from "./type-tests";

const sns = (fixture: StackFixture) => fixture.client(SNS);
const ARN = `arn:aws:sns:${REGION}:${ACCOUNT}:alerts`;
const QUEUE = `arn:aws:sqs:${REGION}:${ACCOUNT}:queue`;
const topic = (more: Record<string, unknown> = {}) => ({
  TopicName: "alerts",
  Tags: [{ Key: "Stem", Value: "s" }],
  ...more,
});

typeTests({
  type: "AWS::SNS::Topic",
  properties: topic(),
  read: {
    TopicArn: ARN,
    TopicName: "alerts",
    DisplayName: undefined,
    Subscription: undefined,
    Tags: [{ Key: "Stem", Value: "s" }],
  },
  attributes: { Ref: ARN, TopicName: "alerts", TopicArn: ARN },
  updates: [
    { name: "its display name", properties: topic({ DisplayName: "A" }), read: { DisplayName: "A" } },
    {
      name: "its key",
      properties: topic({ KmsMasterKeyId: "alias/aws/sns" }),
      read: { KmsMasterKeyId: "alias/aws/sns" },
    },
    {
      name: "a subscriber",
      properties: topic({ Subscription: [{ Protocol: "sqs", Endpoint: QUEUE }] }),
      read: { Subscription: [{ Protocol: "sqs", Endpoint: QUEUE }] },
    },
    { name: "no tags", properties: topic({ Tags: undefined }), read: { Tags: undefined } },
    {
      name: "another name",
      properties: topic({ TopicName: "warnings" }),
      read: { TopicName: "warnings" },
      replaced: true,
    },
  ],
  drifts: [
    {
      name: "another tag",
      plant: (fixture, ResourceArn) =>
        sns(fixture).tagResource({ ResourceArn, Tags: [{ Key: "Stem", Value: "x" }] }),
      found: ["/Tags/0/Value NOT_EQUAL"],
    },
    {
      name: "its deletion",
      plant: (fixture, TopicArn) => sns(fixture).deleteTopic({ TopicArn }),
      found: "DELETED",
    },
  ],
  patch: { operations: [{ op: "add", path: "/DisplayName", value: "B" }], read: { DisplayName: "B" } },
});

const subscription = (more: Record<string, unknown> = {}) => ({
  TopicArn: { Ref: "Topic" },
  Protocol: "sqs",
  Endpoint: QUEUE,
  ...more,
});

typeTests({
  type: "AWS::SNS::Subscription",
  beside: { Topic: { Type: "AWS::SNS::Topic", Properties: { TopicName: "subscribed" } } },
  properties: subscription(),
  read: {
    TopicArn: `arn:aws:sns:${REGION}:${ACCOUNT}:subscribed`,
    Protocol: "sqs",
    Endpoint: QUEUE,
    RawMessageDelivery: undefined,
  },
  attributes: {
    Ref: new RegExp(`^arn:aws:sns:${REGION}:${ACCOUNT}:subscribed:[0-9a-f-]{36}$`),
    Arn: new RegExp(`^arn:aws:sns:${REGION}:${ACCOUNT}:subscribed:[0-9a-f-]{36}$`),
  },
  updates: [
    {
      name: "raw delivery",
      properties: subscription({ RawMessageDelivery: true }),
      read: { RawMessageDelivery: true },
    },
    {
      name: "a filter",
      properties: subscription({ FilterPolicy: { severity: ["high"] } }),
      read: { FilterPolicy: { severity: ["high"] } },
    },
    {
      name: "another endpoint",
      properties: subscription({ Endpoint: `${QUEUE}-2` }),
      read: { Endpoint: `${QUEUE}-2` },
      replaced: true,
    },
  ],
  drifts: [
    {
      name: "its end",
      plant: (fixture, SubscriptionArn) => sns(fixture).unsubscribe({ SubscriptionArn }),
      found: "DELETED",
    },
  ],
  patch: {
    operations: [{ op: "add", path: "/RawMessageDelivery", value: true }],
    read: { RawMessageDelivery: true },
  },
});

describe("AWS::SNS::TopicPolicy", () => {
  const fixture = new StackFixture();
  before(() => fixture.start());
  after(() => fixture.stop());

  const document = (service: string) => ({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { Service: service }, Action: "sns:Publish", Resource: ARN }],
  });
  const template = (service: string | undefined) => ({
    Resources: {
      Topic: { Type: "AWS::SNS::Topic", Properties: topic() },
      ...(service === undefined
        ? {}
        : {
            Policy: {
              Type: "AWS::SNS::TopicPolicy",
              Properties: { Topics: [{ Ref: "Topic" }], PolicyDocument: document(service) },
            },
          }),
    },
  });
  const policy = async () => {
    const { Attributes } = await sns(fixture).getTopicAttributes({ TopicArn: ARN });
    return JSON.parse(Attributes!.Policy!) as { Id?: string };
  };

  it("is put, changed, rolled back, and taken away for the one that topics are made with", async () => {
    await fixture.create("policy", template("events.amazonaws.com"));
    assert.deepEqual(await policy(), document("events.amazonaws.com"));
    const failed = await fixture.update("policy", template("not a service"));
    assert.equal(failed.StackStatus, "UPDATE_ROLLBACK_COMPLETE");
    assert.deepEqual(await policy(), document("events.amazonaws.com"));
    await fixture.update("policy", template("cloudwatch.amazonaws.com"));
    assert.deepEqual(await policy(), document("cloudwatch.amazonaws.com"));
    await fixture.update("policy", template(undefined));
    assert.equal((await policy()).Id, "__default_policy_ID");
    assert.equal((await fixture.delete("policy")).StackStatus, "DELETE_COMPLETE");
  });
});

describe("a subscription by e-mail", () => {
  const fixture = new StackFixture();
  before(() => fixture.start());
  after(() => fixture.stop());

  it("waits for its subscriber, is in sync while it does, and goes with its topic", async () => {
    const stack = await fixture.create("mail", {
      Resources: {
        Topic: { Type: "AWS::SNS::Topic", Properties: topic() },
        Mail: {
          Type: "AWS::SNS::Subscription",
          Properties: { TopicArn: { Ref: "Topic" }, Protocol: "email", Endpoint: "a@example.com" },
        },
      },
      Outputs: { Arn: { Value: { Ref: "Mail" } } },
    });
    const SubscriptionArn = stack.Outputs![0]!.OutputValue!;
    const { Attributes } = await sns(fixture).getSubscriptionAttributes({ SubscriptionArn });
    subset(Attributes!, { PendingConfirmation: "true", Endpoint: "a@example.com", Owner: ACCOUNT });
    const { Subscriptions } = await sns(fixture).listSubscriptionsByTopic({ TopicArn: ARN });
    assert.equal(Subscriptions![0]!.SubscriptionArn, "PendingConfirmation");
    assert.equal((await fixture.delete("mail")).StackStatus, "DELETE_COMPLETE");
    await assert.rejects(sns(fixture).getSubscriptionAttributes({ SubscriptionArn }), {
      name: "NotFoundException",
    });
  });
});
