import type { PutMetricAlarmCommandInput } from "@aws-sdk/client-cloudwatch";
import type { Tag } from "../plants";
import { change, harmless, type PlantsOf, type ProductPlanters, tagPlants } from "./planters";

const alarmPlants: PlantsOf = ({ identifier: AlarmName, properties }, { properties: stated }) => {
  const put =
    (other: Partial<PutMetricAlarmCommandInput>) =>
    ({ cloudWatch }: ProductPlanters) => {
      const settings = Object.fromEntries(Object.entries(properties).filter(([name]) => name !== "Tags"));
      return cloudWatch.putMetricAlarm({ ...settings, ...other } as PutMetricAlarmCommandInput);
    };
  const alarmArn = async ({ cloudWatch }: ProductPlanters) =>
    (await cloudWatch.describeAlarms({ AlarmNames: [AlarmName] })).MetricAlarms![0]!.AlarmArn!;
  const [topic] = stated.AlarmActions as string[];
  return [
    change("ActionsEnabled", "silences it", ({ cloudWatch }) =>
      cloudWatch.disableAlarmActions({ AlarmNames: [AlarmName] }),
    ),
    change(`AlarmActions[${topic}]`, "takes its topic away", put({ AlarmActions: [] })),
    change("AlarmDescription", "describes it otherwise", put({ AlarmDescription: "by hand" })),
    change("ComparisonOperator", "compares otherwise", put({ ComparisonOperator: "LessThanThreshold" })),
    change("EvaluationPeriods", "lets it wait longer", put({ EvaluationPeriods: 5 })),
    change("MetricName", "lets it watch another metric", put({ MetricName: "Other" })),
    change("Namespace", "lets it watch another namespace", put({ Namespace: "Other" })),
    change("Period", "counts over another time", put({ Period: 600 })),
    change("Statistic", "counts otherwise", put({ Statistic: "Maximum" })),
    change("Threshold", "raises its threshold", put({ Threshold: 1000 })),
    change("TreatMissingData", "takes missing data otherwise", put({ TreatMissingData: "ignore" })),
    {
      title: "tells another topic when all is well",
      found: [`OKActions[${String((properties.AlarmActions as string[])[0])}]`],
      plant: put({ OKActions: properties.AlarmActions as string[] }),
    },
    harmless("sets its state", ({ cloudWatch }) =>
      cloudWatch.setAlarmState({ AlarmName, StateValue: "OK", StateReason: "by hand" }),
    ),
    ...tagPlants(
      properties.Tags as Tag[],
      async (clients, Tags) => clients.cloudWatch.tagResource({ ResourceARN: await alarmArn(clients), Tags }),
      async (clients, TagKeys) =>
        clients.cloudWatch.untagResource({ ResourceARN: await alarmArn(clients), TagKeys }),
    ),
  ];
};

const filterPlants: PlantsOf = ({ properties }) => {
  const {
    FilterName: filterName,
    LogGroupName: logGroupName,
    FilterPattern: filterPattern,
  } = properties as Record<string, string>;
  const [transformation] = properties.MetricTransformations as Record<string, string>[];
  const metric = {
    metricName: transformation!.MetricName,
    metricNamespace: transformation!.MetricNamespace,
    metricValue: transformation!.MetricValue,
  };
  const put =
    (other: object, to: object = {}) =>
    ({ logs }: ProductPlanters) =>
      logs.putMetricFilter({
        filterName,
        logGroupName,
        filterPattern,
        ...other,
        metricTransformations: [{ ...metric, ...to }],
      });
  return [
    change(
      "FilterPattern",
      "lets it look for something else",
      put({ filterPattern: '{ $.errorCode = "Nothing" }' }),
    ),
    change("MetricTransformations", "counts under another name", put({}, { metricName: "Other" })),
    change("MetricTransformations", "counts in another namespace", put({}, { metricNamespace: "Other" })),
    change("MetricTransformations", "counts otherwise", put({}, { metricValue: "0" })),
    harmless("writes what it is", put({})),
  ];
};

/** A policy that lets CloudTrail deliver to a bucket. */
function deliveryTo(bucket: string): string {
  const Principal = { Service: "cloudtrail.amazonaws.com" };
  const arn = `arn:aws:s3:::${bucket}`;
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      { Effect: "Allow", Principal, Action: "s3:GetBucketAcl", Resource: arn },
      { Effect: "Allow", Principal, Action: "s3:PutObject", Resource: `${arn}/AWSLogs/*` },
    ],
  });
}

const trailPlants: PlantsOf = ({ identifier: Name, properties }) => {
  const update =
    (other: object) =>
    ({ cloudTrail }: ProductPlanters) =>
      cloudTrail.updateTrail({ Name, ...other });
  const arn = async ({ cloudTrail }: ProductPlanters) =>
    (await cloudTrail.getTrail({ Name })).Trail!.TrailARN!;
  return [
    change("IsLogging", "stops it", ({ cloudTrail }) => cloudTrail.stopLogging({ Name })),
    change(
      "EnableLogFileValidation",
      "no longer seals its files",
      update({ EnableLogFileValidation: false }),
    ),
    change("IsMultiRegionTrail", "lets it see one region", update({ IsMultiRegionTrail: false })),
    change("EventSelectors", "leaves out what is only read", ({ cloudTrail }) =>
      cloudTrail.putEventSelectors({
        TrailName: Name,
        EventSelectors: [{ ReadWriteType: "WriteOnly", IncludeManagementEvents: true }],
      }),
    ),
    {
      title: "leaves out what happens in no region",
      found: ["IncludeGlobalServiceEvents", "IsMultiRegionTrail"],
      plant: update({ IncludeGlobalServiceEvents: false, IsMultiRegionTrail: false }),
    },
    {
      title: "no longer delivers to the alarms",
      found: ["CloudWatchLogsLogGroupArn", "CloudWatchLogsRoleArn"],
      plant: update({ CloudWatchLogsLogGroupArn: "", CloudWatchLogsRoleArn: "" }),
    },
    change("S3BucketName", "delivers to another bucket", async (clients) => {
      const Bucket = "by-hand-trail";
      await clients.s3.createBucket({
        Bucket,
        CreateBucketConfiguration: { LocationConstraint: "us-west-2" },
      });
      await clients.s3.putBucketPolicy({ Bucket, Policy: deliveryTo(Bucket) });
      await update({ S3BucketName: Bucket })(clients);
    }),
    harmless("selects what is selected already", ({ cloudTrail }) =>
      cloudTrail.putEventSelectors({
        TrailName: Name,
        EventSelectors: [{ ReadWriteType: "All", IncludeManagementEvents: true, DataResources: [] }],
      }),
    ),
    ...tagPlants(
      properties.Tags as Tag[],
      async (clients, TagsList) => clients.cloudTrail.addTags({ ResourceId: await arn(clients), TagsList }),
      async (clients, keys) =>
        clients.cloudTrail.removeTags({
          ResourceId: await arn(clients),
          TagsList: keys.map((Key) => ({ Key })),
        }),
    ),
  ];
};

/** Changes of alarms, metric filters and trails. */
export const MONITORING_PLANTS: Record<string, PlantsOf> = {
  "AWS::CloudTrail::Trail": trailPlants,
  "AWS::CloudWatch::Alarm": alarmPlants,
  "AWS::Logs::MetricFilter": filterPlants,
};
