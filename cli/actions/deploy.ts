import { createRequire } from "node:module";
import { ExitCode } from "../../core/errors";
import { action } from "../action";
import type * as deploy from "../deployment/deploy";
import { changeLines, countsLine } from "../deployment/describe-changes";
import { describeRemains } from "../deployment/describe-remains";

type DeployResult = deploy.DeployResult;

/** What runs it is loaded when it runs: local actions don't wait for it. */
const load = createRequire(__filename);

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
    `  changes    ${countsLine(done.changes, { plan: !deployed })}`,
    ...(deployed ? [] : changeLines(done.resources)),
    `  forecast   ${done.forecast.length - unknown} ok, ${unknown} unknown`,
    ...(done.stackId === undefined ? [] : [`  stack id   ${done.stackId}`]),
    ...(done.templateUrl === undefined ? [] : [`  template   ${done.templateUrl}`]),
    ...(done.report === undefined ? [] : [`  report     ${done.report}`]),
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
  exitCodes: [ExitCode.GuardrailViolated],
  files: ["reports/{stem}-deployment-{time}.html"],
  force: "deploy: without it, say what would be done and exit 3",
  dryRun: "say what would be done, and write nothing but the log",
  run: (context) => (load("../deployment/deploy") as typeof deploy).deployEnvironment(context),
  describe,
  exitCode: ({ outcome }) => (outcome === "refused" ? ExitCode.Refused : ExitCode.Done),
});
