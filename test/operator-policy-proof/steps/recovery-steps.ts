import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { removeLeftoverStack } from "../../../aws/stack-removal";
import { ResourceOperationError } from "../../../local/providers/aws-native/cloud-control";
import { type LifeStep, type LifeWorld, stackId } from "../life-step";
import { withChange, withMoreThatFails } from "../life-template";
import { stackResource } from "../stack-by-cloud-control";
import { desiredStack } from "./deploy-steps";
import { rollbackSteps } from "./rollback-steps";

/** An update by somebody else that changes a group and fails then. */
async function failingUpdate(world: LifeWorld, DisableRollback: boolean): Promise<void> {
  const { owner, template } = world;
  const changed = withMoreThatFails(withChange(template, "AWS::IAM::Group", "Policies"));
  await owner.cloudFormation.updateStack({
    StackName: stackId(world),
    TemplateBody: JSON.stringify(changed),
    Capabilities: ["CAPABILITY_NAMED_IAM"],
    DisableRollback,
  });
  for (;;) {
    const { Stacks } = await owner.cloudFormation.describeStacks({ StackName: stackId(world) });
    if (!Stacks![0]!.StackStatus!.endsWith("_IN_PROGRESS")) return;
    await sleep(5);
  }
}

/** The ways out of UPDATE_ROLLBACK_FAILED and of UPDATE_FAILED. */
export const { continueRollback, rollBackStack } = rollbackSteps(failingUpdate, "DeleteGroupPolicy");

/** A first creation that failed, cleared away before the next one. */
export const clearLeftover: LifeStep = {
  name: "clear away what a failed first creation left",
  kind: "deletes",
  fresh: true,
  async run(world) {
    const broken = { ...world, template: withMoreThatFails(world.template) };
    const stacks = await stackResource(world);
    const desired = { ...(await desiredStack(broken)), EnableTerminationProtection: true };
    const error = await stacks.create(desired).then(
      () => new Error("the creation has not failed"),
      (reason: unknown) => reason,
    );
    const leftover = error instanceof ResourceOperationError ? error.event.Identifier : undefined;
    if (leftover === undefined) throw error;
    const { Stacks } = await world.owner.cloudFormation.describeStacks({ StackName: leftover });
    assert.equal(Stacks![0]!.StackStatus, "ROLLBACK_COMPLETE", Stacks![0]!.StackStatusReason);
    await removeLeftoverStack(world.aws, leftover);
  },
};
