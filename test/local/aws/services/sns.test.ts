import { SNS } from "@aws-sdk/client-sns";
import assert from "node:assert/strict";
import { ACCOUNT, policy, refusal, REGION, TestServer } from "./embedded-server";

const ARN = `arn:aws:sns:${REGION}:${ACCOUNT}`;
const THERE = `${ARN}:there`;

interface Message {
  endpoint: string;
  subject: string;
  message: string;
  token?: string;
}

describe("embedded SNS", () => {
  let server: TestServer;
  let sns: SNS;

  before(async () => {
    server = await TestServer.start();
    sns = server.client(SNS);
    await sns.createTopic({ Name: "there", Tags: [{ Key: "a", Value: "1" }] });
  });
  after(() => server.stop());

  const messages = async (): Promise<Message[]> =>
    ((await server.control("GET", "messages")) as { messages: Message[] }).messages;

  it("asks a subscriber by e-mail, and sends what is published once it said yes", async () => {
    const { TopicArn } = await sns.createTopic({ Name: "mails" });
    const asked = await sns.subscribe({ TopicArn, Protocol: "email", Endpoint: "a@example.com" });
    assert.equal(asked.SubscriptionArn, "pending confirmation");
    await sns.publish({ TopicArn, Message: "too early" });
    const [question, ...none] = await messages();
    assert.deepEqual(none, []);
    await server.restart();
    sns = server.client(SNS);
    const { SubscriptionArn } = await sns.confirmSubscription({ TopicArn, Token: question!.token });
    await sns.publish({ TopicArn, Subject: "s", Message: "m" });
    const { endpoint, subject, message } = (await messages()).at(-1)!;
    assert.deepEqual([endpoint, subject, message], ["a@example.com", "s", "m"]);
    const { Attributes } = await sns.getTopicAttributes({ TopicArn });
    assert.deepEqual([Attributes!.SubscriptionsConfirmed, Attributes!.SubscriptionsPending], ["1", "0"]);
    await sns.unsubscribe({ SubscriptionArn });
    assert.deepEqual((await sns.listSubscriptions({})).Subscriptions, []);
  });

  it("takes the same topic and the same subscriber again, and deletes what is not there", async () => {
    const again = await sns.createTopic({ Name: "there", Tags: [{ Key: "a", Value: "1" }] });
    assert.equal(again.TopicArn, THERE);
    const ask = () =>
      sns.subscribe({
        TopicArn: THERE,
        Protocol: "email",
        Endpoint: "b@example.com",
        ReturnSubscriptionArn: true,
      });
    assert.equal((await ask()).SubscriptionArn, (await ask()).SubscriptionArn);
    await sns.deleteTopic({ TopicArn: `${ARN}:none` });
  });

  it("shows the policy and tags of a topic", async () => {
    await sns.tagResource({ ResourceArn: THERE, Tags: [{ Key: "b", Value: "2" }] });
    await sns.untagResource({ ResourceArn: THERE, TagKeys: ["a"] });
    assert.deepEqual((await sns.listTagsForResource({ ResourceArn: THERE })).Tags, [
      { Key: "b", Value: "2" },
    ]);
    const { Attributes } = await sns.getTopicAttributes({ TopicArn: THERE });
    assert.match(Attributes!.Policy!, /__default_policy_ID/);
    const given = policy({ Effect: "Allow", Principal: "*", Action: "SNS:Publish", Resource: THERE });
    await sns.setTopicAttributes({ TopicArn: THERE, AttributeName: "Policy", AttributeValue: given });
    assert.equal((await sns.getTopicAttributes({ TopicArn: THERE })).Attributes!.Policy, given);
  });

  const setPolicy = (change: Record<string, unknown>) => (c: SNS) =>
    c.setTopicAttributes({
      TopicArn: THERE,
      AttributeName: "Policy",
      AttributeValue: policy({
        Effect: "Allow",
        Principal: "*",
        Action: "sns:Publish",
        Resource: THERE,
        ...change,
      }),
    });
  const cases: [string, (sns: SNS) => Promise<unknown>, string, number?][] = [
    ["a name with a space", (c) => c.createTopic({ Name: "a b" }), "InvalidParameter"],
    ["257 characters", (c) => c.createTopic({ Name: "x".repeat(257) }), "InvalidParameter"],
    [
      "a topic that is there with other tags",
      (c) => c.createTopic({ Name: "there", Tags: [{ Key: "x", Value: "y" }] }),
      "InvalidParameter",
    ],
    ["an unknown topic", (c) => c.getTopicAttributes({ TopicArn: `${ARN}:none` }), "NotFound", 404],
    ["what is no topic", (c) => c.getTopicAttributes({ TopicArn: "none" }), "InvalidParameter"],
    [
      "tags of an unknown topic",
      (c) => c.listTagsForResource({ ResourceArn: `${ARN}:none` }),
      "ResourceNotFound",
      404,
    ],
    [
      "an attribute that is none",
      (c) => c.setTopicAttributes({ TopicArn: THERE, AttributeName: "Colour", AttributeValue: "red" }),
      "InvalidParameter",
    ],
    ["a policy of another service", setPolicy({ Action: "s3:GetObject" }), "InvalidParameter"],
    ["a policy without a principal", setPolicy({ Principal: undefined }), "InvalidParameter"],
    [
      "a policy for a role that is not there",
      setPolicy({ Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/none` } }),
      "InvalidParameter",
    ],
    [
      "an address that is none",
      (c) => c.subscribe({ TopicArn: THERE, Protocol: "email", Endpoint: "nobody" }),
      "InvalidParameter",
    ],
    [
      "a protocol that is none",
      (c) => c.subscribe({ TopicArn: THERE, Protocol: "pigeon", Endpoint: "coo" }),
      "InvalidParameter",
    ],
    [
      "a token that is none",
      (c) => c.confirmSubscription({ TopicArn: THERE, Token: "x" }),
      "InvalidParameter",
    ],
    ["an unknown subscription", (c) => c.unsubscribe({ SubscriptionArn: `${THERE}:x` }), "NotFound", 404],
    ["an empty message", (c) => c.publish({ TopicArn: THERE, Message: "" }), "InvalidParameter"],
  ];
  for (const [name, call, code, status = 400] of cases) {
    it(`refuses ${name}`, async () => {
      const refused = await refusal(call(sns));
      assert.deepEqual([refused.code, refused.status], [code, status]);
    });
  }

  it("refuses to end a subscription that was never confirmed", async () => {
    const { SubscriptionArn } = await sns.subscribe({
      TopicArn: THERE,
      Protocol: "email",
      Endpoint: "c@example.com",
      ReturnSubscriptionArn: true,
    });
    assert.match((await refusal(sns.unsubscribe({ SubscriptionArn }))).message, /pending/);
  });

  it("lets a topic's policy allow what a caller's own does not", async () => {
    const accessKeyId = "publisher";
    const none = JSON.parse(policy({ Effect: "Allow", Action: "s3:GetObject", Resource: "*" })) as unknown;
    await server.control("POST", "callers", { accessKeyId, policies: [none] });
    const caller = server.client(SNS, { accessKeyId, secretAccessKey: "x" });
    const { TopicArn } = await sns.createTopic({ Name: "shared" });
    const send = () => caller.publish({ TopicArn, Message: "m" });
    assert.equal((await refusal(send())).code, "AccessDenied");
    const statement = { Effect: "Allow", Action: "sns:Publish", Resource: TopicArn };
    const set = (Principal: unknown, more: object = {}) =>
      sns.setTopicAttributes({
        TopicArn,
        AttributeName: "Policy",
        AttributeValue: policy({ ...statement, Principal, ...more }),
      });
    await set({ AWS: `arn:aws:iam::${ACCOUNT}:root` });
    assert.equal((await refusal(send())).code, "AccessDenied");
    await set("*");
    assert.ok((await send()).MessageId);
    await set("*", { Effect: "Deny" });
    assert.match((await refusal(send())).message, /explicit deny in a resource-based policy/);
  });
});
