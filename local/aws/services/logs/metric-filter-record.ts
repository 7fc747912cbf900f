import type { MetricTransformation } from "@aws-sdk/client-cloudwatch-logs";
import type { CallContext } from "../../service";
import { RegionalRecords } from "../regional-records";

/** A metric filter of a log group. */
export interface MetricFilterRecord {
  logGroup: string;
  name: string;
  pattern: string;
  transformations: MetricTransformation[];
  /** Milliseconds since 1970. */
  creationTime: number;
}

/** What a filter is known by: names hold no colon and no star, names of log groups no space. */
export function metricFilterKey(logGroup: string, name: string): string {
  return `${logGroup} ${name}`;
}

/** The metric filters of a region. */
export const metricFilters = new RegionalRecords<MetricFilterRecord>("logs.metric-filters", (record) =>
  metricFilterKey(record.logGroup, record.name),
);

/** The metric filters of one log group. */
export function metricFiltersOf(context: CallContext, logGroup: string): MetricFilterRecord[] {
  return metricFilters.all(context).filter((record) => record.logGroup === logGroup);
}
