import type { CallContext } from "../service";
import { callService } from "./service-calls";
import { changedTags, readableTags, type Tag } from "./tags";

/** The tags of a template as EC2's creations take them: with the kind of what is made, such as `vpc-endpoint`. */
export function creationTags(ResourceType: string, tags: unknown): Record<string, unknown> {
  const Tags = (tags ?? []) as Tag[];
  return Tags.length > 0 ? { TagSpecifications: [{ ResourceType, Tags }] } : {};
}

/** Tags as the resource types show them; undefined where there are none. */
export function shownTags(tags: unknown): Tag[] | undefined {
  const shown = readableTags(tags as Tag[] | undefined);
  return shown.length > 0 ? shown : undefined;
}

/** Writes and removes so that the desired tags stand where the previous ones stood. */
export async function changeTags(
  id: string,
  previous: unknown,
  desired: unknown,
  context: CallContext,
): Promise<void> {
  const { put, removed } = changedTags(previous as Tag[] | undefined, desired as Tag[] | undefined);
  const Resources = [id];
  if (removed.length > 0) {
    await callService(context, "ec2", "DeleteTags", { Resources, Tags: removed.map((Key) => ({ Key })) });
  }
  if (put.length > 0) await callService(context, "ec2", "CreateTags", { Resources, Tags: put });
}
