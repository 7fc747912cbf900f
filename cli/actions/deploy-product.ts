import { createRequire } from "node:module";
import { ExitCode } from "../../core/errors";
import { action } from "../action";
import type * as deploy from "../deployment/perform-deployment";
import { APPROVE_WIDER, describeDeployment, REFRESH } from "../deployment/describe-deployment";

/** What runs it is loaded when it runs: local actions don't wait for it. */
const load = createRequire(__filename);

/** Deploys an ML product, or what of it has changed. */
export const deployProduct = action<deploy.DeployResult>({
  id: "deploy-product",
  title: "Deploy the ML product",
  summary: "Create or change the ML product's pipelines, registry, roles and what guards them in AWS",
  options: [APPROVE_WIDER, REFRESH],
  effect: "writes",
  exitCodes: [ExitCode.GuardrailViolated],
  files: ["reports/{stem}-deployment-{time}.html"],
  force: "deploy: without it, say what would be done and exit 3",
  dryRun: "say what would be done, and write nothing but the log",
  runMl: (context) => (load("../deployment/perform-deployment") as typeof deploy).performDeployment(context),
  counterpart: "deploy",
  describe: describeDeployment,
  exitCode: ({ outcome }) => (outcome === "refused" ? ExitCode.Refused : ExitCode.Done),
});
