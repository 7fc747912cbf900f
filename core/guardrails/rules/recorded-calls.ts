import { guardrail, notApplicable, verdictOf, type Violation } from "../guardrail";
import { type JudgedResource, resourcesOf } from "../subject";
import { nameOf } from "../template-principals";

/** Properties of a trail that have to be on. */
const ON = ["EnableLogFileValidation", "IncludeGlobalServiceEvents", "IsLogging", "IsMultiRegionTrail"];

/** What is done in the account is recorded, and somebody is told of what should not be. */
export const recordedCalls = guardrail({
  name: "recorded-calls",
  forbids: "Trails that don't log every region, or whose record nobody can verify; alarms that tell nobody.",
  why: "Whoever breaks in uses the region that nobody looks at, and changes the record.",
  remediation: "Log all regions and global services with log file validation; let each alarm notify a topic.",
  examples: { bad: "IsMultiRegionTrail: false", good: "IsMultiRegionTrail: true" },
  enforcement: "mandatory",
  options: {},
  judge(subject) {
    const trails = resourcesOf(subject, "AWS::CloudTrail::Trail");
    const alarms = resourcesOf(subject, "AWS::CloudWatch::Alarm");
    if (trails.length + alarms.length === 0) return notApplicable("there is no trail and no alarm");
    return verdictOf([
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
