import { actionFacts, takesResource } from "../action-resources";
import { actionsOf } from "../expand-actions";
import { statementRule } from "../rule";
import { hasWildcard } from "../wildcard";

/** Actions that a wildcard names, but that the statement's resources leave without effect. */
export const wildcardMissesAction = statementRule({
  id: "wildcard-misses-action",
  title: "A wildcard means no action that the resources leave out",
  why: "Who reads s3:Get* believes that all of it is allowed; actions that take none of the resources are not.",
  remediation: "Name the actions, and put those that take other resources into a statement of their own.",
  severity: "warning",
  judgeStatement: ({ action, resource }, { data }) => {
    if (action.negated || resource === undefined || resource.negated) return [];
    return action.patterns.filter(hasWildcard).flatMap((pattern) => {
      const meant = actionsOf(pattern, data);
      const missed = meant.filter((one) => {
        const facts = actionFacts(one, data);
        return !resource.patterns.some((arn) => takesResource(facts, arn));
      });
      if (missed.length === 0 || missed.length === meant.length) return [];
      const names = missed.slice(0, 5).map(({ id }) => id);
      const more = missed.length > names.length ? ` and ${missed.length - names.length} more` : "";
      return [
        { message: `${pattern} silently misses ${names.join(", ")}${more}: they take none of the resources` },
      ];
    });
  },
});
