import type { Action } from "../action";
import { checkDrift } from "./check-drift";
import { createProvTemplate } from "./create-prov-template";
import { deleteStack } from "./delete-stack";
import { deployAction } from "./deploy";
import { exportIamPolicy } from "./export-iam-policy";
import { showChangesAction } from "./show-changes";
import { testDeploy } from "./test-deploy";
import { validateConfigAction } from "./validate-config";

/** Every action, in the order of the help. */
export const actions: readonly Action[] = [
  validateConfigAction,
  exportIamPolicy,
  createProvTemplate,
  showChangesAction,
  checkDrift,
  testDeploy,
  deployAction,
  deleteStack,
];
