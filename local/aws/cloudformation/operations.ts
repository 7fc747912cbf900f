import type { Operations } from "../service";

/** CloudFormation's operations. */
export const operations: Operations = {};
