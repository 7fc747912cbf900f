import { randomBytes, randomUUID } from "node:crypto";
import type * as Kms from "@aws-sdk/client-kms";
import type { CallContext, Operations } from "../../service";
import { refuseUnsupported } from "../unsupported-input";
import { checkedTags, page } from "./input-rules";
import { invalidState, validation } from "./errors";
import { checkKeyPolicy, defaultKeyPolicy } from "./key-policy";
import { allKeys, existingKey, keptKey, type KeyRecord, kmsArn, saveKey, usableKey } from "./key-record";

/** Days after which a key's material is replaced where nobody says otherwise, and the bounds of that. */
const ROTATION_DAYS = { standard: 365, least: 90, most: 2560 };
const PENDING_DAYS = { standard: 30, least: 7, most: 30 };
const DAY_MS = 86_400_000;

function metadata(record: KeyRecord, context: CallContext): Kms.KeyMetadata {
  const { deletion, enabled } = record;
  return {
    AWSAccountId: context.caller.accountId,
    KeyId: record.id,
    Arn: kmsArn(context, record.id),
    CreationDate: new Date(record.created),
    Enabled: enabled && deletion === undefined,
    Description: record.description,
    KeyUsage: "ENCRYPT_DECRYPT",
    KeyState: deletion !== undefined ? "PendingDeletion" : enabled ? "Enabled" : "Disabled",
    ...(deletion === undefined ? {} : { DeletionDate: new Date(deletion.date) }),
    Origin: "AWS_KMS",
    KeyManager: "CUSTOMER",
    CustomerMasterKeySpec: "SYMMETRIC_DEFAULT",
    KeySpec: "SYMMETRIC_DEFAULT",
    EncryptionAlgorithms: ["SYMMETRIC_DEFAULT"],
    MultiRegion: false,
  };
}

/** The embedded KMS has symmetric keys of its own making alone. */
const KINDS = {
  KeySpec: "SYMMETRIC_DEFAULT",
  CustomerMasterKeySpec: "SYMMETRIC_DEFAULT",
  KeyUsage: "ENCRYPT_DECRYPT",
  Origin: "AWS_KMS",
} as const;

function createKey(input: Kms.CreateKeyRequest, context: CallContext): Kms.CreateKeyResponse {
  refuseUnsupported(input, ["CustomKeyStoreId", "MultiRegion", "XksKeyId"]);
  const others = Object.entries(KINDS).filter(
    ([member, only]) => ![undefined, only].includes(input[member as keyof typeof KINDS] as never),
  );
  refuseUnsupported(
    input,
    others.map(([member]) => member as keyof typeof KINDS),
  );
  const id = randomUUID();
  const policy = input.Policy ?? defaultKeyPolicy(context);
  checkKeyPolicy(policy, { id, bypassLockoutCheck: input.BypassPolicyLockoutSafetyCheck }, context);
  const record: KeyRecord = {
    id,
    created: context.now().toISOString(),
    description: checkedDescription(input.Description ?? ""),
    enabled: true,
    policy,
    material: randomBytes(32).toString("base64"),
    tags: checkedTags(input.Tags),
    rotation: { enabled: false, days: ROTATION_DAYS.standard },
  };
  saveKey(context, record);
  return { KeyMetadata: metadata(record, context) };
}

function checkedDescription(text: string): string {
  if (text.length <= 8192) return text;
  throw validation(
    "1 validation error detected: Value at 'description' failed to satisfy constraint: Member must have length less than or equal to 8192",
  );
}

function putKeyPolicy(input: Kms.PutKeyPolicyRequest, context: CallContext): void {
  const record = existingKey(context, input.KeyId!);
  const bypassLockoutCheck = input.BypassPolicyLockoutSafetyCheck;
  checkKeyPolicy(input.Policy!, { id: record.id, bypassLockoutCheck }, context);
  saveKey(context, { ...record, policy: input.Policy! });
}

function checkBounds(value: number, member: string, bounds: { least: number; most: number }): number {
  if (value >= bounds.least && value <= bounds.most) return value;
  throw validation(
    `1 validation error detected: Value '${value}' at '${member}' failed to satisfy constraint: Member must have value ${value < bounds.least ? `greater than or equal to ${bounds.least}` : `less than or equal to ${bounds.most}`}`,
  );
}

