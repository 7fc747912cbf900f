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

const HEADINGS: Record<DeployResult["outcome"], (name: string) => string> = {
  deployed: (name) => `Deployed ${name}.`,
  unchanged: (name) => `${name} is as the config says: nothing was changed.`,
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
    HEADINGS[done.outcome](done.stackName),
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
