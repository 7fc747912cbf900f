import type { StackBlueprint } from "../../core/security/blueprint";
import type { Template } from "../../core/template/cloudformation";
import type { LifeStep } from "./life-step";
import { createStack, protect } from "./steps/deploy-steps";
import {
  detectDrift,
  forecastDeployment,
  preCheck,
  refreshStack,
  validateTemplate,
  verify,
} from "./steps/look-steps";
import { clearLeftover, continueRollback, rollBackStack } from "./steps/product-recovery-steps";
import { restoreSteps, revertSteps } from "./steps/product-drift-steps";
import { clearObstacles, deleteProduct, remains, remainsOfStack } from "./steps/product-removal-steps";
import { showChanges, update } from "./steps/product-update-steps";
import { readUpload, removeUploadedVersions, uploadTemplate } from "./steps/upload-steps";

/**
 * Everything that the operator of an ML product does with AWS, in the order of its stack's life.
 * @param changed The same product, deployed in the place of the first by an update.
 */
export function productLife(
  template: Template,
  changed: { template: Template; blueprint: StackBlueprint },
): LifeStep[] {
  return [
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
    update(changed),
    protect,
    showChanges(changed),
    remainsOfStack,
    ...revertSteps(template),
    ...restoreSteps(template),
    continueRollback,
    rollBackStack,
    clearObstacles,
    deleteProduct,
    clearLeftover,
    removeUploadedVersions,
  ];
}
