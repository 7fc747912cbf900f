import { ruleArn, rules } from "../services/events/rule-record";
import type { CallContext } from "../service";
import { passRole, type Permission, type PermissionRule, tagConditions } from "./permission";

/** EventBridge's actions are its operations; each is judged on the rule that it names, and roles that it hands on. */
export const eventsPermissions: PermissionRule = (operation, input, context) => {
  const action = `events:${operation}`;
  const name = ruleName(input, context);
  if (name === undefined) return [{ action, resources: ["*"] }];
  const permission: Permission = {
    action,
    resources: [ruleArn(context, name)],
    context: {
      ...tagConditions({
        set: input.Tags,
        removed: input.TagKeys,
        present: rules.find(context, name)?.tags,
      }),
      "events:TargetArn": targetsIn(input).map(({ Arn }) => Arn),
    },
  };
  // A rule that is made with tags needs the right to tag it too (EventBridge User Guide, "Tagging EventBridge resources").
  const tagged = operation === "PutRule" && Array.isArray(input.Tags) && input.Tags.length > 0;
  return [
    permission,
    ...(tagged ? [{ ...permission, action: "events:TagResource" }] : []),
    ...rolesIn(input).map((role) => passRole(role, "events.amazonaws.com")),
  ];
};

function ruleName(input: Record<string, unknown>, context: CallContext): string | undefined {
  const arn = input.ResourceARN;
  const named = typeof arn === "string" ? arn.slice(ruleArn(context, "").length) : (input.Name ?? input.Rule);
  return typeof named === "string" ? named : undefined;
}

function targetsIn(input: Record<string, unknown>) {
  return (input.Targets ?? []) as { Arn: string; RoleArn?: string }[];
}

function rolesIn(input: Record<string, unknown>): string[] {
  const roles = [input.RoleArn as string | undefined, ...targetsIn(input).map(({ RoleArn }) => RoleArn)];
  return [...new Set(roles.filter((role) => role !== undefined))];
}
