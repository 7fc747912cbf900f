import type * as Kms from "@aws-sdk/client-kms";
import type { Operations } from "../../service";
import { aliasOperations } from "./alias-operations";
import { cipherOperations } from "./cipher-operations";
import { checkedTags, page } from "./input-rules";
import { keyOperations } from "./key-operations";
import { existingKey, keptKey, saveKey } from "./key-record";

const tagOperations: Operations = {
  TagResource: (input: Kms.TagResourceRequest, context) => {
    const record = keptKey(context, input.KeyId!);
    saveKey(context, { ...record, tags: checkedTags([...record.tags, ...input.Tags!]) });
  },
  UntagResource: (input: Kms.UntagResourceRequest, context) => {
    const record = keptKey(context, input.KeyId!);
    saveKey(context, {
      ...record,
      tags: record.tags.filter(({ TagKey }) => !input.TagKeys!.includes(TagKey)),
    });
  },
  ListResourceTags: (input: Kms.ListResourceTagsRequest, context) => {
    const { items, ...more } = page(existingKey(context, input.KeyId!).tags, input);
    return { Tags: items, ...more };
  },
};

/** KMS's operations. */
export const operations: Operations = {
  ...keyOperations,
  ...aliasOperations,
  ...cipherOperations,
  ...tagOperations,
};
