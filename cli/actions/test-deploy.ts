import { randomInt } from "node:crypto";
import { findStack } from "../../aws/deployed-stack";
import type { ForecastFinding } from "../../aws/forecast/forecast";
import { TEST_SUFFIX_LENGTH } from "../../core/config/test-copy";
import { ExitCode, TierguardError } from "../../core/errors";
import { action, type ActionContext } from "../action";
import { openStack } from "../automation/open-stack";
import type { ChangeCounts, OperationResult } from "../automation/operation";
import type { PulumiStack } from "../automation/pulumi-stack";
import { deleteEverything, tidyUp } from "../deployment/delete";
import { changeLines, countsLine } from "../deployment/describe-changes";
import { forecastBefore } from "../deployment/forecast-before";
import { changedResources, type ChangedResource, engineOptions, planDeployment } from "../deployment/plan";
import { removalCommands } from "../deployment/removal-commands";
import { describeRemains, type LeftOver, remainsAfter } from "../deployment/remains-after";
import { type DeploymentTarget, deploymentTarget } from "../deployment/target";

/** What a test deployment did, or would do. */
export type TestDeployResult = {
  outcome: "deployed" | "would-deploy" | "deployed-and-removed";
  /** The six characters that all names end in. */
  testSuffix: string;
  stackName: string;
  region: string;
  /** The Pulumi stack of its own whose state it is. */
  pulumiStack: string;
  stackId?: string;
  templateUrl?: string;
  changes: ChangeCounts;
  resources: ChangedResource[];
  outputs: Record<string, unknown>;
  forecast: ForecastFinding[];
  warnings: string[];
  /** Commands that remove it; empty where it is removed. */
  removeWith: string[];
  remains?: LeftOver;
};

const ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";

function randomSuffix(): string {
  return Array.from({ length: TEST_SUFFIX_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
}

interface Run {
  context: ActionContext;
  target: DeploymentTarget;
  stack: PulumiStack;
  findings: ForecastFinding[];
}

function result(
  { target, stack, findings }: Run,
  outcome: TestDeployResult["outcome"],
  done: OperationResult,
): TestDeployResult {
  const { delivery, blueprint, config, pulumi } = target;
  const { stackId } = done.outputs;
  return {
    outcome,
    testSuffix: config.testSuffix!,
    stackName: blueprint.stackName,
    region: config.environment.region,
    pulumiStack: stack.name,
    ...(typeof stackId === "string" ? { stackId } : {}),
    ...(delivery.kind === "s3" ? { templateUrl: delivery.url } : {}),
    changes: done.counts,
    resources: changedResources(done),
    outputs: done.outputs,
    forecast: findings,
    warnings: done.warnings,
    removeWith: outcome === "deployed" ? removalCommands(target, pulumi) : [],
  };
}

/** Removes the copy and its state. Nothing interrupts it but a second Ctrl-C. */
async function remove({ context, target, stack }: Run): Promise<LeftOver> {
  const { progress, log } = context;
  progress(`removing the test copy ${target.blueprint.stackName}`);
  const stackId = (await findStack(target.aws, target.blueprint.stackName))?.id;
  await deleteEverything(stack, target, { progress, log });
  await stack.remove();
  return tidyUp(target, { stackId, progress });
}

/** What to do about a copy whose deployment ended with an error: remove it where asked to, or where nothing came of it. */
async function afterFailure(run: Run, cleanup: boolean): Promise<void> {
  const { context, target } = run;
  try {
    const nothing = (await findStack(target.aws, target.blueprint.stackName)) === undefined;
    if (cleanup || nothing) {
      const remains = await remove(run);
      for (const line of describeRemains(remains)) context.progress(line.trim());
      return;
    }
  } catch (error) {
    context.progress(
      `the test copy could not be removed: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  context.progress("what there is of the test copy is still there; remove it with:");
  for (const command of removalCommands(target, target.pulumi)) context.progress(`  ${command}`);
}

async function deployCopy(run: Run, cleanup: boolean): Promise<TestDeployResult> {
  const { context, target, stack } = run;
  let done: OperationResult;
  try {
    await planDeployment(stack, target, context);
    context.progress(`deploying the test copy ${target.blueprint.stackName}`);
    done = await stack.up(engineOptions(context));
    context.signal.throwIfAborted();
  } catch (error) {
    await afterFailure(run, cleanup);
    throw error;
  }
  if (!cleanup) {
    const remains = await remainsAfter(target, { deployed: true });
    return { ...result(run, "deployed", done), remains };
  }
  return { ...result(run, "deployed-and-removed", done), remains: await remove(run) };
}

function describe(done: TestDeployResult): string[] {
  const heading = {
    deployed: `Deployed the test copy ${done.stackName}.`,
    "would-deploy": `Would deploy a test copy such as ${done.stackName}. Nothing was written.`,
    "deployed-and-removed": `Deployed the test copy ${done.stackName}, and removed it again.`,
  }[done.outcome];
  const { arns = {} } = done.outputs as { arns?: Record<string, string> };
  return [
    heading,
    `  suffix     ${done.testSuffix}`,
    `  changes    ${countsLine(done.changes)}`,
    ...(done.outcome === "would-deploy" ? changeLines(done.resources) : []),
    ...(done.stackId === undefined ? [] : [`  stack id   ${done.stackId}`]),
    ...(done.templateUrl === undefined ? [] : [`  template   ${done.templateUrl}`]),
    ...Object.entries(arns).map(([logicalId, arn]) => `  ${logicalId}: ${arn}`),
    ...done.warnings.map((warning) => `  warning    ${warning}`),
    ...(done.remains === undefined ? [] : describeRemains(done.remains)),
    ...(done.removeWith.length === 0
      ? []
      : ["Remove it with:", ...done.removeWith.map((command) => `  ${command}`)]),
  ];
}

/** Deploys a copy of an environment under names of its own. */
export const testDeploy = action<TestDeployResult>({
  id: "test-deploy",
  title: "Deploy a test copy",
  summary: "Deploy a copy of the environment, under names with a random suffix, beside it",
  options: [
    {
      flags: "--cleanup",
      description: "remove the copy at the end, also after a failure or Ctrl-C",
    },
  ],
  effect: "writes",
  dryRun: "say what would be done, and write nothing but the log",
  run: async (context) => {
    const target = deploymentTarget(context, randomSuffix());
    const findings = await forecastBefore(target, context);
    const stack = await openStack(target.pulumi, context.dryRun ? "pretend" : "create");
    try {
      const run: Run = { context, target, stack, findings };
      if (context.dryRun) return result(run, "would-deploy", await planDeployment(stack, target, context));
      if (!stack.isNew) throw takenSuffix(stack.name);
      return await deployCopy(run, context.options.cleanup === true);
    } finally {
      stack.close();
    }
  },
  describe,
});

/** Of two billion suffixes, one that a copy has already. */
function takenSuffix(name: string): TierguardError {
  return new TierguardError(`There is a Pulumi stack ${name} already`, {
    code: "test-suffix-taken",
    exitCode: ExitCode.Failed,
    hint: "run test-deploy again: it takes another suffix",
  });
}
