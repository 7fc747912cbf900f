import type { Action } from "../action";
import { createProvTemplate } from "./create-prov-template";
import { deleteStack } from "./delete-stack";
import { deployAction } from "./deploy";
import { exportIamPolicy } from "./export-iam-policy";
import { testDeploy } from "./test-deploy";
import { validateConfigAction } from "./validate-config";

/** Every action, in the order of the help. */
export const actions: readonly Action[] = [
  validateConfigAction,
  exportIamPolicy,
  createProvTemplate,
  testDeploy,
  deployAction,
  deleteStack,
];
