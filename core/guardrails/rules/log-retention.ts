import { guardrail, notApplicable, verdictOf } from "../guardrail";
import { valueAt } from "../../config/source";
import { type JudgedResource, resourcesOf } from "../subject";
import { nameOf } from "../template-principals";
import { valueText } from "../../value-text";

interface Options {
  min_days: number;
}

/** Logs are there when somebody asks what happened. */
export const logRetention = guardrail<Options>({
  name: "log-retention",
  forbids:
    "Log groups that keep their logs for less than 90 days, for less than an ML product's config or compliance framework asks for, or without a limit.",
  why: "Break-ins are found after weeks; what is kept for ever without a decision is a cost and a liability.",
  remediation: "Set RetentionInDays to 90 or more; to 365 for PCI DSS and SOC 2, and 2192 for HIPAA.",
  examples: { bad: "RetentionInDays: 30", good: "RetentionInDays: 90" },
  enforcement: "mandatory",
  options: {
    min_days: {
      type: "integer",
      minimum: 1,
      maximum: 3653,
      description: "fewest days that logs are kept",
      default: 90,
    },
  },
  judge(subject, { environment }, { min_days }) {
    const least = Math.max(min_days, environment?.product?.retentionDays ?? 0);
    const logs = resourcesOf(subject, "AWS::Logs::LogGroup");
    const builds = environment?.product === undefined ? [] : resourcesOf(subject, "AWS::CodeBuild::Project");
    if (logs.length + builds.length === 0) return notApplicable("there is no log group");
    return verdictOf([
      ...builds.filter(isNotLogged).map((build) => ({
        principals: [nameOf(build)],
        path: [...build.path, "Properties", "LogsConfig"],
        message: "its builds are not logged",
        instead: "set LogsConfig.CloudWatchLogs to a log group of the template, with Status: ENABLED",
      })),
      ...logs.flatMap((log) => {
        const { RetentionInDays: given } = log.properties;
        const days = given === undefined ? undefined : Number(valueText(given));
        if (days !== undefined && days >= least) return [];
        return {
          principals: [nameOf(log)],
          path: [...log.path, "Properties", "RetentionInDays"],
          message:
            days === undefined
              ? "nobody has decided how long logs are kept"
              : `logs are kept for ${valueText(given)} days`,
          instead: `set RetentionInDays to ${least} or more`,
        };
      }),
    ]);
  },
});

/** A log group that is named is judged by itself where it is the template's, and outside it nobody knows how long it is kept. */
function isNotLogged({ properties }: JudgedResource): boolean {
  const given = valueAt(properties, ["LogsConfig", "CloudWatchLogs"]);
  return valueAt(given, ["Status"]) !== "ENABLED" || valueAt(given, ["GroupName"]) === undefined;
}
