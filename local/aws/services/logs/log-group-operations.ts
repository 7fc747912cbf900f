import type * as Logs from "@aws-sdk/client-cloudwatch-logs";
import { serviceMay } from "../../authorization/resource-policy";
import { AwsError, type CallContext, type Operations } from "../../service";
import { findKey } from "../kms/key-record";
import { refuseUnsupported } from "../unsupported-input";
import { checkedTags, checkGroupName, checkRetention, invalidParameter, page } from "./input-rules";
import {
  existingLogGroup,
  logGroupArn,
  logGroupName,
  type LogGroupRecord,
  logGroups,
} from "./log-group-record";
import { metricFilterKey, metricFilters, metricFiltersOf } from "./metric-filter-record";

const CLASSES = ["STANDARD", "INFREQUENT_ACCESS", "DELIVERY"];

function checkedClass(value: string | undefined): LogGroupRecord["class"] {
  if (value !== undefined && !CLASSES.includes(value)) {
    throw invalidParameter(
      `1 validation error detected: Value '${value}' at 'logGroupClass' failed to satisfy constraint: Member must satisfy enum value set: [${CLASSES.join(", ")}]`,
    );
  }
  return (value as LogGroupRecord["class"] | undefined) ?? "STANDARD";
}

function createLogGroup(input: Logs.CreateLogGroupRequest, context: CallContext): void {
  const name = input.logGroupName!;
  refuseUnsupported(input, ["deletionProtectionEnabled"]);
  checkGroupName(name);
  if (logGroups.find(context, name) !== undefined) {
    throw new AwsError("ResourceAlreadyExistsException", "The specified log group already exists");
  }
  if (input.kmsKeyId !== undefined) checkKey(input.kmsKeyId, name, context);
  logGroups.save(context, {
    name,
    creationTime: context.now().getTime(),
    class: checkedClass(input.logGroupClass),
    tags: checkedTags(input.tags),
    ...(input.kmsKeyId === undefined ? {} : { kmsKeyId: input.kmsKeyId }),
  });
}

/** Logs themselves use the key, so that its policy must let them. */
function checkKey(kmsKeyId: string, name: string, context: CallContext): void {
  const arn = logGroupArn(context, name);
  const key = kmsKeyId.startsWith("arn:") ? findKey(context, kmsKeyId) : undefined;
  const usable =
    key?.enabled === true &&
    serviceMay(key.policy, `logs.${context.region}.amazonaws.com`, {
      action: "kms:GenerateDataKey",
      resource: kmsKeyId,
      context: { "kms:EncryptionContext:aws:logs:arn": arn },
    });
  if (usable) return;
  throw invalidParameter(
    `The specified KMS key does not exist or is not allowed to be used with LogGroup '${arn}'`,
  );
}

function describe(record: LogGroupRecord, context: CallContext): Logs.LogGroup {
  const arn = logGroupArn(context, record.name);
  return {
    logGroupName: record.name,
    creationTime: record.creationTime,
    retentionInDays: record.retentionInDays,
    metricFilterCount: metricFiltersOf(context, record.name).length,
    arn: `${arn}:*`,
    storedBytes: 0,
    kmsKeyId: record.kmsKeyId,
    logGroupClass: record.class,
    logGroupArn: arn,
  };
}

function describeLogGroups(
  input: Logs.DescribeLogGroupsRequest,
  context: CallContext,
): Logs.DescribeLogGroupsResponse {
  refuseUnsupported(input, ["accountIdentifiers", "includeLinkedAccounts"]);
  const { logGroupNamePrefix: prefix, logGroupNamePattern: pattern, logGroupIdentifiers: ids } = input;
  if (prefix !== undefined && pattern !== undefined) {
    throw invalidParameter(
      "LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.",
    );
  }
  const names = ids?.map(logGroupName);
  const matching = logGroups
    .all(context)
    .filter(
      (record) =>
        (prefix === undefined || record.name.startsWith(prefix)) &&
        (pattern === undefined || record.name.toLowerCase().includes(pattern.toLowerCase())) &&
        (names === undefined || names.includes(record.name)) &&
        (input.logGroupClass === undefined || record.class === input.logGroupClass),
    );
  const { items, nextToken } = page(matching, input);
  return { logGroups: items.map((record) => describe(record, context)), nextToken };
}

function deleteLogGroup(input: Logs.DeleteLogGroupRequest, context: CallContext): void {
  const { name } = existingLogGroup(context, input.logGroupName!);
  for (const filter of metricFiltersOf(context, name)) {
    metricFilters.delete(context, metricFilterKey(name, filter.name));
  }
  logGroups.delete(context, name);
}

function putRetentionPolicy(input: Logs.PutRetentionPolicyRequest, context: CallContext): void {
  checkRetention(input.retentionInDays!);
  const record = existingLogGroup(context, input.logGroupName!);
  logGroups.save(context, { ...record, retentionInDays: input.retentionInDays });
}

function deleteRetentionPolicy(input: Logs.DeleteRetentionPolicyRequest, context: CallContext): void {
  const record = existingLogGroup(context, input.logGroupName!);
  logGroups.save(context, { ...record, retentionInDays: undefined });
}

/** A key is put on a log group by its name or, since queries have keys too, by its ARN. */
function keyHolder(
  input: { logGroupName?: string; resourceIdentifier?: string },
  context: CallContext,
): LogGroupRecord {
  const named = input.logGroupName ?? input.resourceIdentifier;
  if (named === undefined || (input.logGroupName !== undefined && input.resourceIdentifier !== undefined)) {
    throw invalidParameter("Exactly one of logGroupName and resourceIdentifier must be given.");
  }
  return existingLogGroup(context, named);
}

/** Operations on log groups and their settings. */
export const logGroupOperations: Operations = {
  CreateLogGroup: createLogGroup,
  DescribeLogGroups: describeLogGroups,
  DeleteLogGroup: deleteLogGroup,
  PutRetentionPolicy: putRetentionPolicy,
  DeleteRetentionPolicy: deleteRetentionPolicy,
  AssociateKmsKey: (input: Logs.AssociateKmsKeyRequest, context) => {
    const record = keyHolder(input, context);
    checkKey(input.kmsKeyId!, record.name, context);
    logGroups.save(context, { ...record, kmsKeyId: input.kmsKeyId });
  },
  DisassociateKmsKey: (input: Logs.DisassociateKmsKeyRequest, context) =>
    logGroups.save(context, { ...keyHolder(input, context), kmsKeyId: undefined }),
};
