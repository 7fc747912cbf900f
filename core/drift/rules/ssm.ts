import type { RulesByType } from "./type-rules";

/** From the type's registry schema (`readOnlyProperties`, `writeOnlyProperties`) and Parameter Store's API reference (defaults). */
export const SSM_RULES: RulesByType = {
  "AWS::SSM::Parameter": {
    leftOut: ["Arn"],
    defaults: { DataType: "text", Tags: {} },
    unreadable: ["AllowedPattern", "Description", "Policies", "Tier"],
    remadeFor: ["Type"],
  },
};
