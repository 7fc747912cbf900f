import { eventPattern, listBy } from "../canonical-values";
import type { RulesByType } from "./type-rules";

/** From the type's registry schema (`readOnlyProperties`) and EventBridge's API reference (defaults). */
export const EVENTS_RULES: RulesByType = {
  "AWS::Events::Rule": {
    leftOut: ["Arn", "RuleName"],
    defaults: { EventBusName: "default", State: "ENABLED", Tags: [] },
    unreadable: [],
    canonical: { EventPattern: eventPattern, Targets: listBy("Id") },
    emptyIsNothing: true,
  },
};
