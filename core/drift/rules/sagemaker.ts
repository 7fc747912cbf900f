import { canonicalDocument } from "../canonical-document";
import type { RulesByType } from "./type-rules";

/** From the type's registry schema (`readOnlyProperties`). */
export const SAGEMAKER_RULES: RulesByType = {
  "AWS::SageMaker::ModelPackageGroup": {
    leftOut: ["CreationTime", "ModelPackageGroupArn", "ModelPackageGroupStatus"],
    defaults: { Tags: [] },
    unreadable: [],
    canonical: { ModelPackageGroupPolicy: canonicalDocument },
    emptyIsNothing: true,
  },
};
