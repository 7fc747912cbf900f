import { CloudWatch } from "@aws-sdk/client-cloudwatch";
import { ACCOUNT, REGION, type StackFixture } from "../cloudformation/stack-fixture";
import { typeTests } from "./type-tests";

const cloudwatch = (fixture: StackFixture) => fixture.client(CloudWatch);
const TOPIC = `arn:aws:sns:${REGION}:${ACCOUNT}:alerts`;
const ARN = `arn:aws:cloudwatch:${REGION}:${ACCOUNT}:alarm:denied`;

const alarm = (more: Record<string, unknown> = {}) => ({
  AlarmName: "denied",
  AlarmActions: [TOPIC],
  AlarmDescription: "d",
  ComparisonOperator: "GreaterThanOrEqualToThreshold",
  EvaluationPeriods: 1,
  MetricName: "Denied",
  Namespace: "Product",
  Period: 300,
  Statistic: "Sum",
  Tags: [{ Key: "Stem", Value: "s" }],
  Threshold: 1,
  TreatMissingData: "notBreaching",
  ...more,
});
const change = (fixture: StackFixture, AlarmName: string, more: object) =>
  cloudwatch(fixture).putMetricAlarm({
    AlarmName,
    AlarmActions: [TOPIC],
    AlarmDescription: "d",
    ComparisonOperator: "GreaterThanOrEqualToThreshold",
    EvaluationPeriods: 1,
    MetricName: "Denied",
    Namespace: "Product",
    Period: 300,
    Statistic: "Sum",
    Threshold: 1,
    TreatMissingData: "notBreaching",
    ...more,
  });

typeTests({
  type: "AWS::CloudWatch::Alarm",
  properties: alarm(),
  read: { ...alarm(), Arn: ARN, ActionsEnabled: true, OKActions: undefined },
  attributes: { Ref: "denied", Arn: ARN },
  updates: [
    { name: "its threshold", properties: alarm({ Threshold: "5" }), read: { Threshold: 5 } },
    { name: "its period", properties: alarm({ Period: 60 }), read: { Period: 60 } },
    { name: "no actions", properties: alarm({ AlarmActions: undefined }), read: { AlarmActions: undefined } },
    {
      name: "being silent",
      properties: alarm({ ActionsEnabled: false }),
      read: { ActionsEnabled: false },
    },
    {
      name: "its tags",
      properties: alarm({ Tags: [{ Key: "b", Value: "2" }] }),
      read: { Tags: [{ Key: "b", Value: "2" }] },
    },
    {
      name: "another name",
      properties: alarm({ AlarmName: "refused" }),
      read: { AlarmName: "refused" },
      replaced: true,
    },
  ],
  drifts: [
    {
      name: "a higher threshold",
      plant: (fixture, name) => change(fixture, name, { Threshold: 1000 }),
      found: ["/Threshold NOT_EQUAL"],
    },
    {
      name: "lost actions",
      plant: (fixture, name) => change(fixture, name, { AlarmActions: [] }),
      found: ["/AlarmActions REMOVE"],
    },
    {
      name: "its deletion",
      plant: (fixture, name) => cloudwatch(fixture).deleteAlarms({ AlarmNames: [name] }),
      found: "DELETED",
    },
  ],
  patch: { operations: [{ op: "replace", path: "/Threshold", value: 3 }], read: { Threshold: 3 } },
});
