import { EventBridge, type PutRuleRequest, type Target } from "@aws-sdk/client-eventbridge";
import assert from "node:assert/strict";
import { ACCOUNT, policy, refusal, REGION, TestServer } from "./embedded-server";

const RULES = `arn:aws:events:${REGION}:${ACCOUNT}:rule`;
const PIPELINE = `arn:aws:codepipeline:${REGION}:${ACCOUNT}:p`;
const TOPIC = `arn:aws:sns:${REGION}:${ACCOUNT}:t`;
const EventPattern = JSON.stringify({ source: ["aws.s3"] });

const role = (name: string) => `arn:aws:iam::${ACCOUNT}:role/${name}`;

describe("embedded EventBridge", () => {
  let server: TestServer;
  let events: EventBridge;

  before(async () => {
    server = await TestServer.start();
    events = server.client(EventBridge);
    const trust = (Service: string, Condition?: Record<string, unknown>) =>
      policy({ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service }, Condition });
    const { iam } = server.clients();
    for (const [RoleName, AssumeRolePolicyDocument] of Object.entries({
      starter: trust("events.amazonaws.com"),
      builder: trust("codebuild.amazonaws.com"),
      "starter-of-there": trust("events.amazonaws.com", {
        ArnEquals: { "aws:SourceArn": `${RULES}/there` },
        StringEquals: { "aws:SourceAccount": ACCOUNT },
      }),
    })) {
      await iam.createRole({ RoleName, AssumeRolePolicyDocument });
    }
    await events.putRule({ Name: "there", EventPattern });
  });
  after(() => server.stop());

  it("keeps rules with targets and tags, over a restart", async () => {
    const Name = "kept";
    const { RuleArn } = await events.putRule({
      Name,
      EventPattern,
      Description: "d",
      State: "DISABLED",
      Tags: [{ Key: "a", Value: "1" }],
    });
    assert.equal(RuleArn, `${RULES}/${Name}`);
    const target = { Id: "p", Arn: PIPELINE, RoleArn: role("starter") };
    await events.putTargets({ Rule: Name, Targets: [target] });
    await events.tagResource({ ResourceARN: RuleArn, Tags: [{ Key: "b", Value: "2" }] });
    await events.untagResource({ ResourceARN: RuleArn, TagKeys: ["a"] });
    await server.restart();
    events = server.client(EventBridge);
    const { $metadata: metadata, ...rule } = await events.describeRule({ Name });
    assert.equal(metadata.httpStatusCode, 200);
    assert.deepEqual(rule, {
      Name,
      Arn: RuleArn,
      Description: "d",
      EventPattern,
      State: "DISABLED",
      EventBusName: "default",
    });
    assert.deepEqual((await events.listTargetsByRule({ Rule: Name })).Targets, [target]);
    assert.deepEqual((await events.listTagsForResource({ ResourceARN: RuleArn })).Tags, [
      { Key: "b", Value: "2" },
    ]);
    assert.deepEqual((await events.listRuleNamesByTarget({ TargetArn: PIPELINE })).RuleNames, [Name]);
  });

  it("replaces all of a rule but its targets and tags", async () => {
    const Name = "replaced";
    const Tags = [{ Key: "a", Value: "1" }];
    const { RuleArn } = await events.putRule({ Name, EventPattern, Description: "d", Tags });
    await events.putTargets({ Rule: Name, Targets: [{ Id: "t", Arn: TOPIC }] });
    await events.putRule({ Name, ScheduleExpression: "rate(1 day)", Tags: [{ Key: "b", Value: "2" }] });
    const { Description, EventPattern: pattern, State } = await events.describeRule({ Name });
    assert.deepEqual([Description, pattern, State], [undefined, undefined, "ENABLED"]);
    assert.equal((await events.listTargetsByRule({ Rule: Name })).Targets?.length, 1);
    assert.deepEqual((await events.listTagsForResource({ ResourceARN: RuleArn })).Tags, Tags);
    await events.disableRule({ Name });
    assert.equal((await events.describeRule({ Name })).State, "DISABLED");
    await events.enableRule({ Name });
    assert.equal((await events.describeRule({ Name })).State, "ENABLED");
  });

  it("lists by prefix, page by page", async () => {
    for (const Name of ["page-a", "page-b", "page-c"]) await events.putRule({ Name, EventPattern });
    const first = await events.listRules({ NamePrefix: "page-", Limit: 2 });
    assert.deepEqual(
      first.Rules?.map(({ Name }) => Name),
      ["page-a", "page-b"],
    );
    const rest = await events.listRules({ NamePrefix: "page-", Limit: 2, NextToken: first.NextToken });
    assert.deepEqual([rest.Rules?.map(({ Name }) => Name), rest.NextToken], [["page-c"], undefined]);
  });

  it("deletes a rule once its targets are gone, and says nothing of one that is not there", async () => {
    const Name = "deleted";
    await events.putRule({ Name, EventPattern });
    await events.putTargets({ Rule: Name, Targets: [{ Id: "t", Arn: TOPIC }] });
    const refused = await refusal(events.deleteRule({ Name }));
    assert.deepEqual(
      [refused.code, refused.message],
      ["ValidationException", "Rule can't be deleted since it has targets."],
    );
    await events.removeTargets({ Rule: Name, Ids: ["t", "none"] });
    await events.deleteRule({ Name });
    await events.deleteRule({ Name });
    assert.equal((await refusal(events.describeRule({ Name }))).code, "ResourceNotFoundException");
  });

  it("lets a rule use a role that trusts EventBridge on its behalf alone", async () => {
    const Targets = [{ Id: "p", Arn: PIPELINE, RoleArn: role("starter-of-there") }];
    await events.putTargets({ Rule: "there", Targets });
    await events.putRule({ Name: "not-there", EventPattern });
    const refused = await refusal(events.putTargets({ Rule: "not-there", Targets }));
    assert.match(refused.message, /cannot be assumed by principal 'events\.amazonaws\.com'/);
  });

  const put = (change: Partial<PutRuleRequest>) => (c: EventBridge) =>
    c.putRule({ Name: "new", EventPattern, ...change });
  const aim = (target: Partial<Target>) => (c: EventBridge) =>
    c.putTargets({ Rule: "there", Targets: [{ Id: "t", Arn: TOPIC, ...target }] });
  const pattern = (value: unknown) => put({ EventPattern: JSON.stringify(value) });
  const cases: [string, (events: EventBridge) => Promise<unknown>, string, RegExp?][] = [
    ["a rule without pattern and schedule", put({ EventPattern: undefined }), "ValidationException"],
    ["a pattern that is no JSON", put({ EventPattern: "{" }), "InvalidEventPatternException"],
    ["a pattern of a list", pattern([]), "InvalidEventPatternException"],
    ["an empty pattern", pattern({}), "InvalidEventPatternException"],
    [
      "a pattern with a text where a list belongs",
      pattern({ source: "aws.s3" }),
      "InvalidEventPatternException",
      /"source" must be an object or an array/,
    ],
    ["a pattern with an empty list", pattern({ source: [] }), "InvalidEventPatternException"],
    [
      "a pattern with a filter that there is not",
      pattern({ source: [{ like: "x" }] }),
      "InvalidEventPatternException",
      /Unrecognized match type like/,
    ],
    ["a schedule that is none", put({ ScheduleExpression: "rate(1 days)" }), "ValidationException"],
    [
      "a cron expression of five fields",
      put({ ScheduleExpression: "cron(0 1 * * ?)" }),
      "ValidationException",
    ],
    ["a state that is none", put({ State: "ON" as never }), "ValidationException"],
    ["a name with a space", put({ Name: "a b" }), "ValidationException"],
    ["a name of 65 characters", put({ Name: "x".repeat(65) }), "ValidationException"],
    ["another event bus", put({ EventBusName: "mine" }), "ResourceNotFoundException"],
    ["a tag of AWS's own", put({ Tags: [{ Key: "aws:x", Value: "" }] }), "ValidationException"],
    ["a rule that is not there", (c) => c.disableRule({ Name: "none" }), "ResourceNotFoundException"],
    [
      "tags of a rule that is not there",
      (c) => c.listTagsForResource({ ResourceARN: `${RULES}/none` }),
      "ResourceNotFoundException",
    ],
    ["tags of what is no rule", (c) => c.listTagsForResource({ ResourceARN: TOPIC }), "ValidationException"],
    ["a target that is no ARN", aim({ Arn: "topic" }), "ValidationException"],
    ["a pipeline without a role", aim({ Arn: PIPELINE }), "ValidationException", /RoleArn is required/],
    ["a role that is not there", aim({ RoleArn: role("none") }), "ValidationException"],
    [
      "a role of another service",
      aim({ RoleArn: role("builder") }),
      "ValidationException",
      /cannot be assumed/,
    ],
    [
      "two kinds of input",
      aim({ Input: "{}", InputPath: "$.detail" }),
      "ValidationException",
      /Only one of Input, InputPath, or InputTransformer/,
    ],
    [
      "a placeholder that stands for nothing",
      aim({ InputTransformer: { InputPathsMap: { a: "$.a" }, InputTemplate: '"<b>"' } }),
      "ValidationException",
      /b is not defined/,
    ],
    ["what is not embedded", aim({ SqsParameters: { MessageGroupId: "x" } }), "NotImplemented"],
    ["an operation that is not embedded", (c) => c.putEvents({ Entries: [] }), "NotImplemented"],
    [
      "six targets",
      (c) =>
        c.putTargets({
          Rule: "there",
          Targets: Array.from({ length: 6 }, (_, index) => ({ Id: `t${index}`, Arn: TOPIC })),
        }),
      "LimitExceededException",
    ],
    ["a page of none", (c) => c.listRules({ Limit: 0 }), "ValidationException"],
    ["a token of somebody else", (c) => c.listRules({ NextToken: "x" }), "ValidationException"],
  ];
  for (const [name, call, code, message = /./] of cases) {
    it(`refuses ${name}`, async () => {
      const refused = await refusal(call(events));
      assert.equal(refused.code, code, refused.message);
      assert.match(refused.message, message);
    });
  }
});
