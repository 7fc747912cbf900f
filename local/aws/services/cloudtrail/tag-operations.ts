import type * as CloudTrail from "@aws-sdk/client-cloudtrail";
import { AwsError, type CallContext, type Operations } from "../../service";
import { checkedTags as checked, type Tag, withoutTags } from "../tag-list";
import { existingTrail, type TrailRecord, trails } from "./trail-record";

/** The tags, if they are tags; throws InvalidTagParameterException or TagsLimitExceededException. */
export function checkedTags(tags: readonly CloudTrail.Tag[] | undefined): Tag[] {
  return checked(tags, {
    invalid: (key) => new AwsError("InvalidTagParameterException", `The tag ${key} is not valid.`),
    tooMany: () => new AwsError("TagsLimitExceededException", "There are too many tags."),
  });
}

/** Tags are asked for by ARN alone. */
function tagged(arn: string, context: CallContext): TrailRecord {
  if (arn.startsWith("arn:")) return existingTrail(context, arn);
  throw new AwsError("CloudTrailARNInvalidException", `${arn} is not the ARN of a trail.`);
}

/** Tags of trails. */
export const tagOperations: Operations = {
  AddTags: (input: CloudTrail.AddTagsRequest, context) => {
    const trail = tagged(input.ResourceId!, context);
    trails.save(context, { ...trail, tags: checkedTags([...trail.tags, ...input.TagsList!]) });
    return {};
  },
  RemoveTags: (input: CloudTrail.RemoveTagsRequest, context) => {
    const trail = tagged(input.ResourceId!, context);
    const keys = input.TagsList!.map(({ Key }) => Key!);
    trails.save(context, { ...trail, tags: withoutTags(trail.tags, keys) });
    return {};
  },
  ListTags: (input: CloudTrail.ListTagsRequest, context) => ({
    ResourceTagList: input.ResourceIdList!.map((arn) => ({
      ResourceId: arn,
      TagsList: tagged(arn, context).tags,
    })),
  }),
};
