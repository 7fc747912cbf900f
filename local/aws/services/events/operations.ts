import type { Operations } from "../../service";
import { ruleOperations } from "./rule-operations";
import { tagOperations } from "./tag-operations";
import { targetOperations } from "./target-operations";

/** EventBridge's operations on rules. Events are not embedded: no rule is ever triggered. */
export const operations: Operations = { ...ruleOperations, ...tagOperations, ...targetOperations };
