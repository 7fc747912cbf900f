import { isObject, valueAt } from "../../config/source";
import { guardrail, notApplicable, verdictOf } from "../guardrail";
import { resourcesOf } from "../subject";
import { nameOf } from "../template-principals";

/** A person says yes before a model is deployed. */
export const approvedDeployments = guardrail({
  name: "approved-deployments",
  forbids: "A product's deploy pipeline that runs anything between its source and the approval by a person.",
  why: "A model that nobody has looked at decides about people.",
  remediation: "Make a manual approval the stage after the source.",
  examples: {
    bad: "Stages: [Source, Deploy]",
    good: "Stages: [Source, { ActionTypeId: { Category: Approval, Provider: Manual } }, Deploy]",
  },
  enforcement: "mandatory",
  options: {},
  judge(subject, { environment }) {
    const wanted = environment?.product?.names.modelDeployPipeline;
    const deploying = resourcesOf(subject, "AWS::CodePipeline::Pipeline").filter(
      ({ properties }) => wanted !== undefined && properties.Name === wanted,
    );
    if (deploying.length === 0) return notApplicable("there is no pipeline that deploys models");
    return verdictOf(
      deploying
        .filter(({ properties }) => !isApprovedFirst(properties.Stages))
        .map((pipeline) => ({
          principals: [nameOf(pipeline)],
          path: [...pipeline.path, "Properties", "Stages"],
          message: "models are deployed without a person's approval",
          instead: this.remediation,
        })),
    );
  },
});

/** Whether the first stage only fetches, and the second one asks a person and does nothing else. */
function isApprovedFirst(stages: unknown): boolean {
  const [first, second] = Array.isArray(stages) ? (stages as unknown[]) : [];
  const types = (stage: unknown) => {
    const actions = isObject(stage) && Array.isArray(stage.Actions) ? (stage.Actions as unknown[]) : [];
    return actions.map((action) => ({
      category: valueAt(action, ["ActionTypeId", "Category"]),
      provider: valueAt(action, ["ActionTypeId", "Provider"]),
    }));
  };
  const [sources, approvals] = [types(first), types(second)];
  return (
    sources.every(({ category }) => category === "Source") &&
    approvals.length > 0 &&
    approvals.every(({ category, provider }) => category === "Approval" && provider === "Manual")
  );
}
