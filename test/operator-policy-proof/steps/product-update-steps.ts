import assert from "node:assert/strict";
import type { StackBlueprint } from "../../../core/security/blueprint";
import type { Template } from "../../../core/template/cloudformation";
import { type LifeStep, type LifeWorld, stackId } from "../life-step";
import { stackResource } from "../stack-by-cloud-control";
import { madeChangeSet } from "./change-steps";
import { removeUpload, upload } from "./upload-steps";

/** A product as another config renders it. */
export interface ChangedProduct {
  template: Template;
  blueprint: StackBlueprint;
}

async function deploy(world: LifeWorld, { template, blueprint }: ChangedProduct): Promise<void> {
  const value = await upload(world, template);
  const Tags = Object.entries(blueprint.tags).map(([Key, Value]) => ({ Key, Value }));
  const stacks = await stackResource(world);
  await stacks.update(stackId(world), [
    { op: "add", path: "/TemplateURL", value },
    { op: "add", path: "/Tags", value: Tags },
  ]);
  assert.notEqual(await stacks.read(stackId(world)), undefined);
}

/** An update to another config, and back. */
export function update(changed: ChangedProduct): LifeStep {
  return {
    name: "update the stack and its tags, and back",
    kind: "writes",
    async run(world) {
      await deploy(world, changed);
      await deploy(world, world);
    },
  };
}

/** Asking by a change set what an update would change, and removing it with what was uploaded for it. */
export function showChanges({ template, blueprint }: ChangedProduct): LifeStep {
  return {
    name: "show changes by a change set",
    kind: "writes",
    async run(world) {
      const TemplateURL = await upload(world, template);
      const Tags = Object.entries(blueprint.tags).map(([Key, Value]) => ({ Key, Value }));
      const { ChangeSetId, Changes } = await madeChangeSet(world, { TemplateURL, Tags });
      assert.ok(Changes!.length > 0);
      await (await world.aws.cloudFormation()).deleteChangeSet({ ChangeSetName: ChangeSetId });
      await removeUpload(world, template);
    },
  };
}
