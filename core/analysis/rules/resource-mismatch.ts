import { actionFacts, takesResource } from "../action-resources";
import { actionsOf } from "../expand-actions";
import type { KnownAction } from "../reference/reference-data";
import { type RuleContext, statementRule } from "../rule";
import type { ParsedStatement } from "../statement";
import { hasWildcard } from "../wildcard";

/** Actions without a resource that they take, and resources without an action that takes them. */
export const resourceMismatch = statementRule({
  id: "resource-mismatch",
  title: "Each action takes one of the resources, and each resource is taken",
  why: "A statement has no effect for an action whose resource types none of its ARNs can be.",
  remediation:
    "Give the action the ARN of its resource type, or * where AWS's reference gives it none, in a statement of its own.",
  severity: "error",
  judgeStatement: (statement, context) => {
    const { resource } = statement;
    if (resource === undefined || resource.negated || statement.action.negated) return [];
    return [...idleActions(statement, context), ...idleResources(statement, context)];
  },
});

function idleActions({ action, resource }: ParsedStatement, { data }: RuleContext) {
  return action.patterns.flatMap((pattern) => {
    const meant = actionsOf(pattern, data);
    if (meant.length === 0 || meant.some((one) => takesAny(one, resource!.patterns, data))) return [];
    const { types } = actionFacts(meant[0]!, data);
    const instead =
      types.length === 0
        ? 'write Resource: "*" for it, in a statement of its own'
        : `its resources are ${types.map((type) => type.pattern).join(", ")}`;
    return [{ message: `${pattern} takes none of the resources ${resource!.patterns.join(", ")}`, instead }];
  });
}

function idleResources({ action, resource }: ParsedStatement, { data }: RuleContext) {
  const actions = action.patterns
    .filter((pattern) => !isEverything(pattern))
    .flatMap((pattern) => actionsOf(pattern, data));
  if (actions.length === 0 || action.patterns.some(isEverything)) return [];
  return resource!.patterns
    .filter((arn) => !actions.some((one) => takesAny(one, [arn], data)))
    .map((arn) => ({
      message: `no action of the statement takes the resource ${arn}`,
      instead: "leave it out",
    }));
}

/** Every action of AWS takes whatever resource there is. */
function isEverything(pattern: string): boolean {
  return !pattern.includes(":") && hasWildcard(pattern);
}

function takesAny(action: KnownAction, arns: readonly string[], data: RuleContext["data"]): boolean {
  const facts = actionFacts(action, data);
  return arns.some((arn) => takesResource(facts, arn));
}
