import { createRequire } from "node:module";
import { ExitCode } from "../../core/errors";
import { action, type ProductContext } from "../action";
import type * as recovery from "../recovery/recover-stack";

type RecoverResult = recovery.RecoverResult;

/** What runs it is loaded when it runs: local actions don't wait for it. */
const load = createRequire(__filename);

function heading({ outcome, stackName, status, statusAfter }: RecoverResult): string {
  switch (outcome) {
    case "ready":
      return status === "absent"
        ? `There is no ${stackName}: nothing is to be recovered.`
        : `${stackName} is in ${status}: nothing is to be recovered.`;
    case "recovered":
      return `${stackName} was in ${status} and is in ${statusAfter} now.`;
    case "would-recover":
    case "refused":
      return `${stackName} is in ${status}. Nothing was written.`;
  }
}

function nextSteps({ outcome, command, failedResources, skipped, statusAfter }: RecoverResult): string[] {
  if (outcome === "recovered") {
    const next =
      statusAfter === "DELETE_COMPLETE" ? "deploy it again" : "correct the config, and deploy again";
    const left = `left as they are: ${skipped.join(", ")}; check-drift tells how they differ, and a deployment after a refresh puts them back`;
    return [`  next       ${next}`, ...(skipped.length === 0 ? [] : [`  ${left}`])];
  }
  if (command === undefined) return [];
  const skipping =
    failedResources.length === 0
      ? ""
      : ` (and --skip-resources ${failedResources.join(",")} to leave them as they are)`;
  return [
    `  way out    ${command}`,
    ...(outcome === "refused" ? [`  do it      add --force${skipping}`] : []),
  ];
}

const recoverStack = (context: ProductContext) =>
  (load("../recovery/recover-stack") as typeof recovery).recoverStack(context);

/** Takes a stack out of a state in which nothing can be deployed. */
export const recover = action<RecoverResult>({
  id: "recover",
  title: "Recover the stack",
  summary: "Take the stack out of a state in which nothing can be deployed",
  options: [
    {
      flags: "--skip-resources <ids>",
      description: "leave these resources as they are where a rollback fails at them, separated by commas",
    },
  ],
  effect: "writes",
  force: "take the way out: without it, say what it is and exit 3",
  dryRun: "say what the way out is, and write nothing but the log",
  run: recoverStack,
  runMl: recoverStack,
  describe: (result) => [
    heading(result),
    ...(result.statusReason === undefined ? [] : [`  AWS says   ${result.statusReason}`]),
    ...(result.cause === undefined ? [] : [`  cause      ${result.cause}`]),
    ...(result.way === undefined ? [] : [`  meaning    ${result.way}`]),
    ...nextSteps(result),
  ],
  exitCode: ({ outcome }) => (outcome === "refused" ? ExitCode.Refused : ExitCode.Done),
});
