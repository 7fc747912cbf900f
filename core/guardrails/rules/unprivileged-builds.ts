import { valueAt } from "../../config/source";
import { guardrail, notApplicable, verdictOf } from "../guardrail";
import { resourcesOf } from "../subject";
import { nameOf } from "../template-principals";

/** Builds don't rule the machine that they run on. */
export const unprivilegedBuilds = guardrail({
  name: "unprivileged-builds",
  forbids: "Build projects whose container runs with privileges.",
  why: "In a privileged container, the code of a build can leave it, and reads what lies beside it.",
  remediation: "Set PrivilegedMode: false.",
  examples: { bad: "Environment: { PrivilegedMode: true }", good: "Environment: { PrivilegedMode: false }" },
  enforcement: "mandatory",
  options: {},
  judge(subject) {
    const projects = resourcesOf(subject, "AWS::CodeBuild::Project");
    if (projects.length === 0) return notApplicable("there is no build project");
    return verdictOf(
      projects
        .filter(({ properties }) => {
          const privileged = valueAt(properties, ["Environment", "PrivilegedMode"]);
          return privileged !== undefined && privileged !== false && privileged !== "false";
        })
        .map((project) => ({
          principals: [nameOf(project)],
          path: [...project.path, "Properties", "Environment", "PrivilegedMode"],
          message: "its builds run with privileges",
          instead: this.remediation,
        })),
    );
  },
});
