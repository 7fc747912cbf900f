import assert from "node:assert/strict";
import type { Template } from "../../core/template/cloudformation";
import { templateJson } from "../../core/template/serialize";
import { CloudControlResource, type PatchOperation } from "../../local/providers/aws-native/cloud-control";
import { deliveryOf } from "./delivery";
import { type LifeWorld, stackId } from "./life-step";

/** The stack as aws-native handles it. */
export async function stackResource({ aws }: LifeWorld): Promise<CloudControlResource> {
  return new CloudControlResource(await aws.cloudControl(), "AWS::CloudFormation::Stack");
}

/** Deploys a template in the place of the one that is there, in the request itself, and reads the stack back. */
export async function deployTemplate(world: LifeWorld, template: Template): Promise<void> {
  await patchStack(world, [{ op: "add", path: "/TemplateBody", value: templateJson(template) }]);
}

/** Changes a setting of the stack; aws-native sends properties that can't be read, such as the URL, with every patch. */
export async function setProtection(world: LifeWorld, value: boolean): Promise<void> {
  await patchStack(world, [
    { op: "add", path: "/TemplateURL", value: deliveryOf(world, world.template).url },
    { op: "replace", path: "/EnableTerminationProtection", value },
  ]);
}

async function patchStack(world: LifeWorld, patch: PatchOperation[]): Promise<void> {
  const stacks = await stackResource(world);
  await stacks.update(stackId(world), patch);
  assert.notEqual(await stacks.read(stackId(world)), undefined);
}

/** What AWS has of one resource; undefined where there is none. */
export async function readResource(
  { aws }: LifeWorld,
  type: string,
  identifier: string,
): Promise<Record<string, unknown> | undefined> {
  return new CloudControlResource(await aws.cloudControl(), type).read(identifier);
}

/** Changes one resource of the stack as a revert of drift does. */
export async function patchResource(
  { aws }: LifeWorld,
  type: string,
  identifier: string,
  patch: PatchOperation[],
): Promise<void> {
  await new CloudControlResource(await aws.cloudControl(), type).update(identifier, patch);
}
