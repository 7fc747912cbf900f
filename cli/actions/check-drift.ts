import { createRequire } from "node:module";
import { describeDrift } from "../../core/drift/describe-drift";
import { type DriftReport, hasDrift } from "../../core/drift/drift-report";
import { ExitCode } from "../../core/errors";
import { action, type ActionResult, type ProductContext } from "../action";
import type * as drift from "../drift/check-drift";

/** What runs it is loaded when it runs: local actions don't wait for it. */
const load = createRequire(__filename);

const findDrift = async (context: ProductContext) => ({
  ...(await (load("../drift/check-drift") as typeof drift).findDrift(context)),
});

/** Tells what was changed in AWS since the deployment, resource by resource; writes nothing, nor any state. */
export const checkDrift = action<DriftReport & ActionResult>({
  id: "check-drift",
  title: "Check for drift",
  summary: "Tell what was changed, added or deleted in AWS behind the deployment's back",
  options: [{ flags: "--exit-code", description: "exit with 4 where anything has drifted" }],
  effect: "reads",
  exitCodes: [ExitCode.ChangesFound],
  run: findDrift,
  runMl: findDrift,
  describe: describeDrift,
  exitCode: (report, options) =>
    options.exitCode === true && hasDrift(report) ? ExitCode.ChangesFound : ExitCode.Done,
});
