import type { Config } from "../../core/config/schema";
import type { Template } from "../../core/template/cloudformation";
import type { LifeStep } from "./life-step";
import { showChanges } from "./steps/change-steps";
import {
  addAndRemove,
  boundAndUnbound,
  createStack,
  protect,
  rollBack,
  updateSteps,
} from "./steps/deploy-steps";
import { revertDeleted, revertSteps } from "./steps/drift-steps";
import { askLicence } from "./steps/licence-step";
import {
  detectDrift,
  forecastDeployment,
  preCheck,
  refreshStack,
  remains,
  validateTemplate,
  verify,
} from "./steps/look-steps";
import { clearLeftover, continueRollback, rollBackStack } from "./steps/recovery-steps";
import { clearObstacles, deleteStack } from "./steps/removal-steps";
import { readUpload, removeUploadedVersions, uploadTemplate } from "./steps/upload-steps";

/** Everything that the operator of an environment does with AWS, in the order of a stack's life. */
export function operatorLife(template: Template, config: Config): LifeStep[] {
  const bounded = config.security.permission_boundary_arn !== undefined;
  return [
    ...(config.license === undefined ? [] : [askLicence(config.license.provider)]),
    preCheck,
    forecastDeployment,
    uploadTemplate,
    createStack,
    verify,
    refreshStack,
    readUpload,
    validateTemplate,
    detectDrift,
    remains,
    { ...forecastDeployment, name: "forecast of an update" },
    ...updateSteps(template, bounded),
    ...(bounded ? [] : [boundAndUnbound]),
    addAndRemove,
    rollBack,
    protect,
    showChanges,
    ...revertSteps,
    revertDeleted,
    continueRollback,
    rollBackStack,
    clearObstacles,
    deleteStack,
    clearLeftover,
    removeUploadedVersions,
  ];
}
