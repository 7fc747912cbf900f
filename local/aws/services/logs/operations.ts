import type { Operations } from "../../service";
import { logGroupOperations } from "./log-group-operations";
import { tagOperations } from "./tag-operations";

/** CloudWatch Logs' operations. */
export const operations: Operations = { ...logGroupOperations, ...tagOperations };
