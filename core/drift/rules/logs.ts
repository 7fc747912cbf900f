import { membersBy, setOf } from "../canonical-values";
import type { RulesByType } from "./type-rules";

/** From the types' registry schemas (`readOnlyProperties`, `default`) and CloudWatch Logs' API reference. */
export const LOGS_RULES: RulesByType = {
  "AWS::Logs::LogGroup": {
    leftOut: ["Arn"],
    defaults: { LogGroupClass: "STANDARD", Tags: [] },
    unreadable: [],
    emptyIsNothing: true,
  },
  "AWS::Logs::MetricFilter": {
    leftOut: [],
    defaults: {},
    unreadable: [],
    canonical: {
      MetricTransformations: setOf(
        membersBy({ canonical: { MetricValue: String }, defaults: { Unit: "None" } }),
      ),
    },
    emptyIsNothing: true,
  },
};
