import type * as CloudWatch from "@aws-sdk/client-cloudwatch";
import { AwsError, type CallContext, type Operations } from "../../service";
import { checkedTags, withoutTags } from "../tag-list";
import { tokenPage } from "../token-page";
import { refuseUnsupported } from "../unsupported-input";
import { alarmArn, type AlarmRecord, alarms } from "./alarm-record";
import { checkAlarm, UNSUPPORTED_ALARMS } from "./alarm-rules";
import { setState } from "./alarm-state";
import { validation } from "./errors";
import { addValue, evaluate } from "./metric-data";

const MAX_PAGE = 100;
const PAGE = 50;
const MAX_ALARMS = 100;

const refusals = {
  invalid: (key: string) => new AwsError("InvalidParameterValueException", `The tag ${key} is not valid.`),
  tooMany: () => new AwsError("LimitExceededException", "There are too many tags."),
};

function putMetricAlarm(input: CloudWatch.PutMetricAlarmInput, context: CallContext): void {
  refuseUnsupported(input, UNSUPPORTED_ALARMS);
  checkAlarm(input);
  const { AlarmName, Tags, ...given } = input;
  const existing = alarms.find(context, AlarmName!);
  const updated = context.now().toISOString();
  const record: AlarmRecord = {
    name: AlarmName!,
    settings: given,
    state: existing?.state ?? {
      value: "INSUFFICIENT_DATA",
      reason: "Unchecked: Initial alarm creation",
      time: updated,
    },
    updated,
    // An alarm that is there keeps its tags, whatever is given with its change (CloudWatch API Reference).
    tags: existing?.tags ?? checkedTags(Tags, refusals),
  };
  alarms.save(context, record);
}

function shape(
  { name, settings, state, updated }: AlarmRecord,
  context: CallContext,
): CloudWatch.MetricAlarm {
  return {
    ActionsEnabled: true,
    OKActions: [],
    AlarmActions: [],
    InsufficientDataActions: [],
    Dimensions: [],
    ...settings,
    AlarmName: name,
    AlarmArn: alarmArn(context, name),
    AlarmConfigurationUpdatedTimestamp: new Date(updated),
    StateValue: state.value,
    StateReason: state.reason,
    StateReasonData: state.data,
    StateUpdatedTimestamp: new Date(state.time),
    StateTransitionedTimestamp: new Date(state.time),
  };
}

function describeAlarms(
  input: CloudWatch.DescribeAlarmsInput,
  context: CallContext,
): CloudWatch.DescribeAlarmsOutput {
  refuseUnsupported(input, ["ActionPrefix", "ChildrenOfAlarmName", "ParentsOfAlarmName"]);
  const { AlarmNames, AlarmNamePrefix = "", StateValue, MaxRecords = PAGE } = input;
  if (MaxRecords < 1 || MaxRecords > MAX_PAGE) {
    throw validation(`MaxRecords must be between 1 and ${MAX_PAGE}`);
  }
  // Time goes by without anybody's call: what has left the periods is no longer counted.
  for (const alarm of alarms.all(context)) if (isPast(alarm, context)) evaluate(alarm, context);
  const matching = alarms
    .all(context)
    .filter(
      ({ name, state }) =>
        (AlarmNames === undefined || AlarmNames.length === 0 || AlarmNames.includes(name)) &&
        name.startsWith(AlarmNamePrefix) &&
        (StateValue === undefined || state.value === StateValue),
    );
  const { items, next } = tokenPage(
    matching,
    input.NextToken,
    MaxRecords,
    () => new AwsError("InvalidNextToken", "The next token specified is invalid."),
  );
  const metric = input.AlarmTypes === undefined || input.AlarmTypes.includes("MetricAlarm");
  return {
    MetricAlarms: metric ? items.map((record) => shape(record, context)) : [],
    CompositeAlarms: [],
    NextToken: next,
  };
}

/** Whether an alarm's state is of a period that is over. */
function isPast({ state, settings }: AlarmRecord, context: CallContext): boolean {
  const since = context.now().getTime() - Date.parse(state.time);
  return state.value === "ALARM" && since > (settings.Period ?? 0) * 1000;
}

/** What is not there is deleted already. */
function deleteAlarms(input: CloudWatch.DeleteAlarmsInput, context: CallContext): void {
  const names = input.AlarmNames!;
  if (names.length > MAX_ALARMS) throw validation(`No more than ${MAX_ALARMS} alarms can be deleted at once`);
  for (const name of names) alarms.delete(context, name);
}

function tagged(arn: string, context: CallContext): AlarmRecord {
  const found = alarms.find(context, arn.split(":").slice(6).join(":"));
  if (found === undefined || alarmArn(context, found.name) !== arn) {
    throw new AwsError("ResourceNotFoundException", `Unknown: ${arn}`, 404);
  }
  return found;
}

function setAlarmState(input: CloudWatch.SetAlarmStateInput, context: CallContext): void {
  const record = alarms.find(context, input.AlarmName!);
  if (record === undefined) throw new AwsError("ResourceNotFound", `Unknown alarm ${input.AlarmName!}`, 404);
  const value = input.StateValue!;
  if (!["ALARM", "INSUFFICIENT_DATA", "OK"].includes(value)) throw validation(`Invalid state ${value}`);
  setState(record, { value, reason: input.StateReason!, data: input.StateReasonData }, context);
}

/** Whether these alarms tell anybody. What is not there is passed over (CloudWatch API Reference, DisableAlarmActions). */
function enableActions(ActionsEnabled: boolean) {
  return ({ AlarmNames }: CloudWatch.DisableAlarmActionsInput, context: CallContext): void => {
    for (const record of (AlarmNames ?? []).map((name) => alarms.find(context, name))) {
      if (record !== undefined)
        alarms.save(context, { ...record, settings: { ...record.settings, ActionsEnabled } });
    }
  };
}

function putMetricData(input: CloudWatch.PutMetricDataInput, context: CallContext): void {
  refuseUnsupported(input, ["EntityMetricData"]);
  for (const datum of input.MetricData ?? []) {
    refuseUnsupported(datum, ["Counts", "StatisticValues", "Values"]);
    if (datum.Value === undefined) throw validation("A value must be given");
    const time = (datum.Timestamp ?? context.now()).getTime();
    const metric = {
      namespace: input.Namespace!,
      name: datum.MetricName!,
      dimensions: datum.Dimensions ?? [],
    };
    addValue(metric, { time, value: datum.Value }, context);
  }
}

/** CloudWatch's operations: alarms on metrics, and the values that these are on. */
export const operations: Operations = {
  PutMetricAlarm: putMetricAlarm,
  DescribeAlarms: describeAlarms,
  DeleteAlarms: deleteAlarms,
  DisableAlarmActions: enableActions(false),
  EnableAlarmActions: enableActions(true),
  SetAlarmState: setAlarmState,
  PutMetricData: putMetricData,
  TagResource: (input: CloudWatch.TagResourceInput, context) => {
    const record = tagged(input.ResourceARN!, context);
    alarms.save(context, { ...record, tags: checkedTags([...record.tags, ...input.Tags!], refusals) });
  },
  UntagResource: (input: CloudWatch.UntagResourceInput, context) => {
    const record = tagged(input.ResourceARN!, context);
    alarms.save(context, { ...record, tags: withoutTags(record.tags, input.TagKeys) });
  },
  ListTagsForResource: (input: CloudWatch.ListTagsForResourceInput, context) => ({
    Tags: tagged(input.ResourceARN!, context).tags,
  }),
};
