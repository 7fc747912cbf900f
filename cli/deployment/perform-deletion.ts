import type { DeployedStack } from "../../aws/deployed-stack";
import { describeAwsError, explainAwsFailure } from "../../aws/aws-error";
import type { Obstacle } from "../../aws/inventory/obstacle";
import { type PendingKey, pendingKeys } from "../../aws/inventory/pending-keys";
import { removeObstacles } from "../../aws/inventory/remove-obstacles";
import { ExitCode, TierguardError } from "../../core/errors";
import type { ProductContext } from "../action";
import { openStack, pulumiStackName } from "../automation/open-stack";
import type { PulumiStack } from "../automation/pulumi-stack";
import { deleteEverything, stopTrails, tidyUp } from "./delete";
import { FLAG_OF } from "./flags";
import { findDeployed } from "./find-deployed";
import { type Losses, lossesOf } from "./losses";
import { type LeftOver, remainsAfter } from "./remains-after";
import { type DeploymentTarget, deploymentTarget } from "./target";

/** What a deletion did, or would do. */
export type DeletionResult = {
  /** `absent` where there is nothing to delete, `refused` where a flag is missing or something stands in the way. */
  outcome: "deleted" | "absent" | "would-delete" | "refused";
  stackName: string;
  region: string;
  stackId?: string;
  pulumiStack: string;
  /** Whether the Pulumi stack, empty now, is still in the backend. */
  pulumiStackKept: boolean;
  /** What the stack holds, or held: names by CloudFormation type. */
  held: Losses["held"];
  /** What is lost that people or pipelines put there, in sentences. */
  content: string[];
  obstacles: Obstacle[];
  unknown: string[];
  /** Flags that are needed beside those that were given. */
  missingFlags: string[];
  /** Obstacles that were removed. */
  removed: Obstacle[];
  /** Keys that are scheduled for deletion now. */
  pendingKeys: PendingKey[];
  remains?: LeftOver;
};

interface Run {
  context: ProductContext;
  target: DeploymentTarget;
  deployed: DeployedStack | undefined;
  losses: Losses;
}

/** Flags that the deletion needs and that were not given. */
function missingFlags({ context, losses, target }: Run): string[] {
  const needed = new Set(losses.obstacles.flatMap(({ removedBy }) => FLAG_OF[removedBy] ?? []));
  // The Pulumi state protects the stack too, also where somebody has lifted AWS's protection.
  if (target.blueprint.protect) needed.add(FLAG_OF.unprotect!);
  const given: Record<string, boolean> = {
    "--force": context.force,
    "--detach": context.options.detach === true,
    "--unprotect": context.options.unprotect === true,
    "--empty-buckets": context.options.emptyBuckets === true,
    "--delete-model-packages": context.options.deleteModelPackages === true,
  };
  return ["--force", ...[...needed].sort()].filter((flag) => given[flag] !== true);
}

function result(run: Run, outcome: DeletionResult["outcome"]): DeletionResult {
  const { target, deployed, losses } = run;
  return {
    outcome,
    stackName: target.blueprint.stackName,
    region: target.config.environment.region,
    ...(deployed === undefined ? {} : { stackId: deployed.id }),
    pulumiStack: pulumiStackName(target.pulumi),
    pulumiStackKept: true,
    ...losses,
    missingFlags: missingFlags(run),
    removed: [],
    pendingKeys: [],
  };
}

async function clearTheWay({ context, target, losses }: Run): Promise<Obstacle[]> {
  const { removed, failed } = await removeObstacles(target.aws, losses.obstacles, {
    signal: context.signal,
    onRemoved: ({ sentence, byHand }) => context.progress(`removed   ${sentence} (${byHand})`),
  });
  context.signal.throwIfAborted();
  if (failed.length === 0) return removed;
  throw new TierguardError(
    [
      "What stands in the way could not be removed. The stack was not touched.",
      ...failed.map(({ obstacle, failure }) => `  ${obstacle.sentence}: ${explainAwsFailure(failure)}`),
    ].join("\n"),
    { code: "obstacles-remain", exitCode: ExitCode.Failed },
  );
}

