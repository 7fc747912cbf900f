import type { Operations } from "../../service";
import { logGroupOperations } from "./log-group-operations";
import { metricFilterOperations } from "./metric-filter-operations";
import { tagOperations } from "./tag-operations";

/** CloudWatch Logs' operations. */
export const operations: Operations = {
  ...logGroupOperations,
  ...metricFilterOperations,
  ...tagOperations,
};
