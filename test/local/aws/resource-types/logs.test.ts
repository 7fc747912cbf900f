import { CloudWatchLogs } from "@aws-sdk/client-cloudwatch-logs";
import type { StackFixture } from "../cloudformation/stack-fixture";
import { typeTests } from "./type-tests";

const logs = (fixture: StackFixture) => fixture.client(CloudWatchLogs);
const group = (more: Record<string, unknown> = {}) => ({
  LogGroupName: "/product/builds",
  RetentionInDays: 365,
  Tags: [{ Key: "Stem", Value: "s" }],
  ...more,
});

typeTests({
  type: "AWS::Logs::LogGroup",
  properties: group(),
  read: {
    LogGroupName: "/product/builds",
    Arn: "arn:aws:logs:us-east-1:123456789012:log-group:/product/builds:*",
    LogGroupClass: "STANDARD",
    RetentionInDays: 365,
    Tags: [{ Key: "Stem", Value: "s" }],
  },
  attributes: {
    Ref: "/product/builds",
    Arn: "arn:aws:logs:us-east-1:123456789012:log-group:/product/builds:*",
  },
  updates: [
    { name: "its retention", properties: group({ RetentionInDays: 90 }), read: { RetentionInDays: 90 } },
    {
      name: "no retention",
      properties: group({ RetentionInDays: undefined }),
      read: { RetentionInDays: undefined },
    },
    {
      name: "its tags",
      properties: group({
        Tags: [
          { Key: "Stem", Value: "t" },
          { Key: "b", Value: "" },
        ],
      }),
      read: {
        Tags: [
          { Key: "Stem", Value: "t" },
          { Key: "b", Value: "" },
        ],
      },
    },
    { name: "no tags", properties: group({ Tags: undefined }), read: { Tags: undefined } },
    {
      name: "another name",
      properties: group({ LogGroupName: "/product/other" }),
      read: { LogGroupName: "/product/other" },
      replaced: true,
    },
  ],
  drifts: [
    {
      name: "a shorter retention",
      plant: (fixture, logGroupName) =>
        logs(fixture).putRetentionPolicy({ logGroupName, retentionInDays: 1 }),
      found: ["/RetentionInDays NOT_EQUAL"],
    },
    {
      name: "no retention",
      plant: (fixture, logGroupName) => logs(fixture).deleteRetentionPolicy({ logGroupName }),
      found: ["/RetentionInDays REMOVE"],
    },
    {
      name: "a lost tag",
      plant: (fixture, name) =>
        logs(fixture).untagResource({
          resourceArn: `arn:aws:logs:us-east-1:123456789012:log-group:${name}`,
          tagKeys: ["Stem"],
        }),
      found: ["/Tags REMOVE"],
    },
    {
      name: "its deletion",
      plant: (fixture, logGroupName) => logs(fixture).deleteLogGroup({ logGroupName }),
      found: "DELETED",
    },
  ],
  patch: {
    operations: [{ op: "replace", path: "/RetentionInDays", value: 731 }],
    read: { RetentionInDays: 731 },
  },
});

const PATTERN = '{ $.errorCode = "AccessDenied*" }';
const filter = (more: Record<string, unknown> = {}, metric: Record<string, unknown> = {}) => ({
  FilterName: "denied",
  FilterPattern: PATTERN,
  LogGroupName: { Ref: "Group" },
  MetricTransformations: [{ MetricName: "Denied", MetricNamespace: "Product", MetricValue: "1", ...metric }],
  ...more,
});

typeTests({
  type: "AWS::Logs::MetricFilter",
  beside: {
    Group: { Type: "AWS::Logs::LogGroup", Properties: { LogGroupName: "/product/trail" } },
    Other: { Type: "AWS::Logs::LogGroup", Properties: { LogGroupName: "/product/other" } },
  },
  properties: filter(),
  read: {
    FilterName: "denied",
    FilterPattern: PATTERN,
    LogGroupName: "/product/trail",
    MetricTransformations: [{ MetricName: "Denied", MetricNamespace: "Product", MetricValue: "1" }],
  },
  attributes: { Ref: "denied" },
  identifier: (physicalId) => `/product/trail|${physicalId}`,
  updates: [
    { name: "its pattern", properties: filter({ FilterPattern: "ERROR" }), read: { FilterPattern: "ERROR" } },
    {
      name: "its metric",
      properties: filter({}, { DefaultValue: "0", Unit: "Count" }),
      read: {
        MetricTransformations: [
          {
            MetricName: "Denied",
            MetricNamespace: "Product",
            MetricValue: "1",
            DefaultValue: 0,
            Unit: "Count",
          },
        ],
      },
    },
    {
      name: "another name",
      properties: filter({ FilterName: "refused" }),
      read: { FilterName: "refused" },
      replaced: true,
    },
  ],
  drifts: [
    {
      name: "another pattern",
      plant: (fixture, filterName) =>
        logs(fixture).putMetricFilter({
          logGroupName: "/product/trail",
          filterName,
          filterPattern: '{ $.errorCode = "Nothing" }',
          metricTransformations: [{ metricName: "Denied", metricNamespace: "Product", metricValue: "1" }],
        }),
      found: ["/FilterPattern NOT_EQUAL"],
    },
    {
      name: "its deletion",
      plant: (fixture, filterName) =>
        logs(fixture).deleteMetricFilter({ logGroupName: "/product/trail", filterName }),
      found: "DELETED",
    },
  ],
  patch: {
    operations: [{ op: "replace", path: "/FilterPattern", value: "WARN" }],
    read: { FilterPattern: "WARN" },
  },
});