/** Lifts the protection in both places: in AWS, and in the Pulumi state. */
async function unprotect({ context, target, deployed }: Run, stack: PulumiStack): Promise<void> {
  if (deployed?.terminationProtection === true) {
    context.progress(`lifting the termination protection of ${deployed.name}`);
    const cloudFormation = await target.aws.cloudFormation();
    await cloudFormation.updateTerminationProtection({
      StackName: deployed.id,
      EnableTerminationProtection: false,
    });
  }
  await stack.unprotect();
}

async function deleteNow(run: Run, stack: PulumiStack): Promise<DeletionResult> {
  const { context, target, deployed, losses } = run;
  await stopTrails(target, losses.held["AWS::CloudTrail::Trail"] ?? []);
  const removed = await clearTheWay(run);
  if (context.options.unprotect === true) await unprotect(run, stack);
  context.progress(`deleting ${target.blueprint.stackName}`);
  await deleteEverything(stack, target, context);
  // A stack with a file of its own is the user's, with its history; others were made for their config alone.
  const kept = target.pulumi.config.testSuffix === undefined && hasStackFile(target);
  if (!kept) await stack.remove();
  const remains = await tidyUp(target, { stackId: deployed?.id, progress: context.progress });
  const keys = await keysPending(target, losses.held["AWS::KMS::Key"] ?? []);
  const { unknown } = losses;
  return {
    ...result(run, "deleted"),
    ...{ removed, remains, missingFlags: [], pulumiStackKept: kept },
    ...{ pendingKeys: keys.pending, unknown: [...unknown, ...keys.unknown] },
  };
}

async function keysPending({ aws }: DeploymentTarget, keyIds: readonly string[]) {
  try {
    return { pending: await pendingKeys(aws, keyIds), unknown: [] };
  } catch (error) {
    const why = explainAwsFailure(describeAwsError(error));
    return { pending: [], unknown: [`until when a key's deletion can be cancelled: ${why}`] };
  }
}

function hasStackFile({ pulumi, blueprint }: DeploymentTarget): boolean {
  return pulumiStackName(pulumi) !== blueprint.stem;
}

/** What another state holds is not deleted by emptying this one. A test copy may have been interrupted before it was noted. */
async function assertOwnState({ target, deployed }: Run, stack: PulumiStack | undefined): Promise<void> {
  if (deployed === undefined) return;
  const resources = (await stack?.resources()) ?? [];
  if (resources.some(({ id }) => id === deployed.id)) return;
  if (stack !== undefined && target.config.testSuffix !== undefined) return;
  const name = pulumiStackName(target.pulumi);
  const { region } = target.config.environment;
  throw new TierguardError(
    `The stack ${deployed.name} exists, but ${stack === undefined ? `the Pulumi backend has no stack ${name}` : `the state of the Pulumi stack ${name} does not hold it`}: it was deployed from another Pulumi stack or backend`,
    {
      code: "other-state",
      exitCode: ExitCode.Failed,
      hint: `use that one (--stack NAME, PULUMI_BACKEND_URL), or delete it with: aws cloudformation delete-stack --stack-name ${deployed.name} --region ${region}`,
    },
  );
}

/** Lists what is lost and what stands in the way and, where the flags allow it, deletes an environment or a product. */
export async function performDeletion(context: ProductContext): Promise<DeletionResult> {
  const suffix = context.options.testSuffix;
  const target = deploymentTarget(context, typeof suffix === "string" ? suffix : undefined);
  const deployed = await findDeployed(target);
  const losses = await lossesOf(target, deployed);
  const here: Run = { context, target, deployed, losses };
  const stack = await openStack(target.pulumi, "leave");
  try {
    await assertOwnState(here, stack);
    if (stack === undefined) {
      const remains = await remainsAfter(target, { deployed: false });
      return { ...result(here, "absent"), remains, missingFlags: [], pulumiStackKept: false };
    }
    if (context.dryRun) return result(here, "would-delete");
    const byHand = losses.obstacles.some(({ removedBy }) => removedBy === "hand");
    if (byHand || missingFlags(here).length > 0) return result(here, "refused");
    return await deleteNow(here, stack);
  } finally {
    stack?.close();
  }
}
