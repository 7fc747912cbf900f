import { expandActions } from "../../analysis/expand-actions";
import type { AnalysedPrincipal } from "../../analysis/principals";
import type { ParsedStatement } from "../../analysis/statement";
import {
  guardrail,
  type GuardrailContext,
  inStatement,
  notApplicable,
  verdictOf,
  type Violation,
} from "../guardrail";
import { subjectPolicies } from "../judge-policies";
import { isNamed } from "../own-names";
import { pathOfPolicy, pathOfPrincipal } from "../template-principals";

interface Options {
  administrators: string[];
}

/** Everything on everything is for one group. */
export const administratorAccess = guardrail<Options>({
  name: "administrator-access",
  forbids:
    "AdministratorAccess, or a statement that allows everything, for anybody but platform_administrators.",
  why: "Who may do everything is above every other guardrail, and should be one group that can be watched.",
  remediation: "Take AdministratorAccess away, and assign levels of the policy templates.",
  examples: {
    bad: "data_scientists: { managed_policies: [AdministratorAccess] }",
    good: "platform_administrators: { managed_policies: [AdministratorAccess] }",
  },
  enforcement: "mandatory",
  options: {
    administrators: {
      type: "array",
      items: { type: "string" },
      description: "groups of the config that may have it",
      default: ["platform_administrators"],
    },
  },
  judge(subject, context, { administrators }) {
    const found = subjectPolicies(subject, context);
    if (found === undefined || found.principals.length === 0)
      return notApplicable("there is no group or role");
    const mayHave = ({ name, kind }: AnalysedPrincipal) =>
      kind === "group" && administrators.some((group) => isNamed(name, "group", group, context.environment));
    return verdictOf(
      found.principals
        .filter((principal) => !mayHave(principal))
        .flatMap((principal) =>
          principal.policies.flatMap((policy) =>
            policy.document.statements
              .filter((statement) => allowsEverything(statement, context))
              .map((statement): Violation => {
                const at = pathOfPolicy(found, policy);
                return {
                  principals: [principal.name],
                  policy: policy.name,
                  ...inStatement(statement),
                  path:
                    at === undefined
                      ? pathOfPrincipal(subject, principal.name)
                      : [...at, "Statement", statement.index],
                  message: `${policy.name} allows everything on everything`,
                  instead: this.remediation,
                };
              }),
          ),
        ),
    );
  },
});

function allowsEverything(
  { effect, action, resource }: ParsedStatement,
  { data }: GuardrailContext,
): boolean {
  if (effect !== "Allow" || resource === undefined) return false;
  return expandActions(action, data).everything && (resource.negated || resource.patterns.includes("*"));
}
