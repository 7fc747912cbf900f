import type * as EventBridge from "@aws-sdk/client-eventbridge";
import { limits } from "../../limits";
import { AwsError, type CallContext, type Operations } from "../../service";
import { checkEventPattern } from "./event-pattern";
import { checkDescription, checkName, checkSchedule, page, ruleTags, validation } from "./input-rules";
import { checkBus, DEFAULT_BUS, existingRule, ruleArn, type RuleRecord, rules } from "./rule-record";

const STATES = ["DISABLED", "ENABLED", "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS"];

/** Creates a rule or replaces all of it but its targets and tags. */
function putRule(input: EventBridge.PutRuleRequest, context: CallContext): EventBridge.PutRuleResponse {
  const name = input.Name!;
  checkBus(input.EventBusName, context);
  checkName(name, "name");
  checkDescription(input.Description);
  if (input.EventPattern === undefined && input.ScheduleExpression === undefined) {
    throw validation("Parameter(s) EventPattern or ScheduleExpression must be specified.");
  }
  if (input.EventPattern !== undefined) checkEventPattern(input.EventPattern);
  if (input.ScheduleExpression !== undefined) checkSchedule(input.ScheduleExpression);
  const state = input.State ?? "ENABLED";
  if (!STATES.includes(state)) {
    throw validation(
      `1 validation error detected: Value '${state}' at 'state' failed to satisfy constraint: Member must satisfy enum value set: [${STATES.join(", ")}]`,
    );
  }
  const existing = rules.find(context, name);
  if (existing === undefined && rules.all(context).length >= limits.eventRules) {
    throw new AwsError(
      "LimitExceededException",
      `The requested resource exceeds the maximum number allowed: ${limits.eventRules} rules.`,
    );
  }
  rules.save(context, {
    name,
    state,
    ...(input.Description === undefined ? {} : { description: input.Description }),
    ...(input.EventPattern === undefined ? {} : { eventPattern: input.EventPattern }),
    ...(input.ScheduleExpression === undefined ? {} : { scheduleExpression: input.ScheduleExpression }),
    ...(input.RoleArn === undefined ? {} : { roleArn: input.RoleArn }),
    targets: existing?.targets ?? [],
    tags: existing?.tags ?? ruleTags(input.Tags),
  });
  return { RuleArn: ruleArn(context, name) };
}

function shape(record: RuleRecord, context: CallContext): EventBridge.Rule {
  return {
    Name: record.name,
    Arn: ruleArn(context, record.name),
    Description: record.description,
    EventPattern: record.eventPattern,
    ScheduleExpression: record.scheduleExpression,
    RoleArn: record.roleArn,
    State: record.state,
    EventBusName: DEFAULT_BUS,
  };
}

function named(input: { Name?: string; EventBusName?: string }, context: CallContext): RuleRecord {
  return existingRule({ name: input.Name!, bus: input.EventBusName }, context);
}

/** A rule that is not there is deleted already. */
function deleteRule(input: EventBridge.DeleteRuleRequest, context: CallContext): void {
  checkBus(input.EventBusName, context);
  const record = rules.find(context, input.Name!);
  if (record === undefined) return;
  if (record.targets.length > 0) throw validation("Rule can't be deleted since it has targets.");
  rules.delete(context, record.name);
}

function listRules(input: EventBridge.ListRulesRequest, context: CallContext): EventBridge.ListRulesResponse {
  checkBus(input.EventBusName, context);
  const matching = rules.all(context).filter(({ name }) => name.startsWith(input.NamePrefix ?? ""));
  const { items, NextToken } = page(matching, input);
  return { Rules: items.map((record) => shape(record, context)), NextToken };
}

function listRuleNamesByTarget(
  input: EventBridge.ListRuleNamesByTargetRequest,
  context: CallContext,
): EventBridge.ListRuleNamesByTargetResponse {
  checkBus(input.EventBusName, context);
  const matching = rules
    .all(context)
    .filter(({ targets }) => targets.some(({ Arn }) => Arn === input.TargetArn));
  const { items, NextToken } = page(matching, input);
  return { RuleNames: items.map(({ name }) => name), NextToken };
}

/** Operations on rules and their state. */
export const ruleOperations: Operations = {
  PutRule: putRule,
  DescribeRule: (input: EventBridge.DescribeRuleRequest, context) => shape(named(input, context), context),
  ListRules: listRules,
  ListRuleNamesByTarget: listRuleNamesByTarget,
  DeleteRule: deleteRule,
  EnableRule: (input: EventBridge.EnableRuleRequest, context) =>
    rules.save(context, { ...named(input, context), state: "ENABLED" }),
  DisableRule: (input: EventBridge.DisableRuleRequest, context) =>
    rules.save(context, { ...named(input, context), state: "DISABLED" }),
};
