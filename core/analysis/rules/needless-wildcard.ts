import { actionFacts } from "../action-resources";
import { actionsOf } from "../expand-actions";
import { statementRule } from "../rule";

/** `Resource: "*"` for actions to which AWS gives a resource type. */
export const needlessWildcard = statementRule({
  id: "needless-wildcard",
  title: 'Resource "*" stands only where AWS forces it',
  why: "The action takes a resource, so that * allows it on everything of the account, other tenants' too.",
  remediation: "Write the ARNs of the tenant's own resources.",
  severity: "error",
  judgeStatement: ({ effect, action, resource }, { data }) => {
    if (effect !== "Allow" || resource === undefined || action.negated) return [];
    if (!resource.patterns.includes("*") || resource.negated) return [];
    return action.patterns.flatMap((pattern) => {
      const narrower = actionsOf(pattern, data).find((one) => actionFacts(one, data).types.length > 0);
      if (narrower === undefined) return [];
      const arns = actionFacts(narrower, data).types.map((type) => type.pattern);
      const which = pattern.includes("*") ? `${pattern} means ${narrower.id}, which` : pattern;
      return [
        {
          message: `${which} has resource types, yet is allowed on *`,
          instead: `write ARNs of the form ${arns.join(", ")}`,
        },
      ];
    });
  },
});
