import type * as Kms from "@aws-sdk/client-kms";
import { AwsError, type CallContext, type Operations } from "../../service";
import { notFound, validation } from "./errors";
import { page } from "./input-rules";
import { type AliasRecord, aliases, existingKey, findKey, keptKey, kmsArn } from "./key-record";

function checkName(name: string): void {
  if (!/^alias\/[\w/-]{1,250}$/.test(name)) {
    throw validation(
      `1 validation error detected: Value '${name}' at 'aliasName' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[a-zA-Z0-9:/_-]+$`,
    );
  }
  if (name.startsWith("alias/aws/")) throw new AwsError("NotAuthorizedException", `${name} is reserved`);
}

/** An alias whose key is deleted for good goes with it. */
function find(name: string, context: CallContext): AliasRecord | undefined {
  const found = aliases.find(context, name);
  return found === undefined || findKey(context, found.keyId) === undefined ? undefined : found;
}

function existing(name: string, context: CallContext): AliasRecord {
  const found = find(name, context);
  if (found === undefined) throw notFound(`Alias ${kmsArn(context, name)} is not found.`);
  return found;
}

/** Aliases are given to keys, never to other aliases. */
function target(name: string, context: CallContext): string {
  if (name.includes("alias/")) throw validation("Aliases must refer to keys. Not aliases");
  return keptKey(context, name).id;
}

function createAlias(input: Kms.CreateAliasRequest, context: CallContext): void {
  const name = input.AliasName!;
  checkName(name);
  const keyId = target(input.TargetKeyId!, context);
  if (find(name, context) !== undefined) {
    const message = `An alias with the name ${kmsArn(context, name)} already exists`;
    throw new AwsError("AlreadyExistsException", message);
  }
  const now = context.now().toISOString();
  aliases.save(context, { name, keyId, created: now, updated: now });
}

function updateAlias(input: Kms.UpdateAliasRequest, context: CallContext): void {
  const record = existing(input.AliasName!, context);
  const keyId = target(input.TargetKeyId!, context);
  aliases.save(context, { ...record, keyId, updated: context.now().toISOString() });
}

function listAliases(input: Kms.ListAliasesRequest, context: CallContext): Kms.ListAliasesResponse {
  const of = input.KeyId === undefined ? undefined : existingKey(context, input.KeyId).id;
  const there = aliases
    .all(context)
    .filter(({ name, keyId }) => (of === undefined || keyId === of) && find(name, context) !== undefined);
  const { items, ...more } = page(there, input);
  return {
    Aliases: items.map(({ name, keyId, created, updated }) => ({
      AliasName: name,
      AliasArn: kmsArn(context, name),
      TargetKeyId: keyId,
      CreationDate: new Date(created),
      LastUpdatedDate: new Date(updated),
    })),
    ...more,
  };
}

/** Names of keys. */
export const aliasOperations: Operations = {
  CreateAlias: createAlias,
  UpdateAlias: updateAlias,
  DeleteAlias: (input: Kms.DeleteAliasRequest, context) =>
    aliases.delete(context, existing(input.AliasName!, context).name),
  ListAliases: listAliases,
};
