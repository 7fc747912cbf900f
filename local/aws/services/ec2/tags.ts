import type * as Ec2 from "@aws-sdk/client-ec2";
import { limits } from "../../limits";
import { AwsError, type CallContext, type Operations } from "../../service";
import { RegionalRecords } from "../regional-records";
import { invalidValue } from "./errors";
import { describePage, type Filtered } from "./filters";

interface TagsRecord {
  id: string;
  tags: { Key: string; Value: string }[];
}

const records = new RegionalRecords<TagsRecord>("ec2.tags", ({ id }) => id);

/** Prefixes of ids, and the kind of resource as tags and filters call it. */
const KINDS: Readonly<Record<string, string>> = {
  rtb: "route-table",
  sg: "security-group",
  sgr: "security-group-rule",
  subnet: "subnet",
  vpc: "vpc",
  vpce: "vpc-endpoint",
};

/** The kind of the resource of an id, as ARNs have it too; undefined where it is none that there is. */
export function kindOf(id: string): string | undefined {
  return KINDS[id.slice(0, id.indexOf("-"))];
}

/** The tags of a resource, in the order of their keys. */
export function tagsOf(context: CallContext, id: string): TagsRecord["tags"] {
  return records.find(context, id)?.tags ?? [];
}

/** Takes the tags of a resource that is deleted away. */
export function forgetTags(context: CallContext, id: string): void {
  records.delete(context, id);
}

/** Puts tags on a resource. Throws InvalidParameterValue or TagLimitExceeded. */
export function putTags(context: CallContext, id: string, tags: readonly Ec2.Tag[]): void {
  const byKey = new Map(tagsOf(context, id).map(({ Key, Value }) => [Key, Value]));
  for (const { Key = "", Value = "" } of tags) byKey.set(Key, Value);
  if (byKey.size > limits.tags) {
    throw new AwsError("TagLimitExceeded", `There may be no more than ${limits.tags} tags on ${id}.`);
  }
  const sorted = [...byKey].sort(([a], [b]) => (a < b ? -1 : 1));
  records.save(context, { id, tags: sorted.map(([Key, Value]) => ({ Key, Value })) });
}

/** The tags that a creation gives to what it makes. Throws where they are meant for something else, or are none. */
export function givenTags(
  specifications: readonly Ec2.TagSpecification[] | undefined,
  kind: string,
): Ec2.Tag[] {
  const other = specifications?.find(({ ResourceType }) => ResourceType !== kind);
  if (other !== undefined) {
    throw invalidValue(
      `'${other.ResourceType ?? ""}' is not a valid taggable resource type for this operation.`,
    );
  }
  const tags = (specifications ?? []).flatMap(({ Tags = [] }) => Tags);
  checkTags(tags);
  return tags;
}

function checkTags(tags: readonly Ec2.Tag[]): void {
  for (const { Key = "", Value = "" } of tags) {
    if (Key.length < 1 || Key.length > 127)
      throw invalidValue("Tag key must have between 1 and 127 characters.");
    if (Value.length > 255) throw invalidValue("Tag value exceeds the maximum length of 255 characters.");
    if (/^aws:/i.test(Key)) {
      throw invalidValue("Tag keys starting with 'aws:' are reserved for internal use");
    }
  }
}

/** Operations on tags of any kind of resource; `exists` says whether there is one of an id. */
export function tagOperations(exists: (context: CallContext, id: string) => boolean): Operations {
  const checked = (ids: readonly string[], context: CallContext): void => {
    for (const id of ids) {
      if (!exists(context, id)) throw new AwsError("InvalidID", `The ID '${id}' is not valid`);
    }
  };
  return {
    CreateTags: (input: Ec2.CreateTagsRequest, context) => {
      checked(input.Resources!, context);
      checkTags(input.Tags!);
      for (const id of input.Resources!) putTags(context, id, input.Tags!);
    },
    DeleteTags: (input: Ec2.DeleteTagsRequest, context) => {
      checked(input.Resources!, context);
      for (const id of input.Resources!) deleteTags(context, id, input.Tags);
    },
    DescribeTags: (input: Ec2.DescribeTagsRequest, context) => {
      const all = records
        .all(context)
        .flatMap(({ id, tags }) => tags.map((tag) => ({ ...tag, ResourceId: id, ResourceType: kindOf(id) })));
      const items: Filtered<(typeof all)[number]>[] = all.map((tag) => ({
        item: tag,
        filters: {
          key: [tag.Key],
          value: [tag.Value],
          "resource-id": [tag.ResourceId],
          "resource-type": [tag.ResourceType ?? ""],
        },
      }));
      const page = describePage(items, input);
      return { Tags: page.items, NextToken: page.NextToken };
    },
  };
}

/** All tags where none are named; one that is named with a value goes where it has that alone. */
function deleteTags(context: CallContext, id: string, tags: readonly Ec2.Tag[] | undefined): void {
  const goes = ({ Key, Value }: TagsRecord["tags"][number]): boolean =>
    tags?.some((tag) => tag.Key === Key && (tag.Value === undefined || tag.Value === Value)) ?? true;
  records.save(context, { id, tags: tagsOf(context, id).filter((tag) => !goes(tag)) });
}
