import type { Action } from "../action";
import { checkDrift } from "./check-drift";
import { createProvTemplate } from "./create-prov-template";
import { exportIamPolicy } from "./export-iam-policy";
import { validateConfigAction } from "./validate-config";

/** Every action, in the order of the help. */
export const actions: readonly Action[] = [
  validateConfigAction,
  exportIamPolicy,
  createProvTemplate,
  checkDrift,
];
