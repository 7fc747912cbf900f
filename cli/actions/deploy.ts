import { createRequire } from "node:module";
import { ExitCode } from "../../core/errors";
import { action } from "../action";
import type * as deploy from "../deployment/perform-deployment";
import { APPROVE_WIDER, describeDeployment, REFRESH } from "../deployment/describe-deployment";

/** What runs it is loaded when it runs: local actions don't wait for it. */
const load = createRequire(__filename);

/** Deploys an environment, or what of it has changed. */
export const deployAction = action<deploy.DeployResult>({
  id: "deploy",
  title: "Deploy the environment",
  summary: "Create or change the environment's groups, roles and policies in AWS",
  options: [APPROVE_WIDER, REFRESH],
  effect: "writes",
  exitCodes: [ExitCode.GuardrailViolated],
  files: ["reports/{stem}-deployment-{time}.html"],
  force: "deploy: without it, say what would be done and exit 3",
  dryRun: "say what would be done, and write nothing but the log",
  run: (context) => (load("../deployment/perform-deployment") as typeof deploy).performDeployment(context),
  describe: describeDeployment,
  counterpart: "deploy-product",
  exitCode: ({ outcome }) => (outcome === "refused" ? ExitCode.Refused : ExitCode.Done),
});
