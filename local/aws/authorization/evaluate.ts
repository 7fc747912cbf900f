import { conditionsHold } from "./conditions";
import { type PolicyDocument, type PolicyStatement, statementsOf } from "./policy-model";
import { type ConditionContext, escapeLiterals, substituteVariables } from "./variables";
import { matchesArn, matchesWildcard } from "../../../core/analysis/wildcard";

/** One thing that is asked for: an action on a resource. */
export interface AccessRequest {
  /** `iam:CreateGroup`. */
  action: string;
  /** An ARN, or `*` where the action knows no resources. */
  resource: string;
  context: ConditionContext;
}

/** What a set of policies says to a request. */
export type Verdict = "allowed" | "denied" | "not-mentioned";

/** Judges a request by policies: an explicit deny wins, then an allow, else nothing was said. */
export function evaluate(policies: readonly PolicyDocument[], request: AccessRequest): Verdict {
  let verdict: Verdict = "not-mentioned";
  for (const statement of policies.flatMap((policy) => statementsOf(policy))) {
    if (!applies(statement, request)) continue;
    if (statement.effect === "Deny") return "denied";
    verdict = "allowed";
  }
  return verdict;
}

/** Whether a statement speaks of the action and the resource, and its conditions hold. */
export function applies(statement: PolicyStatement, request: AccessRequest): boolean {
  return (
    matchesAction(statement, request.action) &&
    matchesResource(statement, request) &&
    conditionsHold(statement, request.context)
  );
}

/** Whether a statement speaks of an action. */
export function matchesAction(statement: PolicyStatement, action: string): boolean {
  const matches = (pattern: string): boolean => matchesWildcard(pattern, action, { ignoreCase: true });
  if (statement.actions !== undefined) return statement.actions.some(matches);
  return statement.notActions !== undefined && !statement.notActions.some(matches);
}

/** Trust policies have no resource. */
function matchesResource(statement: PolicyStatement, { resource, context }: AccessRequest): boolean {
  const matches = (pattern: string): boolean => {
    const text = substituteVariables(pattern, context);
    return text !== undefined && (matchesArn(text, resource) || matchesArn(text, escapeLiterals(resource)));
  };
  if (statement.resources !== undefined) return statement.resources.some(matches);
  return statement.notResources === undefined || !statement.notResources.some(matches);
}
