import { AwsError, type CallContext } from "../../service";
import { RegionalRecords } from "../regional-records";

/** A log group as the store keeps it. */
export interface LogGroupRecord {
  name: string;
  /** Milliseconds since 1970. */
  creationTime: number;
  /** Days; never ending where it is left out. */
  retentionInDays?: number;
  kmsKeyId?: string;
  class: "DELIVERY" | "INFREQUENT_ACCESS" | "STANDARD";
  tags: Record<string, string>;
}

/** The log groups of a region. */
export const logGroups = new RegionalRecords<LogGroupRecord>("logs.groups", ({ name }) => name);

/** ARN of a log group without the `:*` that some of the API has behind it. */
export function logGroupArn(
  { partition, region, caller }: Pick<CallContext, "partition" | "region" | "caller">,
  name: string,
): string {
  return `arn:${partition}:logs:${region}:${caller.accountId}:log-group:${name}`;
}

/** The name in an ARN of a log group, with or without `:*`; a name is taken as it is. */
export function logGroupName(nameOrArn: string): string {
  return /^arn:[^:]+:logs:[^:]*:\d*:log-group:([^:]+)/.exec(nameOrArn)?.[1] ?? nameOrArn;
}

/** The log group of a name or ARN. Throws ResourceNotFoundException where there is none. */
export function existingLogGroup(context: CallContext, nameOrArn: string): LogGroupRecord {
  const found = logGroups.find(context, logGroupName(nameOrArn));
  if (found === undefined) {
    throw new AwsError("ResourceNotFoundException", "The specified log group does not exist.");
  }
  return found;
}
