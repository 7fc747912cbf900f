import { guardrail, notApplicable, verdictOf } from "../guardrail";

/** IAM comes from CloudFormation stacks alone. */
export const onlyThroughStacks = guardrail({
  name: "only-through-stacks",
  forbids: "IAM resources of the aws and aws-native providers, beside every CloudFormation stack.",
  why: "What is made beside the stack is in no template: neither these guardrails nor drift detection look at it.",
  remediation: "Write the group, role or policy into the config, or into the stack's template.",
  examples: { bad: 'new aws.iam.Role("r", …)', good: "security.assumable_roles in the config" },
  enforcement: "mandatory",
  options: {},
  judge({ besideStacks }) {
    if (besideStacks === undefined) return notApplicable("it is part of a stack");
    const message = `${besideStacks} makes IAM beside all stacks`;
    return verdictOf([{ principals: [], path: [], message, instead: this.remediation }]);
  },
});
