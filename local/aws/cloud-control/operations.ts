import type { Operations } from "../service";

/** Cloud Control's operations. */
export const operations: Operations = {};
