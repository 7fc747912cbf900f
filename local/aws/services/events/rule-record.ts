import type * as EventBridge from "@aws-sdk/client-eventbridge";
import { AwsError, type CallContext } from "../../service";
import { regionalArn } from "../regional-arn";
import { RegionalRecords } from "../regional-records";
import type { Tag } from "../tag-list";

/** The one event bus that there is: those of partners and of people's own are not embedded. */
export const DEFAULT_BUS = "default";

/** A rule of the default event bus. */
export interface RuleRecord {
  name: string;
  description?: string;
  /** JSON, as it was given. */
  eventPattern?: string;
  scheduleExpression?: string;
  roleArn?: string;
  state: EventBridge.RuleState;
  targets: EventBridge.Target[];
  tags: Tag[];
}

/** The rules of a region. */
export const rules = new RegionalRecords<RuleRecord>("events.rules", ({ name }) => name);

/** ARN of a rule. */
export function ruleArn(context: Pick<CallContext, "partition" | "region" | "caller">, name: string): string {
  return regionalArn(context, "events", `rule/${name}`);
}

/** Throws ResourceNotFoundException for every bus but the default one, which may be named or left out. */
export function checkBus(bus: string | undefined, context: CallContext): void {
  const arn = regionalArn(context, "events", `event-bus/${DEFAULT_BUS}`);
  if (bus === undefined || bus === DEFAULT_BUS || bus === arn) return;
  throw new AwsError("ResourceNotFoundException", `Event bus ${bus} does not exist.`);
}

/** The rule of a name. Throws ResourceNotFoundException where there is none. */
export function existingRule(
  { name, bus }: { name: string; bus: string | undefined },
  context: CallContext,
): RuleRecord {
  checkBus(bus, context);
  const found = rules.find(context, name);
  if (found !== undefined) return found;
  throw new AwsError("ResourceNotFoundException", `Rule ${name} does not exist on EventBus ${DEFAULT_BUS}.`);
}
