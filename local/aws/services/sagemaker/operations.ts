import type { Operations } from "../../service";
import { endpointConfigOperations } from "./endpoint-config-operations";
import { endpointOperations } from "./endpoint-operations";
import { modelOperations } from "./model-operations";
import { modelPackageGroupOperations } from "./model-package-group-operations";
import { modelPackageOperations } from "./model-package-operations";
import { tagOperations } from "./tag-operations";

/** SageMaker's operations on the registry of models and on hosting. Jobs are not embedded: nothing is trained. */
export const operations: Operations = {
  ...modelPackageGroupOperations,
  ...modelPackageOperations,
  ...modelOperations,
  ...endpointConfigOperations,
  ...endpointOperations,
  ...tagOperations,
};
