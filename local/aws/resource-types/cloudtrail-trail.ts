import { isDeepStrictEqual } from "node:util";
import type { Trail } from "@aws-sdk/client-cloudtrail";
import type { CallContext } from "../service";
import { randomSuffix } from "./generated-name";
import type { ResourceType } from "./resource-type";
import { allPages, callService, defined, unlessMissing } from "./service-calls";
import { changedTags, readableTags, type Tag } from "./tags";
import { isTrue } from "./template-values";

type Properties = Record<string, unknown>;

/** Properties with the members of CloudTrail's API: texts, then truth values. */
const TEXTS = {
  CloudWatchLogsLogGroupArn: "CloudWatchLogsLogGroupArn",
  CloudWatchLogsRoleArn: "CloudWatchLogsRoleArn",
  KMSKeyId: "KmsKeyId",
  S3BucketName: "S3BucketName",
  S3KeyPrefix: "S3KeyPrefix",
} as const;
const FLAGS = ["EnableLogFileValidation", "IncludeGlobalServiceEvents", "IsMultiRegionTrail"] as const;

/** Trails; they log or do not as their properties say. */
export const cloudtrailTrail: ResourceType = {
  type: "AWS::CloudTrail::Trail",
  primaryIdentifier: "TrailName",
  createOnly: ["TrailName"],
  readOnly: ["Arn"],
  writeOnly: [],
  nameProperty: { name: "TrailName", maxLength: 128 },
  tags: "list",
  ref: (model) => model.identifier,
  async create(desired, context, started) {
    const name = (desired.TrailName as string | undefined) ?? randomSuffix(24);
    const tags = (desired.Tags ?? []) as Tag[];
    const { TrailARN } = await callService<{ TrailARN: string }>(context, "cloudtrail", "CreateTrail", {
      Name: name,
      ...settings(desired),
      ...(tags.length > 0 ? { TagsList: tags } : {}),
    });
    started?.(name);
    if (desired.EventSelectors !== undefined) await putSelectors(name, desired.EventSelectors, context);
    if (isTrue(desired.IsLogging)) await callService(context, "cloudtrail", "StartLogging", { Name: name });
    return { identifier: name, properties: { TrailName: name, Arn: TrailARN } };
  },
  read: readTrail,
  async update(identifier, previous, desired, context) {
    const [before, after] = [settings(previous), settings(desired)];
    if (!isDeepStrictEqual(before, after)) {
      // An empty text takes away what was there; of the rest the defaults stand again.
      const removed = Object.keys(before).filter((member) => !(member in after));
      const cleared = Object.fromEntries(
        removed.map((member) => [
          member,
          typeof before[member] === "string" ? "" : member === "IncludeGlobalServiceEvents",
        ]),
      );
      await callService(context, "cloudtrail", "UpdateTrail", { Name: identifier, ...after, ...cleared });
    }
    if (!isDeepStrictEqual(previous.EventSelectors, desired.EventSelectors)) {
      await putSelectors(identifier, desired.EventSelectors ?? [{}], context);
    }
    if (isTrue(previous.IsLogging) !== isTrue(desired.IsLogging)) {
      const operation = isTrue(desired.IsLogging) ? "StartLogging" : "StopLogging";
      await callService(context, "cloudtrail", operation, { Name: identifier });
    }
    const arn = (await find(identifier, context))!.TrailARN;
    const tags = changedTags(previous.Tags as Tag[] | undefined, desired.Tags as Tag[] | undefined);
    if (tags.removed.length > 0) {
      const TagsList = tags.removed.map((Key) => ({ Key }));
      await callService(context, "cloudtrail", "RemoveTags", { ResourceId: arn, TagsList });
    }
    if (tags.put.length > 0) {
      await callService(context, "cloudtrail", "AddTags", { ResourceId: arn, TagsList: tags.put });
    }
    return { identifier, properties: { TrailName: identifier, Arn: arn } };
  },
  async delete(identifier, context) {
    await callService(context, "cloudtrail", "DeleteTrail", { Name: identifier });
  },
  async list(context) {
    const trails = await allPages<Trail>(context, {
      service: "cloudtrail",
      operation: "ListTrails",
      input: {},
      items: "Trails",
    });
    return trails.map(({ Name }) => Name!);
  },
};

function putSelectors(TrailName: string, EventSelectors: unknown, context: CallContext): Promise<unknown> {
  return callService(context, "cloudtrail", "PutEventSelectors", { TrailName, EventSelectors });
}

async function readTrail(identifier: string, context: CallContext) {
  const trail = await find(identifier, context);
  if (trail === undefined) return undefined;
  const call = <T>(operation: string, input: Properties) =>
    callService<T>(context, "cloudtrail", operation, input);
  const { IsLogging } = await call<{ IsLogging: boolean }>("GetTrailStatus", { Name: identifier });
  const { EventSelectors } = await call<{ EventSelectors: unknown[] }>("GetEventSelectors", {
    TrailName: identifier,
  });
  const { ResourceTagList } = await call<{ ResourceTagList: { TagsList?: Tag[] }[] }>("ListTags", {
    ResourceIdList: [trail.TrailARN],
  });
  const tags = readableTags(ResourceTagList[0]?.TagsList);
  return {
    identifier,
    properties: defined({
      TrailName: trail.Name,
      Arn: trail.TrailARN,
      ...Object.fromEntries(Object.entries(TEXTS).map(([name, member]) => [name, trail[member]])),
      EnableLogFileValidation: trail.LogFileValidationEnabled,
      IncludeGlobalServiceEvents: trail.IncludeGlobalServiceEvents,
      IsMultiRegionTrail: trail.IsMultiRegionTrail,
      IsLogging,
      EventSelectors,
      Tags: tags.length > 0 ? tags : undefined,
    }),
  };
}

async function find(Name: string, context: CallContext): Promise<Trail | undefined> {
  const answer = await unlessMissing(
    callService<{ Trail: Trail }>(context, "cloudtrail", "GetTrail", { Name }),
  );
  return answer?.Trail;
}

function settings(properties: Properties): Properties {
  return defined({
    ...Object.fromEntries(Object.entries(TEXTS).map(([name, member]) => [member, properties[name]])),
    ...Object.fromEntries(
      FLAGS.map((name) => [name, properties[name] === undefined ? undefined : isTrue(properties[name])]),
    ),
  });
}
