import { createRequire } from "node:module";
import { ExitCode } from "../../core/errors";
import { action, type ProductContext } from "../action";
import { describePreview } from "../changes/describe-preview";
import type * as show from "../changes/show-changes";

/** What runs it is loaded when it runs: local actions don't wait for it. */
const load = createRequire(__filename);

const showChanges = (context: ProductContext) =>
  (load("../changes/show-changes") as typeof show).showChanges(context);

/** Shows what a deployment would change, beside what is deployed and what the account has. */
export const showChangesAction = action<show.ShownChanges>({
  id: "show-changes",
  title: "Show what a deployment would change",
  summary: "Show resource by resource and right by right what a deployment would change",
  options: [
    { flags: "--exit-code", description: "exit with 4 where something would change" },
    { flags: "--markdown <file>", description: "write it as Markdown too, for a comment on a pull request" },
  ],
  effect: "reads",
  dryRun: "make no change set and write no report: compare the templates alone",
  files: ["reports/{stem}-show-changes-{time}.html"],
  exitCodes: [ExitCode.ChangesFound, ExitCode.GuardrailViolated],
  run: showChanges,
  runMl: showChanges,
  describe: (shown) => [...describePreview(shown), ...shown.reports.map((path) => `Wrote ${path}`)],
  exitCode: ({ counts, engine }, options) => {
    if (engine.violations.some(({ mandatory }) => mandatory)) return ExitCode.GuardrailViolated;
    const changed = counts.add + counts.modify + counts.replace + counts.remove > 0;
    return options.exitCode === true && changed ? ExitCode.ChangesFound : ExitCode.Done;
  },
});
