import type * as EventBridge from "@aws-sdk/client-eventbridge";
import { limits } from "../../limits";
import { AwsError, type CallContext, type Operations } from "../../service";
import { trustsService } from "../sts/service-trust";
import { refuseUnsupported } from "../unsupported-input";
import { checkName, page, validation } from "./input-rules";
import { existingRule, ruleArn, type RuleRecord, rules } from "./rule-record";

/** What targets of other kinds than those that are embedded take. */
const UNSUPPORTED = [
  "AppSyncParameters",
  "BatchParameters",
  "EcsParameters",
  "HttpParameters",
  "KinesisParameters",
  "RedshiftDataParameters",
  "RunCommandParameters",
  "SageMakerPipelineParameters",
  "SqsParameters",
] as const satisfies readonly (keyof EventBridge.Target)[];

/** Services whose resources an event rule acts on with a role. */
const WITH_ROLE = /^arn:[^:]+:(?:codebuild|codepipeline|states):/;

function ruleOf(input: { Rule?: string; EventBusName?: string }, context: CallContext): RuleRecord {
  return existingRule({ name: input.Rule!, bus: input.EventBusName }, context);
}

function checkTarget(target: EventBridge.Target, rule: RuleRecord, context: CallContext): void {
  refuseUnsupported(target, UNSUPPORTED);
  const { Id = "", Arn = "", RoleArn, Input, InputPath, InputTransformer } = target;
  checkName(Id, "targets.member.id");
  if (!/^arn:[^:]+:[^:]+:[^:]*:[^:]*:.+$/.test(Arn)) {
    throw validation(`Parameter ${Arn} is not valid. Reason: Provided Arn is not in correct format.`);
  }
  if ([Input, InputPath, InputTransformer].filter((given) => given !== undefined).length > 1) {
    throw validation(`Only one of Input, InputPath, or InputTransformer must be provided for target ${Id}.`);
  }
  checkTransformer(target);
  if (RoleArn === undefined) {
    if (WITH_ROLE.test(Arn)) throw validation(`RoleArn is required for target ${Arn}.`);
    return;
  }
  const source = ruleArn(context, rule.name);
  if (trustsService(RoleArn, { service: "events.amazonaws.com", source }, context)) return;
  throw validation(`Provided role '${RoleArn}' cannot be assumed by principal 'events.amazonaws.com'.`);
}

/** Placeholders that stand for nothing would reach people as they are. */
function checkTransformer({ Id, InputTransformer }: EventBridge.Target): void {
  const known = Object.keys(InputTransformer?.InputPathsMap ?? {});
  for (const [, name] of (InputTransformer?.InputTemplate ?? "").matchAll(/<([A-Za-z0-9_-]+)>/g)) {
    if (!known.includes(name!)) {
      throw validation(`Invalid InputTemplate for target ${Id} : [${name} is not defined in InputPathsMap].`);
    }
  }
}

function putTargets(
  input: EventBridge.PutTargetsRequest,
  context: CallContext,
): EventBridge.PutTargetsResponse {
  const rule = ruleOf(input, context);
  for (const target of input.Targets!) checkTarget(target, rule, context);
  const targets = new Map([...rule.targets, ...input.Targets!].map((target) => [target.Id, target]));
  if (targets.size > limits.targetsPerEventRule) {
    throw new AwsError(
      "LimitExceededException",
      `The requested resource exceeds the maximum number allowed: ${limits.targetsPerEventRule} targets.`,
    );
  }
  rules.save(context, { ...rule, targets: [...targets.values()] });
  return { FailedEntryCount: 0, FailedEntries: [] };
}

function removeTargets(
  input: EventBridge.RemoveTargetsRequest,
  context: CallContext,
): EventBridge.RemoveTargetsResponse {
  const rule = ruleOf(input, context);
  rules.save(context, { ...rule, targets: rule.targets.filter(({ Id }) => !input.Ids!.includes(Id!)) });
  return { FailedEntryCount: 0, FailedEntries: [] };
}

function listTargets(
  input: EventBridge.ListTargetsByRuleRequest,
  context: CallContext,
): EventBridge.ListTargetsByRuleResponse {
  const { items, NextToken } = page(ruleOf(input, context).targets, input);
  return { Targets: items, NextToken };
}

/** Operations on what rules tell of events. */
export const targetOperations: Operations = {
  PutTargets: putTargets,
  RemoveTargets: removeTargets,
  ListTargetsByRule: listTargets,
};
