import type { MetricFilter, MetricTransformation } from "@aws-sdk/client-cloudwatch-logs";
import { AwsError, type CallContext } from "../service";
import { randomSuffix } from "./generated-name";
import type { ResourceType } from "./resource-type";
import { allPages, callService, defined, unlessMissing } from "./service-calls";
import type { Tag } from "./tags";
import { asNumber } from "./template-values";

type Properties = Record<string, unknown>;

/** Metric filters of log groups. Cloud Control knows one by its log group and its name, CloudFormation by the name. */
export const logsMetricFilter: ResourceType = {
  type: "AWS::Logs::MetricFilter",
  primaryIdentifier: ["LogGroupName", "FilterName"],
  createOnly: ["FilterName", "LogGroupName"],
  readOnly: [],
  writeOnly: [],
  nameProperty: { name: "FilterName", maxLength: 512 },
  physicalId: (identifier) => partsOf(identifier).name,
  ref: (model) => partsOf(model.identifier).name,
  async create(desired, context, started) {
    const name = (desired.FilterName as string | undefined) ?? randomSuffix(24);
    const group = String(desired.LogGroupName);
    const identifier = `${group}|${name}`;
    // CloudWatch Logs itself would put the new filter in the place of the other.
    if ((await find(group, name, context)) !== undefined) {
      throw new AwsError("AlreadyExistsException", `The metric filter ${name} already exists`);
    }
    await put(name, desired, context);
    started?.(identifier);
    return { identifier, properties: { FilterName: name, LogGroupName: group } };
  },
  async read(identifier, context, given) {
    const { group, name } = partsOf(identifier, given);
    const filter = await find(group, name, context);
    if (filter === undefined) return undefined;
    return {
      identifier: `${group}|${name}`,
      properties: {
        FilterName: name,
        FilterPattern: filter.filterPattern,
        LogGroupName: group,
        MetricTransformations: filter.metricTransformations!.map(transformationProperties),
      },
    };
  },
  async update(identifier, _previous, desired, context) {
    const { group, name } = partsOf(identifier, desired);
    await put(name, desired, context);
    return { identifier: `${group}|${name}`, properties: { FilterName: name, LogGroupName: group } };
  },
  async delete(identifier, context, given) {
    const { group, name } = partsOf(identifier, given);
    await callService(context, "logs", "DeleteMetricFilter", { logGroupName: group, filterName: name });
  },
  async list(context) {
    const filters = await allPages<MetricFilter>(context, {
      service: "logs",
      operation: "DescribeMetricFilters",
      input: {},
      items: "metricFilters",
    });
    return filters.map(({ logGroupName, filterName }) => `${logGroupName!}|${filterName!}`);
  },
};

/** Cloud Control's identifier names both parts; CloudFormation's the filter, with the properties that it was given. */
function partsOf(identifier: string, given: Properties = {}): { group: string; name: string } {
  const [group, name] = identifier.split("|");
  return name === undefined
    ? { group: String(given.LogGroupName), name: identifier }
    : { group: group!, name };
}

async function put(filterName: string, desired: Properties, context: CallContext): Promise<void> {
  await callService(context, "logs", "PutMetricFilter", {
    logGroupName: desired.LogGroupName,
    filterName,
    filterPattern: desired.FilterPattern,
    metricTransformations: (desired.MetricTransformations as Properties[]).map((transformation) =>
      defined({
        metricName: transformation.MetricName,
        metricNamespace: transformation.MetricNamespace,
        metricValue: String(transformation.MetricValue),
        defaultValue: asNumber(transformation.DefaultValue),
        unit: transformation.Unit,
        dimensions: dimensionMap(transformation.Dimensions as Tag[] | undefined),
      }),
    ),
  });
}

function transformationProperties(transformation: MetricTransformation): Properties {
  const { metricName, metricNamespace, metricValue, defaultValue, unit, dimensions } = transformation;
  return defined({
    MetricName: metricName,
    MetricNamespace: metricNamespace,
    MetricValue: metricValue,
    DefaultValue: defaultValue,
    Unit: unit,
    Dimensions:
      dimensions === undefined
        ? undefined
        : Object.entries(dimensions).map(([Key, Value]) => ({ Key, Value })),
  });
}

function dimensionMap(dimensions: readonly Tag[] | undefined): Record<string, string> | undefined {
  return dimensions === undefined
    ? undefined
    : Object.fromEntries(dimensions.map(({ Key, Value }) => [Key, Value]));
}

async function find(group: string, name: string, context: CallContext): Promise<MetricFilter | undefined> {
  const filters = await unlessMissing(
    allPages<MetricFilter>(context, {
      service: "logs",
      operation: "DescribeMetricFilters",
      input: { logGroupName: group, filterNamePrefix: name },
      items: "metricFilters",
    }),
  );
  return filters?.find(({ filterName }) => filterName === name);
}
