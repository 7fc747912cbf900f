import type { Action } from "../action";
import { analyze } from "./analyze";
import { createProvTemplate } from "./create-prov-template";
import { exportIamPolicy } from "./export-iam-policy";
import { validateConfigAction } from "./validate-config";

/** Every action, in the order of the help. */
export const actions: readonly Action[] = [
  validateConfigAction,
  analyze,
  exportIamPolicy,
  createProvTemplate,
];
