import type { CallContext } from "../../service";
import { RegionalRecords } from "../regional-records";

/** A subscription as the store keeps it. */
export interface SubscriptionRecord {
  /** The topic's ARN with an id behind it. */
  arn: string;
  topicArn: string;
  protocol: string;
  endpoint: string;
  owner: string;
  confirmed: boolean;
  /** What the subscriber confirms with. */
  token: string;
  /** ISO 8601. */
  created: string;
  attributes: Record<string, string>;
}

/** The subscriptions of a region. */
export const subscriptions = new RegionalRecords<SubscriptionRecord>("sns.subscriptions", ({ arn }) => arn);

/** SNS forgets a subscription that nobody confirmed (SNS Developer Guide, "Deleting an Amazon SNS subscription"). */
const PENDING_HOURS = 48;

/** A subscription that is there still; undefined where it is not. */
export function findSubscription(context: CallContext, arn: string): SubscriptionRecord | undefined {
  const found = subscriptions.find(context, arn);
  return found === undefined || isForgotten(found, context) ? undefined : found;
}

/** The subscriptions of all topics. */
export function allSubscriptions(context: CallContext): SubscriptionRecord[] {
  return subscriptions.all(context).filter((record) => !isForgotten(record, context));
}

/** The subscriptions of one topic. */
export function subscriptionsOf(context: CallContext, topicArn: string): SubscriptionRecord[] {
  return allSubscriptions(context).filter((record) => record.topicArn === topicArn);
}

function isForgotten({ confirmed, created }: SubscriptionRecord, context: CallContext): boolean {
  return !confirmed && context.now().getTime() - Date.parse(created) > PENDING_HOURS * 3_600_000;
}
