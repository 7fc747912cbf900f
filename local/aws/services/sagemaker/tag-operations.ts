import type * as SageMaker from "@aws-sdk/client-sagemaker";
import type { CallContext, Operations } from "../../service";
import { type Tag, withoutTags } from "../tag-list";
import { tokenPage } from "../token-page";
import { endpointConfigs, endpoints, type HostingKind, models } from "./hosting-records";
import { resourceTags, validation } from "./input-rules";
import { modelPackageGroupArn, modelPackageGroups } from "./model-package-group-record";

const PAGE = 50;

/** A resource whose tags are asked for. */
interface Tagged {
  tags: Tag[];
  save: (tags: Tag[]) => void;
}

/** How a kind of resource with tags is found by its ARN. */
type TaggedKind = (arn: string, context: CallContext) => Tagged | undefined;

const KINDS: readonly TaggedKind[] = [
  (arn, context) => {
    const found = modelPackageGroups
      .all(context)
      .find(({ name }) => modelPackageGroupArn(context, name) === arn);
    return (
      found && { tags: found.tags, save: (tags) => modelPackageGroups.save(context, { ...found, tags }) }
    );
  },
  hosted(models),
  hosted(endpointConfigs),
  hosted(endpoints),
];

function hosted<T extends { name: string; created: string; tags: Tag[] }>(kind: HostingKind<T>): TaggedKind {
  return (arn, context) => {
    const name = arn.slice(arn.lastIndexOf("/") + 1);
    const found = kind.arn(context, name) === arn ? kind.find(context, name) : undefined;
    return found && { tags: found.tags, save: (tags) => kind.save(context, { ...found, tags }) };
  };
}

function tagged(arn: string, context: CallContext): Tagged {
  for (const kind of KINDS) {
    const found = kind(arn, context);
    if (found !== undefined) return found;
  }
  throw validation(`Could not find resource "${arn}".`);
}

/** The tags of what an ARN names; undefined where it names nothing that has tags. */
export function tagsOf(arn: string, context: CallContext): Tag[] | undefined {
  return KINDS.map((kind) => kind(arn, context)?.tags).find((tags) => tags !== undefined);
}

/** Tags of all kinds of resources. */
export const tagOperations: Operations = {
  AddTags: (input: SageMaker.AddTagsInput, context) => {
    const { tags, save } = tagged(input.ResourceArn!, context);
    const Tags = resourceTags([...tags, ...input.Tags!]);
    save(Tags);
    return { Tags };
  },
  DeleteTags: (input: SageMaker.DeleteTagsInput, context) => {
    const { tags, save } = tagged(input.ResourceArn!, context);
    save(withoutTags(tags, input.TagKeys));
    return {};
  },
  ListTags: (input: SageMaker.ListTagsInput, context) => {
    const { tags } = tagged(input.ResourceArn!, context);
    const page = tokenPage(tags, input.NextToken, input.MaxResults ?? PAGE, () =>
      validation("Invalid NextToken."),
    );
    return { Tags: page.items, NextToken: page.next };
  },
};
