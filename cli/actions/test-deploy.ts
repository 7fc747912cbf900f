import { ExitCode } from "../../core/errors";
import { createRequire } from "node:module";
import { action, type ProductContext } from "../action";
import { changeLines, countsLine } from "../deployment/describe-changes";
import { describeRemains } from "../deployment/describe-remains";
import type * as testDeployment from "../deployment/test-deploy";

type TestDeployResult = testDeployment.TestDeployResult;

/** What runs it is loaded when it runs: local actions don't wait for it. */
const load = createRequire(__filename);

function describe(done: TestDeployResult): string[] {
  const heading = {
    deployed: `Deployed the test copy ${done.stackName}.`,
    "would-deploy": `Would deploy a test copy such as ${done.stackName}. Nothing was written.`,
    "deployed-and-removed": `Deployed the test copy ${done.stackName}, and removed it again.`,
  }[done.outcome];
  const { arns, outputs } = done.outputs as { arns?: Record<string, string>; outputs?: typeof arns };
  return [
    heading,
    `  suffix     ${done.testSuffix}`,
    `  changes    ${countsLine(done.changes, { plan: done.outcome === "would-deploy" })}`,
    ...(done.outcome === "would-deploy" ? changeLines(done.resources) : []),
    ...(done.stackId === undefined ? [] : [`  stack id   ${done.stackId}`]),
    ...(done.templateUrl === undefined ? [] : [`  template   ${done.templateUrl}`]),
    ...Object.entries(arns ?? outputs ?? {}).map(([key, value]) => `  ${key}: ${value}`),
    ...done.warnings.map((warning) => `  warning    ${warning}`),
    ...(done.remains === undefined ? [] : describeRemains(done.remains)),
    ...(done.removeWith.length === 0
      ? []
      : ["Remove it with:", ...done.removeWith.map((command) => `  ${command}`)]),
  ];
}

const deployTestCopy = (context: ProductContext) =>
  (load("../deployment/test-deploy") as typeof testDeployment).deployTestCopy(context);

/** Deploys a copy of an environment or product under names of its own. */
export const testDeploy = action<TestDeployResult>({
  id: "test-deploy",
  title: "Deploy a test copy",
  summary: "Deploy a copy of the environment or product, under names with a random suffix, beside it",
  options: [
    {
      flags: "--cleanup",
      description: "remove the copy at the end, also after a failure or Ctrl-C",
    },
  ],
  effect: "writes",
  exitCodes: [ExitCode.GuardrailViolated],
  dryRun: "say what would be done, and write nothing but the log",
  run: deployTestCopy,
  runMl: deployTestCopy,
  describe,
});
