import type { Operations } from "../../service";
import { modelPackageGroupOperations } from "./model-package-group-operations";
import { modelPackageOperations } from "./model-package-operations";
import { tagOperations } from "./tag-operations";

/** SageMaker's operations on the registry of models. Jobs are not embedded: nothing is trained. */
export const operations: Operations = {
  ...modelPackageGroupOperations,
  ...modelPackageOperations,
  ...tagOperations,
};
