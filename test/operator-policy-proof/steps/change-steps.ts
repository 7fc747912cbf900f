import assert from "node:assert/strict";
import type {
  CreateChangeSetCommandInput,
  DescribeChangeSetCommandOutput,
} from "@aws-sdk/client-cloudformation";
import { setTimeout as sleep } from "node:timers/promises";
import { type LifeStep, type LifeWorld, stackId } from "../life-step";
import { withMore } from "../life-template";
import { removeUpload, upload } from "./upload-steps";

/** Asks for a change set of the stack and waits until it is made. */
export async function madeChangeSet(
  world: LifeWorld,
  input: Partial<CreateChangeSetCommandInput>,
): Promise<DescribeChangeSetCommandOutput> {
  const cloudFormation = await world.aws.cloudFormation();
  const { Id: ChangeSetName } = await cloudFormation.createChangeSet({
    StackName: stackId(world),
    ChangeSetName: "proof",
    Capabilities: ["CAPABILITY_NAMED_IAM"],
    ...input,
  });
  for (;;) {
    const changeSet = await cloudFormation.describeChangeSet({ ChangeSetName, IncludePropertyValues: true });
    if (changeSet.Status === "FAILED") throw new Error(changeSet.StatusReason);
    if (changeSet.Status === "CREATE_COMPLETE") return changeSet;
    await sleep(5);
  }
}

/** Asking by a change set what an update would change, and removing it with what was uploaded for it. */
export const showChanges: LifeStep = {
  name: "show changes by a change set",
  kind: "writes",
  async run(world) {
    const changed = withMore(world.template);
    const TemplateURL = await upload(world, changed);
    const { ChangeSetId, Changes } = await madeChangeSet(world, { TemplateURL });
    assert.equal(Changes!.length, 4);
    await (await world.aws.cloudFormation()).deleteChangeSet({ ChangeSetName: ChangeSetId });
    await removeUpload(world, changed);
    const objects = await world.owner.s3.listObjectsV2({ Bucket: world.bucket });
    assert.equal(objects.KeyCount, 1);
  },
};
