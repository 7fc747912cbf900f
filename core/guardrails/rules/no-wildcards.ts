import { invertedElement } from "../../analysis/rules/inverted-element";
import { needlessWildcard } from "../../analysis/rules/needless-wildcard";
import { wholeServiceAction } from "../../analysis/rules/whole-service-action";
import { guardrail } from "../guardrail";
import { judgeByRules } from "../judge-policies";

/** Wildcards in actions and resources stand only where AWS forces them. */
export const noWildcards = guardrail({
  name: "no-wildcards",
  forbids:
    'Actions of a whole service, Resource "*" where AWS has resource types for the action, and NotAction, NotResource and NotPrincipal.',
  why: "They allow what nobody has thought of: other tenants' resources, and what AWS adds tomorrow.",
  remediation: "Name the actions that are needed, on the ARNs of the tenant's own resources.",
  examples: {
    bad: '{ Effect: Allow, Action: "s3:*", Resource: "*" }',
    good: "{ Effect: Allow, Action: s3:GetObject, Resource: arn:aws:s3:::edge-dev-b001-*/* }",
  },
  enforcement: "mandatory",
  options: {},
  judge: (subject, context) =>
    judgeByRules(subject, context, [wholeServiceAction, needlessWildcard, invertedElement]),
});
