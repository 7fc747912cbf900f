import type { Operations } from "../../service";
export const operations: Operations = {};
