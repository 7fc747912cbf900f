import { exportedGroups } from "../../core/exports/export-groups";
import { exportAction } from "../export-action";

/** Writes every group as it will be deployed, for a review. */
export const exportGroups = exportAction({
  id: "export-groups",
  title: "Export the groups",
  summary: "Write each IAM group as JSON, with its policies and the roles that its members may assume",
  folder: "groups",
  nouns: ["group", "groups"],
  kinds: ["group"],
  files: exportedGroups,
});
