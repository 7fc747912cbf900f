import { guardrail, notApplicable, verdictOf, type Violation } from "../guardrail";
import type { JudgedProduct } from "../judged-product";
import { WATCHES } from "../../ml/template/alarms";
import { isProductOf } from "../environment";
import { type JudgedResource, resourcesOf, type Subject } from "../subject";
import { nameOf } from "../template-principals";

interface Options {
  tiers: string[];
}

/** Properties of a trail that have to be on. */
const ON = ["EnableLogFileValidation", "IncludeGlobalServiceEvents", "IsLogging", "IsMultiRegionTrail"];

/** What is done in the account is recorded, and somebody is told of what should not be. */
export const recordedCalls = guardrail<Options>({
  name: "recorded-calls",
  forbids:
    "Trails that don't log every region, or whose record nobody can verify; alarms that tell nobody; enterprise ML products without their trail, metric filters and alarms.",
  why: "Whoever breaks in uses the region that nobody looks at, and changes the record.",
  remediation: "Log all regions and global services with log file validation; let each alarm notify a topic.",
  examples: { bad: "IsMultiRegionTrail: false", good: "IsMultiRegionTrail: true" },
  enforcement: "mandatory",
  options: {
    tiers: {
      type: "array",
      items: { type: "string" },
      description: "tiers of ML products that watch API calls",
      default: ["enterprise"],
    },
  },
  judge(subject, { environment }, { tiers }) {
    const trails = resourcesOf(subject, "AWS::CloudTrail::Trail");
    const alarms = resourcesOf(subject, "AWS::CloudWatch::Alarm");
    const watches = isProductOf(environment, tiers) && subject.template?.whole === true;
    if (trails.length + alarms.length === 0 && !watches)
      return notApplicable("there is no trail and no alarm");
    return verdictOf([
      ...(watches
        ? trails
            .filter(deliversNowhere)
            .map((trail) =>
              at(
                trail,
                "CloudWatchLogsLogGroupArn",
                "it delivers to no log group, where the metric filters look",
                "set CloudWatchLogsLogGroupArn",
              ),
            )
        : []),
      ...(watches ? lacking(subject, environment.product) : []),
      ...trails.flatMap((trail) =>
        ON.filter((property) => trail.properties[property] !== true).map((property) =>
          at(trail, property, `${property} is off`, `set ${property}: true`),
        ),
      ),
      ...alarms
        .filter(isSilent)
        .map((alarm) => at(alarm, "AlarmActions", "the alarm tells nobody", "set AlarmActions")),
    ]);
  },
});

/** What of a product's watch over API calls is not there. */
function lacking(subject: Subject, { trail }: JudgedProduct): Violation[] {
  const missing = (what: string): Violation => ({
    principals: [],
    path: ["Resources"],
    message: `there is no ${what}`,
    instead: "make all that watches API calls, or take a smaller tier",
  });
  const count = (type: string) => resourcesOf(subject, type).length;
  const patterns = resourcesOf(subject, "AWS::Logs::MetricFilter").map(
    ({ properties }) => properties.FilterPattern,
  );
  return [
    ...(trail === "create" && count("AWS::CloudTrail::Trail") === 0 ? [missing("trail")] : []),
    ...WATCHES.filter(({ pattern }) => !patterns.includes(pattern)).map(({ metric }) =>
      missing(`metric filter of ${metric} with its pattern`),
    ),
    ...(count("AWS::CloudWatch::Alarm") < WATCHES.length ? [missing("alarm for each metric filter")] : []),
  ];
}

function deliversNowhere({ properties }: JudgedResource): boolean {
  return properties.CloudWatchLogsLogGroupArn === undefined;
}

function isSilent({ properties: { ActionsEnabled, AlarmActions } }: JudgedResource): boolean {
  return ActionsEnabled === false || !Array.isArray(AlarmActions) || AlarmActions.length === 0;
}

function at(resource: JudgedResource, property: string, message: string, instead: string): Violation {
  return {
    principals: [nameOf(resource)],
    path: [...resource.path, "Properties", property],
    message,
    instead,
  };
}
