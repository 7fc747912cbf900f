import type * as CodeCommit from "@aws-sdk/client-codecommit";
import type { CallContext, Operations } from "../../service";
import { tagMap, withoutTags } from "../tag-list";
import { refusal, repositoryTags } from "./input-rules";
import { existingRepository, repositories, repositoryArn, type RepositoryRecord } from "./repository-record";

function tagged(arn: string, context: CallContext): RepositoryRecord {
  const name = arn.slice(arn.lastIndexOf(":") + 1);
  if (arn !== repositoryArn(context, name))
    throw refusal("InvalidResourceArn", `${arn} is no repository's ARN.`);
  return existingRepository(name, context);
}

/** Tags of repositories. */
export const tagOperations: Operations = {
  TagResource: (input: CodeCommit.TagResourceInput, context) => {
    const record = tagged(input.resourceArn!, context);
    const tags = repositoryTags({ ...tagMap(record.tags), ...input.tags });
    repositories.save(context, { ...record, tags });
  },
  UntagResource: (input: CodeCommit.UntagResourceInput, context) => {
    const record = tagged(input.resourceArn!, context);
    repositories.save(context, { ...record, tags: withoutTags(record.tags, input.tagKeys) });
  },
  ListTagsForResource: (input: CodeCommit.ListTagsForResourceInput, context) => ({
    tags: tagMap(tagged(input.resourceArn!, context).tags),
  }),
};
