import { isObject, valueAt } from "../../config/source";
import { placeOf } from "../environment";
import { guardrail, notApplicable, verdictOf, type Violation } from "../guardrail";
import { type JudgedResource, resourcesOf } from "../subject";
import { nameOf } from "../template-principals";

/** Where resources of a type name the role that their service works with, a path from the properties; `*` is every item. */
const ROLES: Readonly<Record<string, readonly (readonly string[])[]>> = {
  "AWS::CloudTrail::Trail": [["CloudWatchLogsRoleArn"]],
  "AWS::CodeBuild::Project": [["ServiceRole"], ["BuildBatchConfig", "ServiceRole"]],
  "AWS::CodePipeline::Pipeline": [["RoleArn"], ["Stages", "*", "Actions", "*", "RoleArn"]],
  "AWS::Events::Rule": [["RoleArn"], ["Targets", "*", "RoleArn"]],
  "AWS::Glue::Job": [["Role"]],
  "AWS::Lambda::Function": [["Role"]],
  "AWS::SageMaker::Model": [["ExecutionRoleArn"]],
  "AWS::SageMaker::NotebookInstance": [["RoleArn"]],
  "AWS::SageMaker::Pipeline": [["RoleArn"]],
  "AWS::StepFunctions::StateMachine": [["RoleArn"]],
};

/** What runs code in a stack runs with the stack's own roles, which were judged. */
export const ownRoles = guardrail({
  name: "own-roles",
  forbids:
    "Builds, pipelines, event rules and the like that run with a role which the template does not make.",
  why: "Whoever writes the code of a build has the rights of its role; what a role of elsewhere may do, nobody here has judged.",
  remediation: "Name a role of the template.",
  examples: {
    bad: "ServiceRole: arn:aws:iam::123456789012:role/administrator",
    good: "ServiceRole: { Fn::GetAtt: [RoleModelBuild, Arn] }",
  },
  enforcement: "mandatory",
  options: {},
  judge(subject, { environment }) {
    if (subject.template?.whole !== true) return notApplicable("there is no whole template");
    const runners = resourcesOf(subject, ...Object.keys(ROLES));
    if (runners.length === 0) return notApplicable("nothing here runs with a role");
    const place = environment === undefined ? undefined : placeOf(environment);
    const own = new Set([
      ...resourcesOf(subject, "AWS::IAM::Role").map(
        (role) => `arn:${place?.partition}:iam::${place?.account}:role/${nameOf(role)}`,
      ),
      ...(place?.rolesElsewhere ?? []),
    ]);
    return verdictOf(
      runners.flatMap((runner) =>
        ROLES[runner.type]!.flatMap((path) => rolesAt(runner, path))
          .filter(({ role }) => typeof role !== "string" || !own.has(role))
          .map(({ role, path }): Violation => ({
            principals: [nameOf(runner)],
            path,
            message: `it runs with ${typeof role === "string" ? role : "a role that nobody knows"}, which the template does not make`,
            instead: this.remediation,
          })),
      ),
    );
  },
});

/** The roles that stand at a path of a resource's properties. */
function rolesAt({ properties, path }: JudgedResource, steps: readonly string[]) {
  let found: { role: unknown; path: Violation["path"] }[] = [
    { role: properties, path: [...path, "Properties"] },
  ];
  for (const step of steps) {
    found = found.flatMap(({ role: value, path: at }) => {
      if (step === "*")
        return Array.isArray(value)
          ? (value as unknown[]).map((role, index) => ({ role, path: [...at, index] }))
          : [];
      return isObject(value) ? { role: valueAt(value, [step]), path: [...at, step] } : [];
    });
  }
  return found.filter(({ role }) => role !== undefined);
}