function enableKeyRotation(input: Kms.EnableKeyRotationRequest, context: CallContext): void {
  const record = usableKey(context, input.KeyId!);
  const days = input.RotationPeriodInDays ?? record.rotation.days;
  checkBounds(days, "rotationPeriodInDays", ROTATION_DAYS);
  saveKey(context, { ...record, rotation: { enabled: true, days } });
}

function disableKeyRotation(input: Kms.DisableKeyRotationRequest, context: CallContext): void {
  const record = usableKey(context, input.KeyId!);
  saveKey(context, { ...record, rotation: { ...record.rotation, enabled: false } });
}

function getKeyRotationStatus(
  input: Kms.GetKeyRotationStatusRequest,
  context: CallContext,
): Kms.GetKeyRotationStatusResponse {
  const { id, rotation, created } = existingKey(context, input.KeyId!);
  return {
    KeyId: kmsArn(context, id),
    KeyRotationEnabled: rotation.enabled,
    ...(rotation.enabled
      ? {
          RotationPeriodInDays: rotation.days,
          NextRotationDate: new Date(Date.parse(created) + rotation.days * DAY_MS),
        }
      : {}),
  };
}

function scheduleKeyDeletion(
  input: Kms.ScheduleKeyDeletionRequest,
  context: CallContext,
): Kms.ScheduleKeyDeletionResponse {
  const record = keptKey(context, input.KeyId!);
  const days = input.PendingWindowInDays ?? PENDING_DAYS.standard;
  checkBounds(days, "pendingWindowInDays", PENDING_DAYS);
  const date = new Date(context.now().getTime() + days * DAY_MS);
  saveKey(context, { ...record, enabled: false, deletion: { date: date.toISOString(), days } });
  return {
    KeyId: kmsArn(context, record.id),
    DeletionDate: date,
    KeyState: "PendingDeletion",
    PendingWindowInDays: days,
  };
}

/** The key is disabled afterwards, and has to be enabled to be used. */
function cancelKeyDeletion(
  input: Kms.CancelKeyDeletionRequest,
  context: CallContext,
): Kms.CancelKeyDeletionResponse {
  const record = existingKey(context, input.KeyId!);
  if (record.deletion === undefined) {
    throw invalidState(`${kmsArn(context, record.id)} is not pending deletion.`);
  }
  saveKey(context, { ...record, deletion: undefined });
  return { KeyId: kmsArn(context, record.id) };
}

function setEnabled(enabled: boolean) {
  return (input: { KeyId?: string }, context: CallContext): void =>
    saveKey(context, { ...keptKey(context, input.KeyId!), enabled });
}

/** Keys: from their creation to the time in which they wait for their deletion. */
export const keyOperations: Operations = {
  CreateKey: createKey,
  DescribeKey: (input: Kms.DescribeKeyRequest, context) => ({
    KeyMetadata: metadata(existingKey(context, input.KeyId!), context),
  }),
  ListKeys: (input: Kms.ListKeysRequest, context) => {
    const { items, ...more } = page(allKeys(context), input);
    return { Keys: items.map(({ id }) => ({ KeyId: id, KeyArn: kmsArn(context, id) })), ...more };
  },
  GetKeyPolicy: (input: Kms.GetKeyPolicyRequest, context) => ({
    Policy: existingKey(context, input.KeyId!).policy,
    PolicyName: "default",
  }),
  PutKeyPolicy: putKeyPolicy,
  UpdateKeyDescription: (input: Kms.UpdateKeyDescriptionRequest, context) => {
    const record = keptKey(context, input.KeyId!);
    saveKey(context, { ...record, description: checkedDescription(input.Description!) });
  },
  EnableKey: setEnabled(true),
  DisableKey: setEnabled(false),
  EnableKeyRotation: enableKeyRotation,
  DisableKeyRotation: disableKeyRotation,
  GetKeyRotationStatus: getKeyRotationStatus,
  ScheduleKeyDeletion: scheduleKeyDeletion,
  CancelKeyDeletion: cancelKeyDeletion,
};
