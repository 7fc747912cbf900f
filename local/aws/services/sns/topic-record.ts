import type { CallContext } from "../../service";
import { RegionalRecords } from "../regional-records";
import { invalidParameter, notFound } from "./errors";

/** A topic as the store keeps it. */
export interface TopicRecord {
  name: string;
  /** Those that were set, the policy among them. */
  attributes: Record<string, string>;
  tags: { Key: string; Value: string }[];
}

/** The topics of a region. */
export const topics = new RegionalRecords<TopicRecord>("sns.topics", ({ name }) => name);

/** ARN of the topic of a name. */
export function topicArn(
  { partition, region, caller }: Pick<CallContext, "caller" | "partition" | "region">,
  name: string,
): string {
  return `arn:${partition}:sns:${region}:${caller.accountId}:${name}`;
}

/** The topic of an ARN, or that a subscription's ARN is of; undefined where there is none. */
export function findTopic(context: CallContext, arn: string): TopicRecord | undefined {
  const name = /^arn:[^:]+:sns:[^:]+:\d{12}:([\w.-]+)/.exec(arn)?.[1];
  if (name === undefined) throw invalidParameter("TopicArn");
  const found = topics.find(context, name);
  return found !== undefined && arn.startsWith(topicArn(context, name)) ? found : undefined;
}

/** As findTopic; throws NotFound where there is none. */
export function existingTopic(context: CallContext, arn: string): TopicRecord {
  const found = findTopic(context, arn);
  if (found === undefined) throw notFound("Topic");
  return found;
}
