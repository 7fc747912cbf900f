import type { DeployedStack } from "../../aws/deployed-stack";
import { explainAwsFailure } from "../../aws/aws-error";
import type { Obstacle } from "../../aws/inventory/obstacle";
import { removeObstacles } from "../../aws/inventory/remove-obstacles";
import { ExitCode, TierguardError } from "../../core/errors";
import { action, type ActionContext } from "../action";
import { openStack, pulumiStackName } from "../automation/open-stack";
import type { PulumiStack } from "../automation/pulumi-stack";
import { deleteEverything, tidyUp } from "../deployment/delete";
import { findDeployed } from "../deployment/find-deployed";
import { type Losses, lossesOf } from "../deployment/losses";
import { describeRemains, type LeftOver, remainsAfter } from "../deployment/remains-after";
import { type DeploymentTarget, deploymentTarget } from "../deployment/target";

/** What a deletion did, or would do. */
export type DeleteStackResult = {
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
  obstacles: Obstacle[];
  unknown: string[];
  /** Flags that are needed beside those that were given. */
  missingFlags: string[];
  /** Obstacles that were removed. */
  removed: Obstacle[];
  remains?: LeftOver;
};

interface Run {
  context: ActionContext;
  target: DeploymentTarget;
  deployed: DeployedStack | undefined;
  losses: Losses;
}

const FLAG_OF: Record<Obstacle["removedBy"], string | undefined> = {
  detach: "--detach",
  unprotect: "--unprotect",
  hand: undefined,
};

/** Flags that the deletion needs and that were not given. */
function missingFlags({ context, losses, target }: Run): string[] {
  const needed = new Set(losses.obstacles.flatMap(({ removedBy }) => FLAG_OF[removedBy] ?? []));
  // The Pulumi state protects the stack too, also where somebody has lifted AWS's protection.
  if (target.blueprint.protect) needed.add(FLAG_OF.unprotect!);
  const given: Record<string, boolean> = {
    "--force": context.force,
    "--detach": context.options.detach === true,
    "--unprotect": context.options.unprotect === true,
  };
  return ["--force", ...[...needed].sort()].filter((flag) => given[flag] !== true);
}

function result(run: Run, outcome: DeleteStackResult["outcome"]): DeleteStackResult {
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

async function deleteNow(run: Run, stack: PulumiStack): Promise<DeleteStackResult> {
  const { context, target, deployed } = run;
  const removed = await clearTheWay(run);
  if (context.options.unprotect === true) await unprotect(run, stack);
  context.progress(`deleting ${target.blueprint.stackName}`);
  await deleteEverything(stack, target, context);
  // A stack with a file of its own is the user's, with its history; others were made for their config alone.
  const kept = target.pulumi.config.testSuffix === undefined && hasStackFile(target);
  if (!kept) await stack.remove();
  const remains = await tidyUp(target, { stackId: deployed?.id, progress: context.progress });
  return { ...result(run, "deleted"), removed, remains, missingFlags: [], pulumiStackKept: kept };
}

function hasStackFile({ pulumi, blueprint }: DeploymentTarget): boolean {
  return pulumiStackName(pulumi) !== blueprint.stem;
}

function otherState({ context, target, deployed }: Run): TierguardError {
  const name = pulumiStackName(target.pulumi);
  context.log.info(`the backend has no Pulumi stack ${name}`);
  return new TierguardError(
    `The stack ${deployed!.name} exists, but the Pulumi backend has no stack ${name}: it was deployed from another one`,
    {
      code: "other-state",
      exitCode: ExitCode.Failed,
      hint: `use that one (--stack NAME, PULUMI_BACKEND_URL), or delete it with: aws cloudformation delete-stack --stack-name ${deployed!.name} --region ${target.config.environment.region}`,
    },
  );
}

async function run(context: ActionContext): Promise<DeleteStackResult> {
  const suffix = context.options.testSuffix;
  const target = deploymentTarget(context, typeof suffix === "string" ? suffix : undefined);
  const deployed = await findDeployed(target);
  const losses = await lossesOf(target, deployed);
  const here: Run = { context, target, deployed, losses };
  const stack = await openStack(target.pulumi, "leave");
  try {
    if (stack === undefined && deployed !== undefined) throw otherState(here);
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

const NOUNS: Record<string, string> = {
  "AWS::IAM::Group": "groups",
  "AWS::IAM::Role": "roles",
  "AWS::IAM::ManagedPolicy": "policies",
  "AWS::SSM::Parameter": "parameters",
};

function heldLines(done: DeleteStackResult): string[] {
  const verb = done.outcome === "deleted" ? "lost" : "would be lost";
  return Object.entries(done.held).flatMap(([type, names]) => [
    `  ${verb}: ${names.length} ${NOUNS[type] ?? type}`,
    ...(type === "AWS::SSM::Parameter" ? [] : names.map((name) => `    ${name}`)),
  ]);
}

function obstacleLines({ obstacles, outcome }: DeleteStackResult): string[] {
  if (outcome === "deleted" || obstacles.length === 0) return [];
  return [
    "  in the way:",
    ...obstacles.map(({ sentence, removedBy, byHand }) => {
      const flag = FLAG_OF[removedBy];
      return `    ${sentence}: ${flag === undefined ? byHand : `${flag}, or ${byHand}`}`;
    }),
  ];
}

function heading({ outcome, stackName, missingFlags: missing }: DeleteStackResult): string {
  switch (outcome) {
    case "deleted":
      return `Deleted ${stackName}.`;
    case "absent":
      return `There is no ${stackName}: nothing was deleted.`;
    case "would-delete":
      return `Would delete ${stackName}. Nothing was written.`;
    case "refused": {
      const way = missing.length === 0 ? "first do by hand what is listed" : `add ${missing.join(" ")}`;
      return `Would delete ${stackName}. Nothing was written: ${way}.`;
    }
  }
}

function describe(done: DeleteStackResult): string[] {
  const state = done.pulumiStackKept
    ? `the Pulumi stack ${done.pulumiStack} stays, empty, with its history: pulumi stack rm ${done.pulumiStack}`
    : `the Pulumi stack ${done.pulumiStack} is gone`;
  return [
    heading(done),
    ...heldLines(done),
    ...obstacleLines(done),
    ...done.unknown.map((sentence) => `  not known: ${sentence}`),
    ...done.removed.map(({ sentence }) => `  removed    ${sentence}`),
    ...(done.outcome === "deleted" ? [`  state      ${state}`] : []),
    ...(done.remains === undefined ? [] : describeRemains(done.remains)),
  ];
}

/** Deletes an environment, or a test copy of it, and leaves nothing behind. */
export const deleteStack = action<DeleteStackResult>({
  id: "delete-stack",
  title: "Delete the environment",
  summary: "Delete the environment's groups, roles and policies, or those of a test copy",
  options: [
    {
      flags: "--test-suffix <suffix>",
      description: "delete the test copy with these six characters instead",
    },
    {
      flags: "--detach",
      description: "remove what stands in the way: members of groups, what was attached by hand",
    },
    { flags: "--unprotect", description: "lift the protection of a stack of prod" },
  ],
  effect: "writes",
  force: "delete: without it, say what would be lost and exit 3",
  dryRun: "say what would be lost, and write nothing but the log",
  run,
  describe,
  exitCode: ({ outcome }) => (outcome === "refused" ? ExitCode.Refused : ExitCode.Done),
});
