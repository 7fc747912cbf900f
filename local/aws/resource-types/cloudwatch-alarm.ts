import type { MetricAlarm } from "@aws-sdk/client-cloudwatch";
import { AwsError, type CallContext } from "../service";
import { generatedName } from "./generated-name";
import type { ResourceType } from "./resource-type";
import { allPages, callService, defined } from "./service-calls";
import { changedTags, readableTags, type Tag } from "./tags";
import { asNumber, isTrue } from "./template-values";

type Properties = Record<string, unknown>;

/** Properties that are members of the same name in CloudWatch's API: texts and lists, then numbers. */
const TEXTS = [
  "AlarmActions",
  "AlarmDescription",
  "ComparisonOperator",
  "Dimensions",
  "InsufficientDataActions",
  "MetricName",
  "Namespace",
  "OKActions",
  "Statistic",
  "TreatMissingData",
  "Unit",
] as const;
const NUMBERS = ["DatapointsToAlarm", "EvaluationPeriods", "Period", "Threshold"] as const;

/** Alarms on one metric. */
export const cloudwatchAlarm: ResourceType = {
  type: "AWS::CloudWatch::Alarm",
  primaryIdentifier: "AlarmName",
  createOnly: ["AlarmName"],
  readOnly: ["Arn"],
  writeOnly: [],
  nameProperty: { name: "AlarmName", maxLength: 255 },
  tags: "list",
  ref: (model) => model.identifier,
  async create(desired, context, started) {
    const name = generatedName(desired.AlarmName);
    // CloudWatch itself would put the new alarm in the place of the other.
    if ((await find(name, context)) !== undefined) {
      throw new AwsError("AlreadyExistsException", `The alarm ${name} already exists`);
    }
    const tags = (desired.Tags ?? []) as Tag[];
    await put(name, desired, context, tags.length > 0 ? { Tags: tags } : {});
    started?.(name);
    return { identifier: name, properties: attributes((await find(name, context))!) };
  },
  async read(identifier, context) {
    const alarm = await find(identifier, context);
    if (alarm === undefined) return undefined;
    const answer = await callService<{ Tags?: Tag[] }>(context, "cloudwatch", "ListTagsForResource", {
      ResourceARN: alarm.AlarmArn,
    });
    const tags = readableTags(answer.Tags);
    return {
      identifier,
      properties: defined({
        ...attributes(alarm),
        ActionsEnabled: alarm.ActionsEnabled,
        ...Object.fromEntries([...TEXTS, ...NUMBERS].map((name) => [name, unlessEmpty(alarm[name])])),
        Tags: tags.length > 0 ? tags : undefined,
      }),
    };
  },
  async update(identifier, previous, desired, context) {
    await put(identifier, desired, context);
    const alarm = (await find(identifier, context))!;
    const tags = changedTags(previous.Tags as Tag[] | undefined, desired.Tags as Tag[] | undefined);
    const target = { ResourceARN: alarm.AlarmArn };
    if (tags.removed.length > 0) {
      await callService(context, "cloudwatch", "UntagResource", { ...target, TagKeys: tags.removed });
    }
    if (tags.put.length > 0) {
      await callService(context, "cloudwatch", "TagResource", { ...target, Tags: tags.put });
    }
    return { identifier, properties: attributes(alarm) };
  },
  async delete(identifier, context) {
    await callService(context, "cloudwatch", "DeleteAlarms", { AlarmNames: [identifier] });
  },
  async list(context) {
    const alarms = await allPages<MetricAlarm>(context, {
      service: "cloudwatch",
      operation: "DescribeAlarms",
      input: { AlarmTypes: ["MetricAlarm"] },
      items: "MetricAlarms",
    });
    return alarms.map(({ AlarmName }) => AlarmName!);
  },
};

function put(
  AlarmName: string,
  desired: Properties,
  context: CallContext,
  more: Properties = {},
): Promise<unknown> {
  const { ActionsEnabled } = desired;
  return callService(context, "cloudwatch", "PutMetricAlarm", {
    AlarmName,
    ...defined({
      ...Object.fromEntries(TEXTS.map((name) => [name, desired[name]])),
      ...Object.fromEntries(NUMBERS.map((name) => [name, asNumber(desired[name])])),
      ActionsEnabled: ActionsEnabled === undefined ? undefined : isTrue(ActionsEnabled),
    }),
    ...more,
  });
}

async function find(name: string, context: CallContext): Promise<MetricAlarm | undefined> {
  const { MetricAlarms } = await callService<{ MetricAlarms?: MetricAlarm[] }>(
    context,
    "cloudwatch",
    "DescribeAlarms",
    { AlarmNames: [name] },
  );
  return MetricAlarms?.[0];
}

function attributes({ AlarmName, AlarmArn }: MetricAlarm): Properties {
  return { AlarmName, Arn: AlarmArn };
}

/** CloudWatch shows what an alarm does not have as an empty list. */
function unlessEmpty(value: unknown): unknown {
  return Array.isArray(value) && value.length === 0 ? undefined : value;
}
