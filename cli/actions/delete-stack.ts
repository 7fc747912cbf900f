import { createRequire } from "node:module";
import { ExitCode } from "../../core/errors";
import { action } from "../action";
import type * as deletion from "../deployment/perform-deletion";
import { DELETE_COPY, describeDeletion, DETACH, UNPROTECT } from "../deployment/describe-deletion";

/** What runs it is loaded when it runs: local actions don't wait for it. */
const load = createRequire(__filename);

/** Deletes an environment, or a test copy of it, and leaves nothing behind. */
export const deleteStack = action<deletion.DeletionResult>({
  id: "delete-stack",
  title: "Delete the environment",
  summary: "Delete the environment's groups, roles and policies, or those of a test copy",
  options: [DELETE_COPY, DETACH, UNPROTECT],
  effect: "writes",
  force: "delete: without it, say what would be lost and exit 3",
  dryRun: "say what would be lost, and write nothing but the log",
  run: (context) => (load("../deployment/perform-deletion") as typeof deletion).performDeletion(context),
  counterpart: "delete-product",
  describe: describeDeletion,
  exitCode: ({ outcome }) => (outcome === "refused" ? ExitCode.Refused : ExitCode.Done),
});
