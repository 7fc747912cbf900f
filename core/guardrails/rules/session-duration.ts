import { DEFAULT_SESSION_SECONDS } from "../../security/aws-limits";
import { guardrail, notApplicable, verdictOf } from "../guardrail";
import { isElevation } from "../role-kind";
import { resourcesOf } from "../subject";
import { nameOf } from "../template-principals";
import { valueText } from "../../value-text";

interface Options {
  max_seconds: number;
  max_elevation_seconds: number;
}

/** Sessions in roles end soon, those that lift rights sooner. */
export const sessionDuration = guardrail<Options>({
  name: "session-duration",
  forbids: "Roles whose sessions last longer than 4 hours, or 1 hour where they lift rights.",
  why: "Stolen credentials of a session work until it ends.",
  remediation: "Lower max_session_duration of the role in the config.",
  examples: { bad: "MaxSessionDuration: 43200", good: "MaxSessionDuration: 14400" },
  enforcement: "mandatory",
  options: {
    max_seconds: {
      type: "integer",
      minimum: 3600,
      maximum: 43_200,
      description: "longest session of a role in seconds",
      default: 14_400,
    },
    max_elevation_seconds: {
      type: "integer",
      minimum: 3600,
      maximum: 43_200,
      description: "longest session of a role that lifts rights, in seconds",
      default: 3600,
    },
  },
  judge(subject, { environment }, { max_seconds: most, max_elevation_seconds: mostElevated }) {
    const roles = resourcesOf(subject, "AWS::IAM::Role");
    if (roles.length === 0) return notApplicable("there is no role");
    return verdictOf(
      roles.flatMap((role) => {
        const elevation = isElevation(role, environment);
        const limit = elevation ? mostElevated : most;
        const seconds = valueText(role.properties.MaxSessionDuration ?? DEFAULT_SESSION_SECONDS);
        if (Number(seconds) <= limit) return [];
        return {
          principals: [nameOf(role)],
          path: [...role.path, "Properties", "MaxSessionDuration"],
          message: `sessions last ${seconds} seconds${elevation ? " in a role that lifts rights" : ""}, at most ${limit} are allowed`,
          instead: `set MaxSessionDuration to ${limit} or less`,
        };
      }),
    );
  },
});
