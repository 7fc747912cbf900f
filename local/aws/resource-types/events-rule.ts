import { isDeepStrictEqual } from "node:util";
import type { CallContext } from "../service";
import { documentText } from "./policy-documents";
import { generatedName } from "./generated-name";
import { HandlerError } from "./handler-error";
import type { ResourceType } from "./resource-type";
import { allPages, callService, defined, unlessMissing } from "./service-calls";
import { changedTags, readableTags, type Tag } from "./tags";

interface Rule {
  Name: string;
  Arn: string;
  Description?: string;
  EventPattern?: string;
  ScheduleExpression?: string;
  RoleArn?: string;
  State?: string;
  EventBusName?: string;
}

type Target = Record<string, unknown> & { Id: string };
type Properties = Record<string, unknown>;

/** What PutRule sets; it takes away what it is not given. */
const SETTINGS = ["Description", "EventPattern", "RoleArn", "ScheduleExpression", "State"];

/** Rules of the default event bus with their targets and tags. */
export const eventsRule: ResourceType = {
  type: "AWS::Events::Rule",
  primaryIdentifier: "Arn",
  createOnly: ["EventBusName", "Name"],
  readOnly: ["Arn"],
  extraAttributes: ["RuleName"],
  writeOnly: [],
  nameProperty: { name: "Name", maxLength: 64 },
  tags: "list",
  physicalId: nameOf,
  ref: (model) => nameOf(model.identifier),
  async create(desired, context, started) {
    const name = generatedName(desired.Name);
    const EventBusName = desired.EventBusName as string | undefined;
    if ((await describe(name, EventBusName, context)) !== undefined) {
      throw new HandlerError(
        "AlreadyExists",
        `Resource of type 'AWS::Events::Rule' with identifier '${name}' already exists.`,
      );
    }
    const { RuleArn } = await callService<{ RuleArn: string }>(context, "events", "PutRule", {
      ...settings(name, desired),
      ...defined({ EventBusName, Tags: desired.Tags }),
    });
    started?.(RuleArn);
    await putTargets(name, (desired.Targets ?? []) as Target[], context);
    return { identifier: RuleArn, properties: { Arn: RuleArn, RuleName: name } };
  },
  async read(identifier, context) {
    const name = nameOf(identifier);
    const rule = await describe(name, undefined, context);
    if (rule === undefined) return undefined;
    const targets = await targetsOf(name, context);
    const { Tags } = await callService<{ Tags?: Tag[] }>(context, "events", "ListTagsForResource", {
      ResourceARN: rule.Arn,
    });
    const tags = readableTags(Tags);
    return {
      identifier: rule.Arn,
      properties: defined({
        Arn: rule.Arn,
        Description: rule.Description,
        EventBusName: rule.EventBusName,
        EventPattern:
          rule.EventPattern === undefined ? undefined : (JSON.parse(rule.EventPattern) as unknown),
        Name: rule.Name,
        RoleArn: rule.RoleArn,
        ScheduleExpression: rule.ScheduleExpression,
        State: rule.State,
        Tags: tags.length > 0 ? tags : undefined,
        Targets: targets.length > 0 ? targets : undefined,
      }),
    };
  },
  async update(identifier, previous, desired, context) {
    const name = nameOf(identifier);
    if (SETTINGS.some((setting) => !isDeepStrictEqual(previous[setting], desired[setting]))) {
      await callService(context, "events", "PutRule", settings(name, desired));
    }
    await updateTargets(name, previous, desired, context);
    const { Arn } = (await describe(name, undefined, context))!;
    const tags = changedTags(previous.Tags as Tag[] | undefined, desired.Tags as Tag[] | undefined);
    const call = (operation: string, input: Properties) =>
      callService(context, "events", operation, { ResourceARN: Arn, ...input });
    if (tags.removed.length > 0) await call("UntagResource", { TagKeys: tags.removed });
    if (tags.put.length > 0) await call("TagResource", { Tags: tags.put });
    return { identifier: Arn, properties: { Arn, RuleName: name } };
  },
  async delete(identifier, context) {
    const name = nameOf(identifier);
    // EventBridge itself says nothing of a rule that is not there.
    await callService(context, "events", "DescribeRule", { Name: name });
    const Ids = (await targetsOf(name, context)).map(({ Id }) => Id);
    if (Ids.length > 0) await callService(context, "events", "RemoveTargets", { Rule: name, Ids });
    await callService(context, "events", "DeleteRule", { Name: name });
  },
  async list(context) {
    const rules = await allPages<Rule>(context, {
      service: "events",
      operation: "ListRules",
      input: {},
      items: "Rules",
    });
    return rules.map(({ Arn }) => Arn);
  },
};

/** CloudFormation knows a rule of the default bus by its name, Cloud Control by its ARN. */
function nameOf(identifier: string): string {
  return identifier.slice(identifier.lastIndexOf("/") + 1);
}

function settings(name: string, desired: Properties): Properties {
  const { Description, EventPattern, RoleArn, ScheduleExpression, State } = desired;
  return defined({
    Name: name,
    Description,
    EventPattern: EventPattern === undefined ? undefined : documentText(EventPattern),
    RoleArn,
    ScheduleExpression,
    State,
  });
}

async function updateTargets(
  name: string,
  previous: Properties,
  desired: Properties,
  context: CallContext,
): Promise<void> {
  const before = new Map(((previous.Targets ?? []) as Target[]).map((target) => [target.Id, target]));
  const after = (desired.Targets ?? []) as Target[];
  const removed = [...before.keys()].filter((id) => !after.some(({ Id }) => Id === id));
  if (removed.length > 0) await callService(context, "events", "RemoveTargets", { Rule: name, Ids: removed });
  const changed = after.filter((target) => !isDeepStrictEqual(before.get(target.Id), target));
  await putTargets(name, changed, context);
}

async function putTargets(name: string, Targets: readonly Target[], context: CallContext): Promise<void> {
  if (Targets.length > 0) await callService(context, "events", "PutTargets", { Rule: name, Targets });
}

function targetsOf(name: string, context: CallContext): Promise<Target[]> {
  return allPages<Target>(context, {
    service: "events",
    operation: "ListTargetsByRule",
    input: { Rule: name },
    items: "Targets",
  });
}

function describe(
  name: string,
  EventBusName: string | undefined,
  context: CallContext,
): Promise<Rule | undefined> {
  const input = defined({ Name: name, EventBusName });
  return unlessMissing(callService<Rule>(context, "events", "DescribeRule", input));
}
