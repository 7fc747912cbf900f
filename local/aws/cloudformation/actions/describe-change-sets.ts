import type { CallContext } from "../../service";
import {
  type ChangeSetName,
  type ChangeSetRecord,
  ChangeSetStore,
  existingChangeSet,
} from "../change-sets/change-set-record";
import { withoutValues } from "../change-sets/changes";
import { validationError } from "../errors";
import { StackStore } from "../stack-store";
import { page } from "./stack-input";

const PAGE = 100;

/** DescribeChangeSet: page by page of its changes, their values where they are asked for. */
export function describeChangeSet(
  input: ChangeSetName & { NextToken?: string; IncludePropertyValues?: boolean },
  context: CallContext,
) {
  const record = existingChangeSet(input, context);
  const { items, next } = page(record.changes, input.NextToken, PAGE);
  return {
    ...summary(record),
    Parameters: record.parameters.map(({ key, value, resolvedValue, noEcho }) => ({
      ParameterKey: key,
      ParameterValue: noEcho ? "****" : value,
      ResolvedValue: noEcho ? undefined : resolvedValue,
    })),
    NotificationARNs: record.notificationArns,
    RollbackConfiguration: {},
    Capabilities: record.capabilities.length > 0 ? record.capabilities : undefined,
    Tags: record.tags.length > 0 ? record.tags : undefined,
    OnStackFailure: record.onStackFailure,
    DeploymentMode: record.deploymentMode,
    StackDriftStatus: record.stackDriftStatus,
    Changes: items.map((change) => withTimes(input.IncludePropertyValues ? change : withoutValues(change))),
    NextToken: next,
  };
}

/** ListChangeSets: those that were not executed. */
export function listChangeSets(input: { StackName: string; NextToken?: string }, context: CallContext) {
  const stack = new StackStore(context).find(input.StackName);
  if (stack === undefined) throw validationError(`Stack [${input.StackName}] does not exist`);
  const records = new ChangeSetStore(context).ofStack(stack.stackId);
  const { items, next } = page(records, input.NextToken, PAGE);
  return { Summaries: items.map(summary), NextToken: next };
}

function summary(record: ChangeSetRecord) {
  return {
    ChangeSetId: record.changeSetId,
    ChangeSetName: record.name,
    StackId: record.stackId,
    StackName: record.stackName,
    Description: record.description,
    CreationTime: new Date(record.creationTime),
    ExecutionStatus: record.executionStatus,
    Status: record.status,
    StatusReason: record.statusReason,
    IncludeNestedStacks: record.includeNestedStacks,
    ImportExistingResources: record.importExistingResources,
  };
}

/** The store keeps times as text. */
function withTimes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withTimes);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      name === "DriftDetectionTimestamp" ? new Date(member as string) : withTimes(member),
    ]),
  );
}
