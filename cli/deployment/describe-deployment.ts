import type { ForecastFinding } from "../../aws/forecast/forecast";
import { counted } from "../../core/wording/join-words";
import type { ActionOption } from "../action";
import type { DeployResult } from "./perform-deployment";
import { changeLines, countsLine } from "./describe-changes";
import { describeRemains } from "./describe-remains";

/** The option by which whoever deploys approves of what deployment.approve_wider wants an approval of. */
export const APPROVE_WIDER: ActionOption = {
  flags: "--approve-wider",
  description: "approve that somebody gets more than before, where deployment.approve_wider wants it",
};

/** The option by which a deployment puts back what drifted. */
export const REFRESH: ActionOption = {
  flags: "--refresh",
  description: "read what AWS has first, and put back what was changed past the stack",
};

const HEADINGS: Record<DeployResult["outcome"], (name: string, refreshed: boolean) => string> = {
  deployed: (name) => `Deployed ${name}.`,
  unchanged: (name, refreshed) =>
    refreshed
      ? `${name} is as the config says: nothing was changed.`
      : `${name} was deployed as the config says: nothing was changed. What was changed past the stack since, check-drift tells, and --refresh puts back.`,
  "would-deploy": (name) => `Would deploy ${name}. Nothing was written.`,
  refused: (name) => `Would deploy ${name}. Nothing was written: add --force to deploy.`,
};

/** What a deployment did, or would do, a line an element. */
export function describeDeployment(done: DeployResult): string[] {
  const deployed = done.outcome === "deployed";
  const count = (status: ForecastFinding["status"]) =>
    done.forecast.filter((finding) => finding.status === status).length;
  const warnings = count("warning") === 0 ? "" : `, ${counted(count("warning"), "warning")}`;
  return [
    HEADINGS[done.outcome](done.stackName, done.refreshed),
    `  changes    ${countsLine(done.changes, { plan: !deployed })}`,
    ...(deployed ? [] : changeLines(done.resources)),
    `  forecast   ${count("ok")} ok, ${count("unknown")} unknown${warnings}`,
    ...(done.stackId === undefined ? [] : [`  stack id   ${done.stackId}`]),
    ...(done.templateUrl === undefined ? [] : [`  template   ${done.templateUrl}`]),
    ...(done.report === undefined ? [] : [`  report     ${done.report}`]),
    `  state      the Pulumi stack ${done.pulumiStack}`,
    ...done.warnings.map((warning) => `  warning    ${warning}`),
    ...(done.remains === undefined ? [] : describeRemains(done.remains)),
  ];
}
