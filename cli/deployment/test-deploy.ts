import { randomInt } from "node:crypto";
import { findStack } from "../../aws/deployed-stack";
import { TEST_SUFFIX_LENGTH } from "../../core/config/test-copy";
import { ExitCode, TierguardError } from "../../core/errors";
import type { ProductContext } from "../action";
import { openStack } from "../automation/open-stack";
import type { OperationResult } from "../automation/operation";
import { copyTarget } from "./copy-target";
import { deleteCopy, tidyUp } from "./delete";
import { describeRemains } from "./describe-remains";
import { type DeploymentFacts, deploymentFacts, type ForecastDeployment } from "./facts";
import { forecastBefore } from "./forecast-before";
import { engineOptions, planDeployment } from "./plan";
import { removalCommands } from "./removal-commands";
import { type LeftOver, remainsAfter } from "./remains-after";

/** What a test deployment did, or would do. */
export type TestDeployResult = DeploymentFacts & {
  outcome: "deployed" | "would-deploy" | "deployed-and-removed";
  /** The six characters that all names end in. */
  testSuffix: string;
  /** Commands that remove it; empty where it is removed. */
  removeWith: string[];
  remains?: LeftOver;
};

const ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";

function randomSuffix(): string {
  return Array.from({ length: TEST_SUFFIX_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
}

interface Run extends ForecastDeployment {
  context: ProductContext;
}

function result(run: Run, outcome: TestDeployResult["outcome"], done: OperationResult): TestDeployResult {
  const { target } = run;
  return {
    outcome,
    testSuffix: target.config.testSuffix!,
    ...deploymentFacts(run, done),
    removeWith: outcome === "deployed" ? removalCommands(target, target.pulumi) : [],
  };
}

/** Removes the copy and its state. Nothing interrupts it but a second Ctrl-C. */
async function remove({ context, target, stack }: Run): Promise<LeftOver> {
  const { progress, log, onAwsCall } = context;
  progress(`removing the test copy ${target.blueprint.stackName}`);
  const stackId = (await findStack(target.aws, target.blueprint.stackName))?.id;
  await deleteCopy(stack, target, { progress, log, onAwsCall });
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

/** Of two billion suffixes, one that a copy has already. */
function takenSuffix(name: string): TierguardError {
  return new TierguardError(`There is a Pulumi stack ${name} already`, {
    code: "test-suffix-taken",
    exitCode: ExitCode.Failed,
    hint: "run test-deploy again: it takes another suffix",
  });
}

/** Forecasts and deploys a copy under names of its own, and removes it again where asked to. */
export async function deployTestCopy(context: ProductContext): Promise<TestDeployResult> {
  const target = await copyTarget(context, randomSuffix());
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
}
