import { isObject, valueAt } from "../../config/source";
import { expandActions } from "../../analysis/expand-actions";
import type { ConditionTest } from "../../analysis/statement";
import {
  guardrail,
  type GuardrailContext,
  inStatement,
  notApplicable,
  verdictOf,
  type Violation,
} from "../guardrail";
import { subjectPolicies } from "../judge-policies";
import { resourcesOf, type Subject } from "../subject";
import { nameOf } from "../template-principals";

/** A person says yes before a model is deployed. */
export const approvedDeployments = guardrail({
  name: "approved-deployments",
  forbids:
    "A product's deploy pipeline that runs anything between its source and the approval by a person, and roles of a product that approve models.",
  why: "A model that nobody has looked at decides about people.",
  remediation: "Make a manual approval the stage after the source.",
  examples: {
    bad: "Stages: [Source, Deploy]",
    good: "Stages: [Source, { ActionTypeId: { Category: Approval, Provider: Manual } }, Deploy]",
  },
  enforcement: "mandatory",
  options: {},
  judge(subject, context) {
    const { environment } = context;
    const wanted = environment?.product?.names.modelDeployPipeline;
    const approving = environment?.product === undefined ? [] : selfApproving(subject, context);
    const deploying = resourcesOf(subject, "AWS::CodePipeline::Pipeline").filter(
      ({ properties }) => wanted !== undefined && properties.Name === wanted,
    );
    if (deploying.length + approving.length === 0)
      return notApplicable("there is no pipeline that deploys models");
    return verdictOf([
      ...approving,
      ...deploying
        .filter(({ properties }) => !isApprovedFirst(properties.Stages))
        .map((pipeline) => ({
          principals: [nameOf(pipeline)],
          path: [...pipeline.path, "Properties", "Stages"],
          message: "models are deployed without a person's approval",
          instead: this.remediation,
        })),
    ]);
  },
});

/** What says that a model is approved: a new model package may say so itself. */
const APPROVING = ["sagemaker:CreateModelPackage", "sagemaker:UpdateModelPackage"];

/** Statements by which a role of the product approves models, which is for people. */
function selfApproving(subject: Subject, context: GuardrailContext): Violation[] {
  const { policies = [] } = subjectPolicies(subject, context) ?? {};
  return policies.flatMap(({ policy, path, holders, kind }) =>
    policy.document.statements
      .filter(
        ({ effect, action, conditions }) =>
          kind === "identity" &&
          effect === "Allow" &&
          APPROVING.some((id) => expandActions(action, context.data).ids.has(id)) &&
          !conditions.some(leavesOpen),
      )
      .map((statement) => ({
        principals: holders,
        policy: policy.name,
        ...inStatement(statement),
        path: [...path, "Statement", statement.index],
        message: "it may approve models, which a person decides about",
        instead:
          'add Condition: { StringEquals: { "sagemaker:ModelApprovalStatus": PendingManualApproval } }',
      })),
  );
}

function leavesOpen({ operator, key, values }: ConditionTest): boolean {
  return (
    operator === "StringEquals" &&
    key.toLowerCase() === "sagemaker:modelapprovalstatus" &&
    values.join() === "PendingManualApproval"
  );
}

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
