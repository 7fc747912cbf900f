import type { CallContext, Operations } from "../../service";
import { policies, policyByArn, roles, type Table, users } from "./entities";
import type { Tag } from "./records";
import { noSuchEntity } from "./errors";
import { checkedTags } from "./input-rules";
import { page } from "./page";

interface TagInput {
  RoleName?: string;
  UserName?: string;
  PolicyArn?: string;
  Tags?: Tag[];
  TagKeys?: string[];
  Marker?: string;
  MaxItems?: number;
}

interface Tagged {
  Tags: Tag[];
}

/** How the entities of one kind are found and put back. */
interface TaggedKind {
  word: string;
  find(input: TagInput, context: CallContext): Tagged;
  save(record: Tagged, context: CallContext): void;
}

function named(word: "Role" | "User", table: Table<never>): TaggedKind {
  const entities = table as unknown as Table<Tagged & { Path: string; Arn: string; CreateDate: string }>;
  return {
    word,
    find: (input, context) => entities.get(context, input[`${word}Name`]!),
    save: (record, context) => entities.save(context, record as never),
  };
}

const kinds: readonly TaggedKind[] = [
  named("Role", roles as never),
  named("User", users as never),
  {
    word: "Policy",
    find: (input, context) => {
      const policy = policyByArn(context, input.PolicyArn!);
      if (policy === undefined) throw noSuchEntity(`Policy ${input.PolicyArn} was not found.`);
      return policy;
    },
    save: (record, context) => policies.save(context, record as never),
  },
];

function operationsOf(kind: TaggedKind): Operations {
  const { word } = kind;
  return {
    [`Tag${word}`]: (input: TagInput, context) => {
      const record = kind.find(input, context);
      const added = checkedTags(input.Tags);
      const keys = new Set(added.map(({ Key }) => Key.toLowerCase()));
      const kept = record.Tags.filter(({ Key }) => !keys.has(Key.toLowerCase()));
      kind.save({ ...record, Tags: checkedTags([...kept, ...added]) }, context);
    },
    [`Untag${word}`]: (input: TagInput, context) => {
      const record = kind.find(input, context);
      const keys = new Set((input.TagKeys ?? []).map((key) => key.toLowerCase()));
      kind.save({ ...record, Tags: record.Tags.filter(({ Key }) => !keys.has(Key.toLowerCase())) }, context);
    },
    [`List${word}Tags`]: (input: TagInput, context) => {
      const { items, ...rest } = page(kind.find(input, context).Tags, input);
      return { Tags: items, ...rest };
    },
  };
}

/** Tags of roles, users and managed policies; groups have none. */
export const tagOperations: Operations = Object.assign({}, ...kinds.map(operationsOf)) as Operations;
