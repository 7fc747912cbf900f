import type { MetricAlarm } from "@aws-sdk/client-cloudwatch";
import { regionalArn } from "../regional-arn";
import { RegionalRecords } from "../regional-records";
import type { CallContext } from "../../service";
import type { Tag } from "../tag-list";

/** What PutMetricAlarm says of an alarm, in the members of the API's own shape. */
export type AlarmSettings = Pick<
  MetricAlarm,
  | "ActionsEnabled"
  | "AlarmActions"
  | "AlarmDescription"
  | "ComparisonOperator"
  | "DatapointsToAlarm"
  | "Dimensions"
  | "EvaluationPeriods"
  | "InsufficientDataActions"
  | "MetricName"
  | "Namespace"
  | "OKActions"
  | "Period"
  | "Statistic"
  | "Threshold"
  | "TreatMissingData"
  | "Unit"
>;

/** An alarm on one metric. */
export interface AlarmRecord {
  name: string;
  settings: AlarmSettings;
  state: { value: "ALARM" | "INSUFFICIENT_DATA" | "OK"; reason: string; data?: string; time: string };
  /** ISO 8601. */
  updated: string;
  tags: Tag[];
}

/** The alarms of a region. */
export const alarms = new RegionalRecords<AlarmRecord>("cloudwatch.alarms", ({ name }) => name);

/** ARN of the alarm of a name. */
export function alarmArn(context: CallContext, name: string): string {
  return regionalArn(context, "cloudwatch", `alarm:${name}`);
}
