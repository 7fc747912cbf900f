import { AwsError, type CallContext } from "../../service";
import { publishAsService } from "../sns/publish";
import { alarmArn, type AlarmRecord, alarms } from "./alarm-record";

const SUBJECT_LENGTH = 100;
const ACTIONS = {
  ALARM: "AlarmActions",
  INSUFFICIENT_DATA: "InsufficientDataActions",
  OK: "OKActions",
} as const;

/** Brings an alarm into a state and, where that is another one, tells those who are to be told of it. */
export function setState(
  record: AlarmRecord,
  state: Omit<AlarmRecord["state"], "time">,
  context: CallContext,
): void {
  const before = record.state;
  const time = context.now().toISOString();
  alarms.save(context, { ...record, state: { ...state, time } });
  if (before.value === state.value || record.settings.ActionsEnabled === false) return;
  for (const action of record.settings[ACTIONS[state.value]] ?? []) {
    if (action.split(":")[2] === "sns")
      notify(action, record, { before: before.value, ...state, time }, context);
  }
}

/** A topic that does not let the alarm in hears nothing, as it is with AWS; the alarm has its state all the same. */
function notify(
  topicArn: string,
  { name, settings }: AlarmRecord,
  state: AlarmRecord["state"] & { before: string },
  context: CallContext,
): void {
  const sourceArn = alarmArn(context, name);
  const message = {
    AlarmName: name,
    AlarmDescription: settings.AlarmDescription,
    AWSAccountId: context.caller.accountId,
    AlarmArn: sourceArn,
    NewStateValue: state.value,
    NewStateReason: state.reason,
    StateChangeTime: state.time,
    Region: context.region,
    OldStateValue: state.before,
    Trigger: {
      MetricName: settings.MetricName,
      Namespace: settings.Namespace,
      Statistic: settings.Statistic,
      Period: settings.Period,
      EvaluationPeriods: settings.EvaluationPeriods,
      ComparisonOperator: settings.ComparisonOperator,
      Threshold: settings.Threshold,
    },
  };
  const subject = `${state.value}: "${name}" in ${context.region}`.slice(0, SUBJECT_LENGTH);
  try {
    publishAsService(
      "cloudwatch.amazonaws.com",
      { topicArn, sourceArn, subject, message: JSON.stringify(message) },
      context,
    );
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
  }
}
