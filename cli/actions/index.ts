import type { Action } from "../action";
import { analyze } from "./analyze";
import { checkDrift } from "./check-drift";
import { createProvTemplate } from "./create-prov-template";
import { deleteStack } from "./delete-stack";
import { deployAction } from "./deploy";
import { exportConfig } from "./export-config";
import { exportGroups } from "./export-groups";
import { exportIamPolicy } from "./export-iam-policy";
import { exportRoles } from "./export-roles";
import { exportServicePolicies } from "./export-service-policies";
import { recover } from "./recover";
import { testDeploy } from "./test-deploy";
import { validateConfigAction } from "./validate-config";
import { validateProvTemplate } from "./validate-prov-template";

/** Every action, in the order of the help. */
export const actions: readonly Action[] = [
  validateConfigAction,
  analyze,
  exportConfig,
  exportIamPolicy,
  exportServicePolicies,
  exportGroups,
  exportRoles,
  createProvTemplate,
  validateProvTemplate,
  checkDrift,
  testDeploy,
  deployAction,
  deleteStack,
  recover,
];
