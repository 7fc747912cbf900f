import { createRequire } from "node:module";
import { ExitCode } from "../../core/errors";
import { action } from "../action";
import {
  DELETE_COPY,
  DELETE_MODEL_PACKAGES,
  describeDeletion,
  DETACH,
  EMPTY_BUCKETS,
  UNPROTECT,
} from "../deployment/describe-deletion";
import type * as deletion from "../deployment/perform-deletion";

/** What runs it is loaded when it runs: local actions don't wait for it. */
const load = createRequire(__filename);

/** Deletes an ML product, or a test copy of it; what its pipelines deployed is listed, and stays. */
export const deleteProduct = action<deletion.DeletionResult>({
  id: "delete-product",
  title: "Delete the ML product",
  summary:
    "Delete the ML product's stack, or that of a test copy; endpoints that it deployed are listed, and stay",
  options: [DELETE_COPY, EMPTY_BUCKETS, DELETE_MODEL_PACKAGES, DETACH, UNPROTECT],
  effect: "writes",
  force: "delete: without it, say what would be lost and exit 3",
  dryRun: "say what would be lost, and write nothing but the log",
  runMl: (context) => (load("../deployment/perform-deletion") as typeof deletion).performDeletion(context),
  counterpart: "delete-stack",
  describe: describeDeletion,
  exitCode: ({ outcome }) => (outcome === "refused" ? ExitCode.Refused : ExitCode.Done),
});
