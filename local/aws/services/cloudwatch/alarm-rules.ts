import type { PutMetricAlarmInput } from "@aws-sdk/client-cloudwatch";
import { combination, validation } from "./errors";

const ENUMS: Readonly<Record<string, readonly string[]>> = {
  ComparisonOperator: [
    "GreaterThanOrEqualToThreshold",
    "GreaterThanThreshold",
    "LessThanThreshold",
    "LessThanOrEqualToThreshold",
  ],
  Statistic: ["SampleCount", "Average", "Sum", "Minimum", "Maximum"],
  TreatMissingData: ["breaching", "notBreaching", "ignore", "missing"],
};

const NAME_LENGTH = 255;
const ACTIONS = 5;
const DAY_SECONDS = 86_400;

/** Members of the alarms that the embedded CloudWatch does not have: of other kinds than on one metric's statistic. */
export const UNSUPPORTED_ALARMS = [
  "ActionConfiguration",
  "EvaluateLowSampleCountPercentile",
  "EvaluationCriteria",
  "EvaluationInterval",
  "EvaluationWindow",
  "ExtendedStatistic",
  "Metrics",
  "ThresholdMetricId",
  "WarmUpConfiguration",
] as const satisfies readonly (keyof PutMetricAlarmInput)[];

/** Throws CloudWatch's errors where an alarm is none. */
export function checkAlarm(input: PutMetricAlarmInput): void {
  const name = input.AlarmName!;
  if (name.length < 1 || name.length > NAME_LENGTH) {
    throw validation(
      `1 validation error detected: Value '${name}' at 'alarmName' failed to satisfy constraint: Member must have length ${name.length < 1 ? "greater than or equal to 1" : `less than or equal to ${NAME_LENGTH}`}`,
    );
  }
  for (const member of [
    "MetricName",
    "Namespace",
    "Statistic",
    "Period",
    "EvaluationPeriods",
    "Threshold",
  ] as const) {
    if (input[member] === undefined) throw combination(`The parameter ${member} must be given`);
  }
  for (const [member, values] of Object.entries(ENUMS)) checkEnum(input, member, values);
  checkTimes(input);
  for (const member of ["AlarmActions", "InsufficientDataActions", "OKActions"] as const) {
    const actions = input[member] ?? [];
    if (actions.length > ACTIONS) throw validation(`There may be no more than ${ACTIONS} actions of a kind`);
    const bad = actions.find((action) => !/^arn:[^:]+:[a-z0-9-]+:[^:]*:[^:]*:.+$/.test(action));
    if (bad !== undefined) throw validation(`Invalid arn syntax: ${bad}`);
  }
}

function checkEnum(input: PutMetricAlarmInput, member: string, values: readonly string[]): void {
  const value = input[member as "Statistic"] as string | undefined;
  if (value === undefined || values.includes(value)) return;
  const path = member[0]!.toLowerCase() + member.slice(1);
  throw validation(
    `1 validation error detected: Value '${value}' at '${path}' failed to satisfy constraint: Member must satisfy enum value set: [${values.join(", ")}]`,
  );
}

function checkTimes({ Period = 0, EvaluationPeriods = 0, DatapointsToAlarm }: PutMetricAlarmInput): void {
  if (![10, 20, 30].includes(Period) && (Period < 60 || Period % 60 !== 0)) {
    throw validation("Metric period must be 10, 20, 30 or any multiple of 60");
  }
  if (EvaluationPeriods < 1) throw validation("EvaluationPeriods must be at least 1");
  if (Period * EvaluationPeriods > DAY_SECONDS) {
    throw validation(
      "Metrics cannot be checked across more than a day (EvaluationPeriods * Period must be <= 86400).",
    );
  }
  if (DatapointsToAlarm !== undefined && (DatapointsToAlarm < 1 || DatapointsToAlarm > EvaluationPeriods)) {
    throw validation("DatapointsToAlarm must be between 1 and EvaluationPeriods");
  }
}
