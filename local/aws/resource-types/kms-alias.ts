import type { CallContext } from "../service";
import type { ResourceType } from "./resource-type";
import { allPages, callService } from "./service-calls";

interface Alias {
  AliasName: string;
  TargetKeyId?: string;
}

/** Names of keys. */
export const kmsAlias: ResourceType = {
  type: "AWS::KMS::Alias",
  primaryIdentifier: "AliasName",
  createOnly: ["AliasName"],
  readOnly: [],
  writeOnly: [],
  ref: (model) => model.identifier,
  async create({ AliasName, TargetKeyId }, context, started) {
    const name = String(AliasName);
    await callService(context, "kms", "CreateAlias", { AliasName: name, TargetKeyId });
    started?.(name);
    return { identifier: name, properties: { AliasName: name } };
  },
  async read(identifier, context) {
    const found = (await aliases(context)).find(({ AliasName }) => AliasName === identifier);
    if (found === undefined) return undefined;
    return { identifier, properties: { AliasName: identifier, TargetKeyId: found.TargetKeyId } };
  },
  async update(identifier, previous, { TargetKeyId }, context) {
    if (previous.TargetKeyId !== TargetKeyId) {
      await callService(context, "kms", "UpdateAlias", { AliasName: identifier, TargetKeyId });
    }
    return { identifier, properties: { AliasName: identifier } };
  },
  async delete(identifier, context) {
    await callService(context, "kms", "DeleteAlias", { AliasName: identifier });
  },
  async list(context) {
    return (await aliases(context)).map(({ AliasName }) => AliasName);
  },
};

function aliases(context: CallContext): Promise<Alias[]> {
  return allPages(context, { service: "kms", operation: "ListAliases", input: {}, items: "Aliases" });
}
