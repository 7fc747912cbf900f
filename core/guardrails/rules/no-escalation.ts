import { escalationFindings } from "../../analysis/escalation/escalation-findings";
import { placeOf } from "../environment";
import { guardrail, inStatement, notApplicable, verdictOf, type Violation } from "../guardrail";
import { subjectPolicies } from "../judge-policies";
import { pathOfPrincipal } from "../template-principals";

/** Nobody comes to rights that were not given. */
export const noEscalation = guardrail({
  name: "no-escalation",
  forbids:
    "Every published way by which a principal raises its own rights, over any chain of assumed and passed roles.",
  why: "Rights that somebody can give themselves are theirs already, whatever the config says.",
  remediation: "Take the action away, or allow it only on what runs with a role that is part of the grant.",
  examples: {
    bad: '{ Action: [iam:PassRole, lambda:CreateFunction], Resource: "*" }',
    good: "{ Action: iam:PassRole, Resource: arn:…:role/edge-dev-b001-role-lambda-ml-pipeline }",
  },
  enforcement: "mandatory",
  options: {},
  judge(subject, context) {
    if (subject.template?.whole !== true) return notApplicable("there is no whole template");
    const found = subjectPolicies(subject, context);
    if (found === undefined || found.principals.length === 0)
      return notApplicable("there is no group or role");
    const { environment, data } = context;
    if (environment === undefined) {
      const message = "no config says which account is meant, so that nobody can follow who reaches what";
      const instead = "set tierguard:client and tierguard:environment in the stack's config";
      return verdictOf([{ principals: [], path: [], message, instead }]);
    }
    const written = new Map(found.policies.map((policy) => [policy.policy.source, policy]));
    const findings = escalationFindings(found.principals, { tenant: placeOf(environment), data });
    return verdictOf(
      findings.flatMap(({ rule, principals, policy, source, statement, message, instead }): Violation[] => {
        const from = written.get(source);
        const parsed = statement && from?.policy.document.statements[statement.index];
        return [
          {
            principals,
            ...(policy === "" ? {} : { policy }),
            ...(parsed === undefined ? {} : inStatement(parsed)),
            path:
              from === undefined || parsed === undefined
                ? pathOfPrincipal(subject, principals[0] ?? "")
                : [...from.path, "Statement", parsed.index],
            analysisRule: rule,
            message,
            instead,
          },
        ];
      }),
    );
  },
});
