import type { ProductContext } from "../action";
import { openStack } from "../automation/open-stack";
import type { OperationResult } from "../automation/operation";
import { assertApproved } from "./assert-approved";
import { type DeploymentFacts, deploymentFacts, type ForecastDeployment } from "./facts";
import { forecastBefore } from "./forecast-before";
import { changedResources, engineOptions, type EngineWords, planDeployment } from "./plan";
import { type LeftOver, remainsAfter } from "./remains-after";
import { deploymentTarget } from "./target";
import { failureOf, writeDeploymentReport } from "./write-report";

/** What a deployment did, or would do. */
export type DeployResult = DeploymentFacts & {
  /** `refused` where --force is missing, `would-deploy` under --dry-run, `unchanged` where nothing is to be done. */
  outcome: "deployed" | "unchanged" | "would-deploy" | "refused";
  /** Whether it was compared with what AWS has (`--refresh`), not only with what was last deployed. */
  refreshed: boolean;
  remains?: LeftOver;
  /** The HTML report of a deployment that was done. */
  report?: string;
};

interface Run extends ForecastDeployment {
  context: ProductContext;
  /** How the engine is run, for the plan and the deployment alike. */
  engine: EngineWords;
}

function result(run: Run, outcome: DeployResult["outcome"], done: OperationResult): DeployResult {
  return { outcome, refreshed: run.engine.refresh === true, ...deploymentFacts(run, done) };
}

/** The plan; a Pulumi stack that was made for a deployment that comes to nothing is removed again. */
async function planOrDiscard({ target, stack, engine }: Run): Promise<OperationResult> {
  try {
    return await planDeployment(stack, target, engine);
  } catch (error) {
    if (stack.isNew) await stack.remove();
    throw error;
  }
}

async function deploy(run: Run): Promise<DeployResult> {
  const { context, target, stack, engine, findings } = run;
  const plan = await planOrDiscard(run);
  if (context.dryRun) return result(run, "would-deploy", plan);
  const changes = changedResources(plan).length > 0;
  if (!context.force) return result(run, changes ? "refused" : "unchanged", plan);
  await assertApproved(target, context);
  context.progress(`deploying ${target.blueprint.stackName}`);
  let done: OperationResult;
  try {
    done = await stack.up(engineOptions(engine));
  } catch (error) {
    const failure = await failureOf(error, target, context.log.begun);
    context.progress(`report: ${await writeDeploymentReport(context, target, { findings, failure })}`);
    throw error;
  }
  const remains = await remainsAfter(target, { deployed: true });
  const report = await writeDeploymentReport(context, target, { findings, done, remains });
  return { ...result(run, changes ? "deployed" : "unchanged", done), remains, report };
}

/** Forecasts, previews and, where --force allows it, deploys an environment or a product. */
export async function performDeployment(context: ProductContext): Promise<DeployResult> {
  const target = deploymentTarget(context);
  const findings = await forecastBefore(target, context);
  // Without --force nothing is written, and so no Pulumi stack made either.
  const stack = await openStack(target.pulumi, context.force && !context.dryRun ? "create" : "pretend");
  const engine = { ...context, refresh: context.options.refresh === true };
  try {
    return await deploy({ context, target, stack, engine, findings });
  } finally {
    stack.close();
  }
}
