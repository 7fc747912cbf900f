import { isMembers, sortKeys } from "../canonical-document";
import { type Canonical, setOf, withoutEmpty } from "../canonical-values";
import type { RulesByType } from "./type-rules";

/** Management events are recorded unless a selector says otherwise ("EventSelector"). */
const eventSelector: Canonical = (value) =>
  isMembers(value)
    ? sortKeys({
        ReadWriteType: "All",
        ...(withoutEmpty(value) as object),
        IncludeManagementEvents: value.IncludeManagementEvents !== false,
      })
    : value;

/**
 * From the types' registry schemas (`readOnlyProperties`, `default`) and the API references of CloudWatch and CloudTrail:
 * a trail that names no event selectors records all management events ("GetEventSelectors").
 */
export const MONITORING_RULES: RulesByType = {
  "AWS::CloudTrail::Trail": {
    leftOut: ["Arn", "SnsTopicArn"],
    defaults: {
      EnableLogFileValidation: false,
      EventSelectors: [{}],
      IncludeGlobalServiceEvents: false,
      IsLogging: false,
      IsMultiRegionTrail: false,
      IsOrganizationTrail: false,
      Tags: [],
    },
    unreadable: [],
    canonical: {
      EventSelectors: setOf(eventSelector),
    },
    emptyIsNothing: true,
  },
  "AWS::CloudWatch::Alarm": {
    leftOut: ["Arn"],
    defaults: { ActionsEnabled: true, Tags: [], TreatMissingData: "missing" },
    unreadable: [],
    canonical: {
      AlarmActions: setOf(),
      Dimensions: setOf(),
      EvaluationPeriods: Number,
      InsufficientDataActions: setOf(),
      OKActions: setOf(),
      Period: Number,
      Threshold: Number,
    },
    emptyIsNothing: true,
  },
};
