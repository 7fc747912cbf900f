import type { Operations } from "../../service";
import { tagOperations } from "./tag-operations";
import { trailOperations } from "./trail-operations";

/** CloudTrail's operations: trails. Nothing is recorded here. */
export const operations: Operations = { ...trailOperations, ...tagOperations };
