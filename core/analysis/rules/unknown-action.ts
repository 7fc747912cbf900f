import { actionsOf } from "../expand-actions";
import { statementRule } from "../rule";

/** Actions that AWS's service authorization reference does not have. */
export const unknownAction = statementRule({
  id: "unknown-action",
  title: "The action exists",
  why: "IAM takes an action that does not exist without a word: what was meant is not allowed, or not denied.",
  remediation: "Write the action as AWS's service authorization reference spells it.",
  severity: "error",
  judgeStatement: ({ action }, { data }) =>
    action.patterns
      .filter((pattern) => actionsOf(pattern, data).length === 0)
      .map((pattern) => ({
        message: `${pattern} is no action that AWS knows`,
        ...suggestion(pattern, data.services),
      })),
});

function suggestion(pattern: string, services: readonly string[]): { instead?: string } {
  const service = pattern.split(":", 1)[0]!.toLowerCase();
  if (services.includes(service)) return {};
  return { instead: `there is no service ${service}; write the prefix that the service's actions have` };
}
