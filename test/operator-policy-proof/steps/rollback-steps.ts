import { type LifeStep, type LifeWorld, stackId } from "../life-step";
import { settled } from "./drift-steps";

/**
 * The ways out of an update that failed.
 * @param failingUpdate Somebody else's update that changes something and fails then.
 * @param undoing IAM's operation by which its rollback undoes the change.
 */
export function rollbackSteps(
  failingUpdate: (world: LifeWorld, disableRollback: boolean) => Promise<void>,
  undoing: string,
): { continueRollback: LifeStep; rollBackStack: LifeStep } {
  return {
    continueRollback: {
      name: "continue a rollback that failed",
      kind: "writes",
      async before(world) {
        const error = { code: "ServiceFailure", message: "Broken", status: 500 };
        await world.account.fault({ service: "iam", operation: undoing, error });
        await failingUpdate(world, false);
        await world.account.clearFaults();
      },
      async run(world) {
        const cloudFormation = await world.aws.cloudFormation();
        await cloudFormation.continueUpdateRollback({ StackName: stackId(world) });
        await settled(world, "UPDATE_ROLLBACK_COMPLETE");
      },
    },
    rollBackStack: {
      name: "roll back an update that was left as it failed",
      kind: "writes",
      before: (world) => failingUpdate(world, true),
      async run(world) {
        await (await world.aws.cloudFormation()).rollbackStack({ StackName: stackId(world) });
        await settled(world, "UPDATE_ROLLBACK_COMPLETE");
      },
    },
  };
}
