import { explainAwsFailure } from "../../aws/aws-error";
import { removeRemains } from "../../aws/inventory/remove-remains";
import { removeStackOf } from "../../aws/stack-removal";
import type { OperationResult } from "../automation/operation";
import type { PulumiStack } from "../automation/pulumi-stack";
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
