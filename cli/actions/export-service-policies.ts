import { exportedPolicies } from "../../core/exports/export-policies";
import { exportAction } from "../export-action";

/** Writes every managed policy of the stack as it will be deployed, for a review. */
export const exportServicePolicies = exportAction({
  id: "export-service-policies",
  title: "Export the managed policies",
  summary: "Write each managed policy of the stack as JSON, with the groups and roles that have it",
  folder: "policies",
  nouns: ["policy", "policies"],
  kinds: ["policy"],
  files: exportedPolicies,
});
