import type { Operations } from "../../service";
import { bucketOperations } from "./bucket-operations";
import { listOperations } from "./list-operations";
import { objectOperations } from "./object-operations";

/** S3's operations, as far as templates, artifacts and their buckets need them. */
export const operations: Operations = { ...bucketOperations, ...objectOperations, ...listOperations };
