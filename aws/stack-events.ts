import type { AwsClients } from "./clients";

/** One event of a stack, with what matters for finding out why an operation failed. */
export interface StackEvent {
  timestamp: Date;
  logicalId: string;
  physicalId: string;
  /** CloudFormation type. */
  type: string;
  status: string;
  reason: string;
}

/** The first thing that went wrong in an operation of a stack. */
export interface RootCause {
  logicalId: string;
  type: string;
  /** Name or ARN in AWS; empty where it was never created. */
  physicalId: string;
  status: string;
  /** AWS's own words. */
  reason: string;
}

/** CloudFormation cancels what is under way once something failed: such events name no cause. */
const CANCELLED = /^Resource (creation|update|deletion) cancelled/i;

/** The first failure that is not a cancellation, in events of one operation (in any order). */
export function rootCause(events: readonly StackEvent[]): RootCause | undefined {
  const failures = events
    .map((event, index) => ({ event, index }))
    .filter(({ event }) => event.status.endsWith("_FAILED") && !CANCELLED.test(event.reason))
    // AWS lists the newest first, so that of two with the same time the later listed one happened first.
    .sort((a, b) => a.event.timestamp.getTime() - b.event.timestamp.getTime() || b.index - a.index);
  const first = failures[0]?.event;
  if (first === undefined) return undefined;
  const { logicalId, type, physicalId, status, reason } = first;
  return { logicalId, type, physicalId, status, reason };
}

/** `The role edge-dev-… (RoleX, AWS::IAM::Role) could not be created: <AWS's reason>`. */
export function describeRootCause(cause: RootCause): string {
  const verbs: Record<string, string> = { CREATE: "created", UPDATE: "updated", DELETE: "deleted" };
  const verb = verbs[cause.status.split("_")[0] ?? ""] ?? "deployed";
  const name = cause.physicalId === "" ? "" : ` ${cause.physicalId}`;
  const reason = cause.reason === "" ? "AWS gives no reason" : cause.reason;
  return `${cause.logicalId} (${cause.type}${name}) could not be ${verb}: ${reason}`;
}

/**
 * Events of a stack's last operation, newest first, as far back as `since`.
 * Throws the SDK's errors, also where there is no such stack.
 */
export async function lastOperationEvents(
  aws: AwsClients,
  nameOrId: string,
  since: Date,
): Promise<StackEvent[]> {
  const cloudFormation = await aws.cloudFormation();
  const events: StackEvent[] = [];
  let next: string | undefined;
  do {
    const page = await cloudFormation.describeStackEvents({ StackName: nameOrId, NextToken: next });
    for (const event of page.StackEvents ?? []) {
      const timestamp = event.Timestamp ?? new Date(0);
      if (timestamp < since) return events;
      events.push({
        timestamp,
        logicalId: event.LogicalResourceId ?? "",
        physicalId: event.PhysicalResourceId ?? "",
        type: event.ResourceType ?? "",
        status: event.ResourceStatus ?? "",
        reason: event.ResourceStatusReason ?? "",
      });
      const startsOperation =
        event.PhysicalResourceId === event.StackId && event.ResourceStatusReason === "User Initiated";
      if (startsOperation) return events;
    }
    next = page.NextToken;
  } while (next !== undefined);
  return events;
}
