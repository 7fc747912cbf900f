import { EventBridge } from "@aws-sdk/client-eventbridge";
import { ACCOUNT, REGION, type StackFixture } from "../cloudformation/stack-fixture";
import { roleArn, serviceRole } from "./service-role";
import { typeTests } from "./type-tests";

const events = (fixture: StackFixture) => fixture.client(EventBridge);
const arn = (name: string) => `arn:aws:events:${REGION}:${ACCOUNT}:rule/${name}`;

const PATTERN = { source: ["aws.codecommit"], detail: { event: ["referenceUpdated"] } };
const start = (pipeline: string, Id = "pipeline") => ({
  Arn: `arn:aws:codepipeline:${REGION}:${ACCOUNT}:${pipeline}`,
  Id,
  RoleArn: roleArn("starts-pipelines"),
});
const TELL = {
  Arn: `arn:aws:sns:${REGION}:${ACCOUNT}:alerts`,
  Id: "alerts",
  InputTransformer: {
    InputPathsMap: { pipeline: "$.detail.pipeline" },
    InputTemplate: '"<pipeline> failed"',
  },
};

const rule = (more: Record<string, unknown> = {}) => ({
  Name: "code-changed",
  Description: "Starts the pipeline",
  EventPattern: PATTERN,
  State: "ENABLED",
  Tags: [{ Key: "Stem", Value: "s" }],
  Targets: [start("build"), TELL],
  ...more,
});

typeTests({
  type: "AWS::Events::Rule",
  prepare: async (fixture) => {
    await serviceRole(fixture, "starts-pipelines", "events.amazonaws.com");
    return {};
  },
  properties: rule(),
  read: { ...rule(), Arn: arn("code-changed"), EventBusName: "default", ScheduleExpression: undefined },
  attributes: { Ref: "code-changed", Arn: arn("code-changed"), RuleName: "code-changed" },
  identifier: arn,
  updates: [
    { name: "its description", properties: rule({ Description: "d" }), read: { Description: "d" } },
    {
      name: "no description",
      properties: rule({ Description: undefined }),
      read: { Description: undefined },
    },
    {
      name: "its pattern, given as text",
      properties: rule({ EventPattern: JSON.stringify({ source: ["aws.s3"] }) }),
      read: { EventPattern: { source: ["aws.s3"] } },
    },
    {
      name: "a schedule in the place of the pattern",
      properties: rule({ EventPattern: undefined, ScheduleExpression: "rate(5 minutes)" }),
      read: { EventPattern: undefined, ScheduleExpression: "rate(5 minutes)" },
    },
    { name: "its state", properties: rule({ State: "DISABLED" }), read: { State: "DISABLED" } },
    {
      name: "a role",
      properties: rule({ RoleArn: roleArn("starts-pipelines") }),
      read: { RoleArn: roleArn("starts-pipelines") },
    },
    {
      name: "its targets, one changed, one removed, one added",
      properties: rule({ Targets: [start("deploy"), start("other", "other")] }),
      read: { Targets: [start("deploy"), start("other", "other")] },
    },
    { name: "no targets", properties: rule({ Targets: undefined }), read: { Targets: undefined } },
    {
      name: "its tags",
      properties: rule({ Tags: [{ Key: "b", Value: "2" }] }),
      read: { Tags: [{ Key: "b", Value: "2" }] },
    },
    { name: "another name", properties: rule({ Name: "other" }), read: { Name: "other" }, replaced: true },
  ],
  drifts: [
    {
      name: "a disabled rule",
      plant: (fixture, Name) => events(fixture).disableRule({ Name }),
      found: ["/State NOT_EQUAL"],
    },
    {
      name: "another pattern",
      plant: (fixture, Name) =>
        events(fixture).putRule({
          Name,
          Description: "Starts the pipeline",
          EventPattern: '{"source":["x"]}',
        }),
      found: ["/EventPattern/source/0 NOT_EQUAL", "/EventPattern/detail REMOVE"],
    },
    {
      name: "a removed target",
      plant: (fixture, Rule) => events(fixture).removeTargets({ Rule, Ids: ["alerts"] }),
      found: ["/Targets/1 REMOVE"],
    },
    {
      name: "an added target",
      plant: (fixture, Rule) => events(fixture).putTargets({ Rule, Targets: [{ ...TELL, Id: "more" }] }),
      found: ["/Targets/2 ADD"],
    },
    {
      name: "a changed tag",
      plant: (fixture, name) =>
        events(fixture).tagResource({ ResourceARN: arn(name), Tags: [{ Key: "Stem", Value: "t" }] }),
      found: ["/Tags/0/Value NOT_EQUAL"],
    },
    {
      name: "its deletion",
      plant: async (fixture, Rule) => {
        await events(fixture).removeTargets({ Rule, Ids: ["alerts", "pipeline"] });
        await events(fixture).deleteRule({ Name: Rule });
      },
      found: "DELETED",
    },
  ],
  patch: {
    operations: [
      { op: "replace", path: "/State", value: "DISABLED" },
      { op: "remove", path: "/Targets/1" },
      { op: "remove", path: "/Tags" },
    ],
    read: { State: "DISABLED", Targets: [start("build")], Tags: undefined },
  },
});
