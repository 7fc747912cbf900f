import { setOf } from "../canonical-values";
import type { RulesByType } from "./type-rules";

/** From the types' registry schemas (`readOnlyProperties`) and SNS's API reference (defaults of attributes). */
export const SNS_RULES: RulesByType = {
  "AWS::SNS::Subscription": {
    leftOut: ["Arn", "Id", "Region", "SubscriptionArn"],
    defaults: { FilterPolicyScope: "MessageAttributes" },
    unreadable: [],
    emptyIsNothing: true,
  },
  "AWS::SNS::Topic": {
    // Who subscribes is judged at each subscription: one that nobody confirmed could not be taken away.
    leftOut: ["Subscription", "TopicArn"],
    defaults: { SignatureVersion: "1", Tags: [], TracingConfig: "PassThrough" },
    unreadable: [],
    emptyIsNothing: true,
  },
  "AWS::SNS::TopicPolicy": {
    leftOut: ["Id"],
    defaults: {},
    unreadable: [],
    canonical: { Topics: setOf() },
  },
};
