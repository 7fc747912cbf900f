import { exportedRoles } from "../../core/exports/export-roles";
import { exportAction } from "../export-action";

/** Writes every role as it will be deployed, for a review. */
export const exportRoles = exportAction({
  id: "export-roles",
  title: "Export the roles",
  summary:
    "Write each IAM role as JSON, with its trust policy, its policies and the groups that may assume it",
  folder: "roles",
  nouns: ["role", "roles"],
  kinds: ["role", "xacct"],
  files: exportedRoles,
});
