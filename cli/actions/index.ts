import type { Action } from "../action";
import { createProvTemplate } from "./create-prov-template";
import { exportConfig } from "./export-config";
import { exportGroups } from "./export-groups";
import { exportIamPolicy } from "./export-iam-policy";
import { exportRoles } from "./export-roles";
import { exportServicePolicies } from "./export-service-policies";
import { validateConfigAction } from "./validate-config";
import { validateProvTemplate } from "./validate-prov-template";

/** Every action, in the order of the help. */
export const actions: readonly Action[] = [
  validateConfigAction,
  exportConfig,
  exportIamPolicy,
  exportServicePolicies,
  exportGroups,
  exportRoles,
  createProvTemplate,
  validateProvTemplate,
];
