import type { CallContext } from "../service";
import { keyIdOf } from "../services/kms/cipher-operations";
import { aliases, findKey, kmsArn } from "../services/kms/key-record";
import {
  type ConditionValues,
  type Permission,
  type PermissionRule,
  requestTags,
  resourceTags,
} from "./permission";

const ACCOUNT_WIDE = new Set(["CreateKey", "ListAliases", "ListKeys"]);

/**
 * KMS's actions are its operations. Each is judged on the key, whose own policy must allow it, and what is about an
 * alias on that too.
 */
export const kmsPermissions: PermissionRule = (operation, input, context) => {
  const action = `kms:${operation}`;
  const request = requestKeys(input);
  if (ACCOUNT_WIDE.has(operation)) {
    const creation: Permission = { action, resources: ["*"], context: request };
    // A key that is made with tags needs the right to tag it too (KMS API Reference, CreateKey).
    const tagged = operation === "CreateKey" && Array.isArray(input.Tags) && input.Tags.length > 0;
    // It has no id yet: a policy has to allow it on every key, as `key/*` or `*`.
    const tagging = { ...creation, action: "kms:TagResource", resources: [kmsArn(context, "*")] };
    return tagged ? [creation, tagging] : [creation];
  }
  const alias = typeof input.AliasName === "string" ? input.AliasName : undefined;
  const names = [input.KeyId, input.TargetKeyId, keyOfAlias(alias, context), keyOfText(input)].filter(
    (name) => typeof name === "string",
  );
  const keys = [...new Set(names)].map((name) => onKey(action, name, request, context));
  return alias === undefined
    ? keys
    : [{ action, resources: [kmsArn(context, alias)], context: request }, ...keys];
};

function keyOfAlias(alias: string | undefined, context: CallContext): string | undefined {
  return alias === undefined ? undefined : aliases.find(context, alias)?.keyId;
}

function keyOfText({ CiphertextBlob: blob }: Record<string, unknown>): string | undefined {
  return blob instanceof Uint8Array ? keyIdOf(blob) : undefined;
}

function requestKeys(input: Record<string, unknown>): ConditionValues {
  const tags = (input.Tags as { TagKey: string; TagValue: string }[] | undefined)?.map(
    ({ TagKey, TagValue }) => ({ Key: TagKey, Value: TagValue }),
  );
  return {
    ...requestTags(tags),
    ...(Array.isArray(input.TagKeys) ? { "aws:TagKeys": input.TagKeys as string[] } : {}),
  };
}

function onKey(action: string, name: string, request: ConditionValues, context: CallContext): Permission {
  const key = findKey(context, name);
  if (key === undefined)
    return { action, resources: [name.startsWith("arn:") ? name : kmsArn(context, name)] };
  const names = aliases.all(context).filter(({ keyId }) => keyId === key.id);
  return {
    action,
    resources: [kmsArn(context, key.id)],
    context: {
      ...request,
      ...resourceTags(key.tags.map(({ TagKey, TagValue }) => ({ Key: TagKey, Value: TagValue }))),
      "kms:CallerAccount": context.caller.accountId,
      "kms:ResourceAliases": names.map((each) => each.name),
      "kms:RequestAlias": name.includes("alias/") ? name.slice(name.indexOf("alias/")) : undefined,
    },
    resourcePolicy: { document: key.policy, required: true },
  };
}
