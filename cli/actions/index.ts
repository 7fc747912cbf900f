import type { Action } from "../action";
import { analyze } from "./analyze";
import { checkDrift } from "./check-drift";
import { createPolicy } from "./create-policy";
import { createProvTemplate } from "./create-prov-template";
import { createReviewReport } from "./create-review-report";
import { deleteProduct } from "./delete-product";
import { deleteStack } from "./delete-stack";
import { deployAction } from "./deploy";
import { deployProduct } from "./deploy-product";
import { exportConfig } from "./export-config";
import { exportGroups } from "./export-groups";
import { exportIamPolicy } from "./export-iam-policy";
import { exportRoles } from "./export-roles";
import { exportServicePolicies } from "./export-service-policies";
import { listProducts } from "./list-products";
import { recover } from "./recover";
import { showChangesAction } from "./show-changes";
import { showProduct } from "./show-product";
import { testDeploy } from "./test-deploy";
import { validateConfigAction } from "./validate-config";
import { validateProvTemplate } from "./validate-prov-template";

/** Every action, in the order of the help. */
export const actions: readonly Action[] = [
  validateConfigAction,
  analyze,
  listProducts,
  showProduct,
  exportConfig,
  exportIamPolicy,
  createPolicy,
  exportServicePolicies,
  exportGroups,
  exportRoles,
  createProvTemplate,
  validateProvTemplate,
  showChangesAction,
  createReviewReport,
  checkDrift,
  testDeploy,
  deployAction,
  deployProduct,
  deleteStack,
  deleteProduct,
  recover,
];
