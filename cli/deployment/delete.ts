import { describeAwsError, explainAwsFailure } from "../../aws/aws-error";
import { findStack } from "../../aws/deployed-stack";
import { removeObstacles } from "../../aws/inventory/remove-obstacles";
import { removeRemains } from "../../aws/inventory/remove-remains";
import { removeStackOf } from "../../aws/stack-removal";
import type { OperationResult } from "../automation/operation";
import type { PulumiStack } from "../automation/pulumi-stack";
import { lossesOf } from "./losses";
import { engineOptions, type EngineWords } from "./plan";
import { type LeftOver, remainsAfter } from "./remains-after";
import type { DeploymentTarget } from "./target";

/**
 * Deletes everything that the state holds. What a deployment that was interrupted or failed has begun may not be in
 * the state: of a test copy, the CloudFormation stack itself is deleted too.
 */
export async function deleteEverything(
  stack: PulumiStack,
  { aws, blueprint, config }: DeploymentTarget,
  words: EngineWords,
): Promise<OperationResult> {
  const done = await stack.destroy(engineOptions(words));
  if (config.testSuffix !== undefined) await removeStackOf(aws, blueprint);
  return done;
}

/** Stops trails, whose buckets CloudTrail would fill again before the stack deletes them. */
export async function stopTrails({ aws }: DeploymentTarget, trails: readonly string[]): Promise<void> {
  for (const Name of trails) {
    try {
      await (await aws.cloudTrail()).stopLogging({ Name });
    } catch (error) {
      if (describeAwsError(error).kind !== "not-found") throw error;
    }
  }
}

/**
 * Takes out of a test copy what its pipelines and its trail have put there since it was made: it is the copy's alone,
 * and CloudFormation deletes neither a bucket nor a registry with content.
 */
async function emptyCopy(target: DeploymentTarget, progress: (line: string) => void): Promise<void> {
  const stack = await findStack(target.aws, target.blueprint.stackName);
  const { held, obstacles } = await lossesOf(target, stack);
  await stopTrails(target, held["AWS::CloudTrail::Trail"] ?? []);
  const content = obstacles.filter(({ removedBy }) => removedBy === "empty" || removedBy === "delete-models");
  const { failed } = await removeObstacles(target.aws, content);
  for (const { obstacle, failure } of failed) {
    progress(`could not empty ${obstacle.on}: ${explainAwsFailure(failure)}`);
  }
}

/** Removes a test copy: what is in it, all that its state holds, and what is not in its state. */
export async function deleteCopy(
  stack: PulumiStack,
  target: DeploymentTarget,
  words: EngineWords,
): Promise<void> {
  if (target.product === "ml") await emptyCopy(target, words.progress);
  await deleteEverything(stack, target, words);
}

/** Removes parameters and templates that are left over, and tells what is still there then. */
export async function tidyUp(
  target: DeploymentTarget,
  { stackId, progress }: { stackId?: string; progress: (line: string) => void },
): Promise<LeftOver> {
  const before = await remainsAfter(target, { deployed: false, stackId });
  // What a stack that is still there holds is in use.
  if (before.ours.some(({ kind }) => kind === "stack")) return before;
  const { removed, failed } = await removeRemains(target.aws, before.ours, {
    onRemoved: ({ kind, identifier }) => progress(`deleted   ${kind} ${identifier}`),
  });
  for (const { remainder, failure } of failed) {
    progress(`could not delete ${remainder.identifier}: ${explainAwsFailure(failure)}`);
  }
  return { ...before, ours: before.ours.filter((remainder) => !removed.includes(remainder)) };
}
