import type { Dimension, Statistic } from "@aws-sdk/client-cloudwatch";
import { byText } from "../../../../core/text-order";
import type { CallContext } from "../../service";
import { RegionalRecords } from "../regional-records";
import { type AlarmRecord, type AlarmSettings, alarms } from "./alarm-record";
import { setState } from "./alarm-state";

/** What tells one metric from another. */
export interface Metric {
  namespace: string;
  name: string;
  dimensions: readonly Dimension[];
}

interface MetricRecord {
  key: string;
  /** Oldest first; times in milliseconds since 1970. */
  points: { time: number; value: number }[];
}

const metrics = new RegionalRecords<MetricRecord>("cloudwatch.metrics", ({ key }) => key);

/** Alarms look back a day at most. */
const KEPT_MS = 86_400_000;

function keyOf({ namespace, name, dimensions }: Metric): string {
  const sorted = dimensions
    .map(({ Name, Value }) => [Name!, Value!] as const)
    .sort(([a], [b]) => byText(a, b));
  return JSON.stringify([namespace, name, sorted]);
}

function metricOf({ Namespace, MetricName, Dimensions = [] }: AlarmSettings): Metric {
  return { namespace: Namespace!, name: MetricName!, dimensions: Dimensions };
}

/** Adds a value to a metric, and brings the alarms on it into the state that follows. */
export function addValue(metric: Metric, point: { time: number; value: number }, context: CallContext): void {
  const key = keyOf(metric);
  const since = context.now().getTime() - KEPT_MS;
  const points = [...(metrics.find(context, key)?.points ?? []), point].filter(({ time }) => time >= since);
  metrics.save(context, { key, points: points.sort((a, b) => a.time - b.time) });
  for (const alarm of alarms.all(context)) {
    if (keyOf(metricOf(alarm.settings)) === key) evaluate(alarm, context);
  }
}

/** Brings an alarm into the state that its metric's values of the last periods say. */
export function evaluate(alarm: AlarmRecord, context: CallContext): void {
  const { EvaluationPeriods = 1, DatapointsToAlarm = EvaluationPeriods, TreatMissingData } = alarm.settings;
  const { Period = 60, Threshold = 0, ComparisonOperator } = alarm.settings;
  const points = metrics.find(context, keyOf(metricOf(alarm.settings)))?.points ?? [];
  const now = context.now().getTime();
  const values = Array.from({ length: EvaluationPeriods }, (_, index) => {
    const end = now - index * Period * 1000;
    const within = points.filter(({ time }) => time <= end && time > end - Period * 1000);
    return within.length === 0
      ? undefined
      : statistic(
          within.map(({ value }) => value),
          alarm.settings.Statistic,
        );
  });
  const known = values.filter((value) => value !== undefined);
  if (known.length === 0) {
    nothingKnown(alarm, TreatMissingData ?? "missing", context);
    return;
  }
  const missing = TreatMissingData === "breaching" ? values.length - known.length : 0;
  const breaching =
    known.filter((value) => isBreaching(value, ComparisonOperator!, Threshold)).length + missing;
  const value = breaching >= DatapointsToAlarm ? "ALARM" : "OK";
  if (value === alarm.state.value) return;
  const reason = `Threshold ${value === "OK" ? "not " : ""}Crossed: ${known.length} datapoint(s) of [${known.join(", ")}] against the threshold (${Threshold}).`;
  setState(alarm, { value, reason }, context);
}

function nothingKnown(alarm: AlarmRecord, treatment: string, context: CallContext): void {
  const value = { breaching: "ALARM", notBreaching: "OK", missing: "INSUFFICIENT_DATA" }[treatment] as
    AlarmRecord["state"]["value"] | undefined;
  if (value === undefined || value === alarm.state.value) return;
  const reason = `Threshold: no datapoints were received and missing datapoints were treated as [${treatment}].`;
  setState(alarm, { value, reason }, context);
}

function statistic(values: readonly number[], kind: Statistic | undefined): number {
  const sum = values.reduce((total, value) => total + value, 0);
  switch (kind) {
    case "SampleCount":
      return values.length;
    case "Average":
      return sum / values.length;
    case "Minimum":
      return Math.min(...values);
    case "Maximum":
      return Math.max(...values);
    default:
      return sum;
  }
}

function isBreaching(value: number, operator: string, threshold: number): boolean {
  switch (operator) {
    case "GreaterThanOrEqualToThreshold":
      return value >= threshold;
    case "GreaterThanThreshold":
      return value > threshold;
    case "LessThanThreshold":
      return value < threshold;
    default:
      return value <= threshold;
  }
}
