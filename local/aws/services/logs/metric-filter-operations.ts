import type * as Logs from "@aws-sdk/client-cloudwatch-logs";
import { AwsError, type CallContext, type Operations } from "../../service";
import { refuseUnsupported } from "../unsupported-input";
import { filterPattern } from "./filter-pattern/filter-pattern";
import { checkText, invalidParameter, page } from "./input-rules";
import { existingLogGroup } from "./log-group-record";
import {
  metricFilterKey,
  type MetricFilterRecord,
  metricFilters,
  metricFiltersOf,
} from "./metric-filter-record";

const FILTERS_A_GROUP = 100;
const MAX_MESSAGES = 50;

function putMetricFilter(input: Logs.PutMetricFilterRequest, context: CallContext): void {
  refuseUnsupported(input, ["applyOnTransformedLogs", "emitSystemFieldDimensions", "fieldSelectionCriteria"]);
  const { name: logGroup } = existingLogGroup(context, input.logGroupName!);
  const name = input.filterName!;
  checkText(name, "filterName", { pattern: /^[^:*]*$/, text: "[^:*]*" });
  filterPattern(input.filterPattern!);
  const transformations = input.metricTransformations!;
  checkTransformations(transformations);
  const existing = metricFilters.find(context, metricFilterKey(logGroup, name));
  if (existing === undefined && metricFiltersOf(context, logGroup).length >= FILTERS_A_GROUP) {
    throw new AwsError("LimitExceededException", "Resource limit exceeded.");
  }
  metricFilters.save(context, {
    logGroup,
    name,
    pattern: input.filterPattern!,
    transformations,
    creationTime: existing?.creationTime ?? context.now().getTime(),
  });
}

function checkTransformations(transformations: readonly Logs.MetricTransformation[]): void {
  if (transformations.length !== 1) {
    throw invalidParameter(
      "1 validation error detected: Value at 'metricTransformations' failed to satisfy constraint: Member must have length less than or equal to 1",
    );
  }
  for (const { metricName, metricNamespace, metricValue, dimensions, defaultValue } of transformations) {
    for (const [member, value] of [
      ["metricName", metricName!],
      ["metricNamespace", metricNamespace!],
    ] as const) {
      checkText(value, `metricTransformations.1.member.${member}`, { pattern: /^[^:*$]*$/, text: "[^:*$]*" });
    }
    if (!/^(\$\S+|-?\d+(\.\d+)?)$/.test(metricValue!))
      throw invalidParameter("Invalid metric transformation");
    if (dimensions !== undefined && defaultValue !== undefined) {
      throw invalidParameter(
        "Invalid metric transformation: dimensions and default value are mutually exclusive",
      );
    }
  }
}

function shape(record: MetricFilterRecord): Logs.MetricFilter {
  return {
    filterName: record.name,
    filterPattern: record.pattern,
    metricTransformations: record.transformations,
    creationTime: record.creationTime,
    logGroupName: record.logGroup,
  };
}

function describeMetricFilters(
  input: Logs.DescribeMetricFiltersRequest,
  context: CallContext,
): Logs.DescribeMetricFiltersResponse {
  const { logGroupName, filterNamePrefix = "", metricName, metricNamespace } = input;
  const of =
    logGroupName === undefined
      ? metricFilters.all(context)
      : metricFiltersOf(context, existingLogGroup(context, logGroupName).name);
  const matching = of.filter(
    ({ name, transformations: [metric] }) =>
      name.startsWith(filterNamePrefix) &&
      (metricName === undefined || metric?.metricName === metricName) &&
      (metricNamespace === undefined || metric?.metricNamespace === metricNamespace),
  );
  const { items, nextToken } = page(matching, input);
  return { metricFilters: items.map(shape), nextToken };
}

function deleteMetricFilter(input: Logs.DeleteMetricFilterRequest, context: CallContext): void {
  const key = metricFilterKey(existingLogGroup(context, input.logGroupName!).name, input.filterName!);
  if (metricFilters.find(context, key) === undefined) {
    throw new AwsError("ResourceNotFoundException", "The specified metric filter does not exist.");
  }
  metricFilters.delete(context, key);
}

function testMetricFilter(input: Logs.TestMetricFilterRequest): Logs.TestMetricFilterResponse {
  const messages = input.logEventMessages!;
  if (messages.length < 1 || messages.length > MAX_MESSAGES) {
    throw invalidParameter(
      `1 validation error detected: Value at 'logEventMessages' failed to satisfy constraint: Member must have length ${messages.length < 1 ? "greater than or equal to 1" : `less than or equal to ${MAX_MESSAGES}`}`,
    );
  }
  const pattern = filterPattern(input.filterPattern!);
  const matches = messages.flatMap((eventMessage, index) =>
    pattern.matches(eventMessage)
      ? [{ eventNumber: index + 1, eventMessage, extractedValues: pattern.extracted(eventMessage) }]
      : [],
  );
  return { matches };
}

/** Metric filters, and the trial of their patterns. */
export const metricFilterOperations: Operations = {
  PutMetricFilter: putMetricFilter,
  DescribeMetricFilters: describeMetricFilters,
  DeleteMetricFilter: deleteMetricFilter,
  TestMetricFilter: testMetricFilter,
};
