import type { CallContext } from "../service";
import { generatedName } from "./generated-name";
import type { ResourceType } from "./resource-type";
import { allPages, callService, defined } from "./service-calls";
import { changedTags, readableTags, type Tag, tagList, tagMap } from "./tags";

interface LogGroup {
  logGroupName: string;
  arn: string;
  logGroupArn: string;
  retentionInDays?: number;
  kmsKeyId?: string;
  logGroupClass?: string;
}

/** Log groups with class, retention, key and tags. */
export const logsLogGroup: ResourceType = {
  type: "AWS::Logs::LogGroup",
  primaryIdentifier: "LogGroupName",
  createOnly: ["LogGroupName"],
  readOnly: ["Arn"],
  writeOnly: [],
  nameProperty: { name: "LogGroupName", maxLength: 512 },
  tags: "list",
  ref: (model) => model.identifier,
  async create(desired, context, started) {
    const name = generatedName(desired.LogGroupName);
    const tags = (desired.Tags ?? []) as Tag[];
    await callService(context, "logs", "CreateLogGroup", {
      logGroupName: name,
      ...defined({
        kmsKeyId: desired.KmsKeyId,
        logGroupClass: desired.LogGroupClass,
        tags: tags.length > 0 ? tagMap(tags) : undefined,
      }),
    });
    started?.(name);
    if (desired.RetentionInDays !== undefined) await putRetention(name, desired.RetentionInDays, context);
    return { identifier: name, properties: attributes((await find(name, context))!) };
  },
  async read(identifier, context) {
    const group = await find(identifier, context);
    if (group === undefined) return undefined;
    const { tags } = await callService<{ tags?: Record<string, string> }>(
      context,
      "logs",
      "ListTagsForResource",
      { resourceArn: group.logGroupArn },
    );
    const shown = readableTags(tagList(tags));
    return {
      identifier,
      properties: defined({
        ...attributes(group),
        KmsKeyId: group.kmsKeyId,
        LogGroupClass: group.logGroupClass,
        RetentionInDays: group.retentionInDays,
        Tags: shown.length > 0 ? shown : undefined,
      }),
    };
  },
  async update(identifier, previous, desired, context) {
    const call = (operation: string, input: Record<string, unknown>) =>
      callService(context, "logs", operation, input);
    const logGroupName = identifier;
    if (previous.RetentionInDays !== desired.RetentionInDays) {
      if (desired.RetentionInDays === undefined) await call("DeleteRetentionPolicy", { logGroupName });
      else await putRetention(identifier, desired.RetentionInDays, context);
    }
    if (previous.KmsKeyId !== desired.KmsKeyId) {
      if (desired.KmsKeyId === undefined) await call("DisassociateKmsKey", { logGroupName });
      else await call("AssociateKmsKey", { logGroupName, kmsKeyId: desired.KmsKeyId });
    }
    const group = (await find(identifier, context))!;
    const tags = changedTags(previous.Tags as Tag[] | undefined, desired.Tags as Tag[] | undefined);
    const resourceArn = group.logGroupArn;
    if (tags.removed.length > 0) await call("UntagResource", { resourceArn, tagKeys: tags.removed });
    if (tags.put.length > 0) await call("TagResource", { resourceArn, tags: tagMap(tags.put) });
    return { identifier, properties: attributes(group) };
  },
  async delete(identifier, context) {
    await callService(context, "logs", "DeleteLogGroup", { logGroupName: identifier });
  },
  async list(context) {
    const groups = await allPages<LogGroup>(context, {
      service: "logs",
      operation: "DescribeLogGroups",
      input: {},
      items: "logGroups",
    });
    return groups.map(({ logGroupName }) => logGroupName);
  },
};

function putRetention(logGroupName: string, days: unknown, context: CallContext): Promise<unknown> {
  return callService(context, "logs", "PutRetentionPolicy", { logGroupName, retentionInDays: Number(days) });
}

async function find(name: string, context: CallContext): Promise<LogGroup | undefined> {
  const groups = await allPages<LogGroup>(context, {
    service: "logs",
    operation: "DescribeLogGroups",
    input: { logGroupNamePrefix: name },
    items: "logGroups",
  });
  return groups.find(({ logGroupName }) => logGroupName === name);
}

function attributes({ logGroupName, arn }: LogGroup): Record<string, unknown> {
  return { LogGroupName: logGroupName, Arn: arn };
}
