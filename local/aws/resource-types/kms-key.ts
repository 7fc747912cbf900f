import { AwsError, type CallContext } from "../service";
import { HandlerError } from "./handler-error";
import { documentText, sameDocument } from "./policy-documents";
import type { ResourceType } from "./resource-type";
import { allPages, callService, defined, unlessMissing } from "./service-calls";
import { changedTags, readableTags, type Tag } from "./tags";
import { isTrue } from "./template-values";

type Properties = Record<string, unknown>;

interface KeyMetadata {
  KeyId: string;
  Arn: string;
  Description: string;
  Enabled: boolean;
  KeySpec: string;
  KeyState: string;
  KeyUsage: string;
  MultiRegion: boolean;
  Origin: string;
}

/** What a key is for its whole life; AWS refuses a change, it does not make another key. */
const FIXED = ["KeySpec", "KeyUsage", "MultiRegion", "Origin"] as const;

/** Keys with policy, rotation, tags. A key that waits for its deletion is no longer a resource. */
export const kmsKey: ResourceType = {
  type: "AWS::KMS::Key",
  primaryIdentifier: "KeyId",
  createOnly: [],
  readOnly: ["Arn", "KeyId"],
  writeOnly: ["BypassPolicyLockoutSafetyCheck", "PendingWindowInDays", "RotationPeriodInDays"],
  tags: "list",
  ref: (model) => model.identifier,
  async create(desired, context, started) {
    const tags = (desired.Tags ?? []) as Tag[];
    const { KeyMetadata: key } = await callService<{ KeyMetadata: KeyMetadata }>(
      context,
      "kms",
      "CreateKey",
      {
        ...defined({
          Description: desired.Description,
          KeySpec: desired.KeySpec,
          KeyUsage: desired.KeyUsage,
          Origin: desired.Origin,
          Policy: desired.KeyPolicy === undefined ? undefined : documentText(desired.KeyPolicy),
          Tags: tags.length > 0 ? kmsTags(tags) : undefined,
        }),
        MultiRegion: isTrue(desired.MultiRegion),
        BypassPolicyLockoutSafetyCheck: isTrue(desired.BypassPolicyLockoutSafetyCheck),
      },
    );
    started?.(key.KeyId);
    await setRotation(key.KeyId, {}, desired, context);
    if (!isEnabled(desired)) await callService(context, "kms", "DisableKey", { KeyId: key.KeyId });
    return { identifier: key.KeyId, properties: attributes(key) };
  },
  read: readKey,
  async update(identifier, previous, desired, context) {
    const call = (operation: string, input: Properties) =>
      callService(context, "kms", operation, { KeyId: identifier, ...input });
    const key = await metadata(identifier, context);
    const fixed = FIXED.filter((name) => {
      const wanted = desired[name] as boolean | string | undefined;
      return wanted !== undefined && String(wanted) !== String(key[name]);
    });
    if (fixed.length > 0) {
      throw new HandlerError("NotUpdatable", `You cannot change ${fixed.join(", ")} of a key.`);
    }
    if (isEnabled(desired) && !isEnabled(previous)) await call("EnableKey", {});
    if (!sameDocument(previous.KeyPolicy, desired.KeyPolicy) && desired.KeyPolicy !== undefined) {
      await call("PutKeyPolicy", {
        Policy: documentText(desired.KeyPolicy),
        BypassPolicyLockoutSafetyCheck: isTrue(desired.BypassPolicyLockoutSafetyCheck),
      });
    }
    if (previous.Description !== desired.Description) {
      await call("UpdateKeyDescription", { Description: desired.Description ?? "" });
    }
    await setRotation(identifier, previous, desired, context);
    if (!isEnabled(desired) && isEnabled(previous)) await call("DisableKey", {});
    const tags = changedTags(previous.Tags as Tag[] | undefined, desired.Tags as Tag[] | undefined);
    if (tags.removed.length > 0) await call("UntagResource", { TagKeys: tags.removed });
    if (tags.put.length > 0) await call("TagResource", { Tags: kmsTags(tags.put) });
    return { identifier, properties: attributes(key) };
  },
  async delete(identifier, context, given) {
    const days = given?.PendingWindowInDays;
    try {
      await callService(context, "kms", "ScheduleKeyDeletion", {
        KeyId: identifier,
        ...(days === undefined ? {} : { PendingWindowInDays: Number(days) }),
      });
    } catch (error) {
      if (!(error instanceof AwsError) || error.code !== "KMSInvalidStateException") throw error;
    }
  },
  async list(context) {
    const keys = await allPages<{ KeyId: string }>(context, {
      service: "kms",
      operation: "ListKeys",
      input: {},
      items: "Keys",
    });
    return keys.map(({ KeyId }) => KeyId);
  },
};

async function readKey(identifier: string, context: CallContext) {
  const key = await unlessMissing(metadata(identifier, context));
  if (key === undefined || key.KeyState === "PendingDeletion") return undefined;
  const call = <T>(operation: string) => callService<T>(context, "kms", operation, { KeyId: identifier });
  const { Policy } = await call<{ Policy: string }>("GetKeyPolicy");
  const rotation = await call<{ KeyRotationEnabled: boolean }>("GetKeyRotationStatus");
  const answer = await call<{ Tags?: { TagKey: string; TagValue: string }[] }>("ListResourceTags");
  const tags = readableTags(answer.Tags?.map(({ TagKey, TagValue }) => ({ Key: TagKey, Value: TagValue })));
  return {
    identifier: key.KeyId,
    properties: defined({
      ...attributes(key),
      Description: key.Description,
      Enabled: key.Enabled,
      EnableKeyRotation: rotation.KeyRotationEnabled,
      KeyPolicy: JSON.parse(Policy) as unknown,
      KeySpec: key.KeySpec,
      KeyUsage: key.KeyUsage,
      MultiRegion: key.MultiRegion,
      Origin: key.Origin,
      Tags: tags.length > 0 ? tags : undefined,
    }),
  };
}

async function metadata(KeyId: string, context: CallContext): Promise<KeyMetadata> {
  const answer = await callService<{ KeyMetadata: KeyMetadata }>(context, "kms", "DescribeKey", { KeyId });
  return answer.KeyMetadata;
}

async function setRotation(
  KeyId: string,
  previous: Properties,
  desired: Properties,
  context: CallContext,
): Promise<void> {
  const [before, after] = [isTrue(previous.EnableKeyRotation), isTrue(desired.EnableKeyRotation)];
  const days = desired.RotationPeriodInDays;
  if (after && (!before || previous.RotationPeriodInDays !== days)) {
    await callService(context, "kms", "EnableKeyRotation", {
      KeyId,
      ...(days === undefined ? {} : { RotationPeriodInDays: Number(days) }),
    });
  }
  if (before && !after) await callService(context, "kms", "DisableKeyRotation", { KeyId });
}

function attributes({ KeyId, Arn }: KeyMetadata): Properties {
  return { KeyId, Arn };
}

function kmsTags(tags: readonly Tag[]) {
  return tags.map(({ Key, Value }) => ({ TagKey: Key, TagValue: Value }));
}

function isEnabled({ Enabled }: Properties): boolean {
  return Enabled === undefined || isTrue(Enabled);
}
