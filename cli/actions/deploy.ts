import { findStack } from "../../aws/deployed-stack";
import type { ForecastFinding } from "../../aws/forecast/forecast";
import { maskTexts } from "../../core/changes/mask-texts";
import { ExitCode } from "../../core/errors";
import { externalIdsOf } from "../../core/masking";
import { action, type ActionContext } from "../action";
import { openStack } from "../automation/open-stack";
import type { ChangeCounts, OperationResult } from "../automation/operation";
import type { PulumiStack } from "../automation/pulumi-stack";
import { changesOfDeployment } from "../changes/compare-deployed";
import { approveWider, wantsApproval } from "../deployment/approve-wider";
import { changeLines, countsLine } from "../deployment/describe-changes";
import { forecastBefore } from "../deployment/forecast-before";
import { changedResources, type ChangedResource, engineOptions, planDeployment } from "../deployment/plan";
import { describeRemains, type LeftOver, remainsAfter } from "../deployment/remains-after";
import { type DeploymentTarget, deploymentTarget } from "../deployment/target";
import { terminalQuestion } from "../terminal-question";

/** What a deployment did, or would do. */
export type DeployResult = {
  /** `refused` where --force is missing, `would-deploy` under --dry-run, `unchanged` where nothing is to be done. */
  outcome: "deployed" | "unchanged" | "would-deploy" | "refused";
  stackName: string;
  region: string;
  /** The Pulumi stack whose state it is. */
  pulumiStack: string;
  /** The CloudFormation stack's ARN; absent where nothing was deployed. */
  stackId?: string;
  /** Where the template lies; absent where it is sent with the call. */
  templateUrl?: string;
  changes: ChangeCounts;
  resources: ChangedResource[];
  /** Outputs of the Pulumi program: `stackName`, `stackId`, `arns`. */
  outputs: Record<string, unknown>;
  forecast: ForecastFinding[];
  warnings: string[];
  remains?: LeftOver;
};

interface Run {
  context: ActionContext;
  target: DeploymentTarget;
  stack: PulumiStack;
  findings: ForecastFinding[];
}

function result(run: Run, outcome: DeployResult["outcome"], done: OperationResult): DeployResult {
  const { target, stack, findings } = run;
  const { delivery, blueprint } = target;
  const { stackId } = done.outputs;
  return {
    outcome,
    stackName: blueprint.stackName,
    region: target.config.environment.region,
    pulumiStack: stack.name,
    ...(typeof stackId === "string" ? { stackId } : {}),
    ...(delivery.kind === "s3" ? { templateUrl: delivery.url } : {}),
    changes: done.counts,
    resources: changedResources(done),
    outputs: done.outputs,
    forecast: findings,
    warnings: done.warnings,
  };
}

/** Throws TierguardError where the config wants an approval of what is wider, and nobody gives it. */
async function assertApproved({ context, target }: Run): Promise<void> {
  const { config, log, signal, options } = context;
  if (!wantsApproval(config)) return;
  const deployed = await findStack(target.aws, target.blueprint.stackName);
  // A stack that holds nothing has nothing that could become wider.
  if (deployed === undefined || deployed.status === "ROLLBACK_COMPLETE") return;
  const { template, changes } = await changesOfDeployment(target, deployed.id, signal);
  log.hide({ externalIds: externalIdsOf([config, template.resources]) });
  await approveWider({
    config,
    changes: maskTexts(changes, (text) => log.withoutSecrets(text)),
    approved: options.approveWider === true,
    ask: terminalQuestion(),
    show: context.progress,
    signal,
  });
}

async function deploy(run: Run): Promise<DeployResult> {
  const { context, target, stack } = run;
  const plan = await planDeployment(stack, target, context);
  if (context.dryRun) return result(run, "would-deploy", plan);
  const changes = changedResources(plan).length > 0;
  if (!context.force) return result(run, changes ? "refused" : "unchanged", plan);
  await assertApproved(run);
  context.progress(`deploying ${target.blueprint.stackName}`);
  const done = await stack.up(engineOptions(context));
  const remains = await remainsAfter(target, { deployed: true });
  return { ...result(run, changes ? "deployed" : "unchanged", done), remains };
}

const HEADINGS: Record<DeployResult["outcome"], (name: string) => string> = {
  deployed: (name) => `Deployed ${name}.`,
  unchanged: (name) => `${name} is as the config says: nothing was changed.`,
  "would-deploy": (name) => `Would deploy ${name}. Nothing was written.`,
  refused: (name) => `Would deploy ${name}. Nothing was written: add --force to deploy.`,
};

function describe(done: DeployResult): string[] {
  const deployed = done.outcome === "deployed";
  const unknown = done.forecast.filter(({ status }) => status === "unknown").length;
  return [
    HEADINGS[done.outcome](done.stackName),
    `  changes    ${countsLine(done.changes)}`,
    ...(deployed ? [] : changeLines(done.resources)),
    `  forecast   ${done.forecast.length - unknown} ok, ${unknown} unknown`,
    ...(done.stackId === undefined ? [] : [`  stack id   ${done.stackId}`]),
    ...(done.templateUrl === undefined ? [] : [`  template   ${done.templateUrl}`]),
    `  state      the Pulumi stack ${done.pulumiStack}`,
    ...done.warnings.map((warning) => `  warning    ${warning}`),
    ...(done.remains === undefined ? [] : describeRemains(done.remains)),
  ];
}

/** Deploys an environment, or what of it has changed. */
export const deployAction = action<DeployResult>({
  id: "deploy",
  title: "Deploy the environment",
  summary: "Create or change the environment's groups, roles and policies in AWS",
  options: [
    {
      flags: "--approve-wider",
      description: "approve that somebody gets more than before, where deployment.approve_wider wants it",
    },
  ],
  effect: "writes",
  force: "deploy: without it, say what would be done and exit 3",
  dryRun: "say what would be done, and write nothing but the log",
  run: async (context) => {
    const target = deploymentTarget(context);
    const findings = await forecastBefore(target, context);
    // Without --force nothing is written, and so no Pulumi stack made either.
    const stack = await openStack(target.pulumi, context.force && !context.dryRun ? "create" : "pretend");
    try {
      return await deploy({ context, target, stack, findings });
    } finally {
      stack.close();
    }
  },
  describe,
  exitCode: ({ outcome }) => (outcome === "refused" ? ExitCode.Refused : ExitCode.Done),
});
