import type { ChangePreview } from "../../core/changes/change-preview";
import type { ActionContext } from "../action";
import { deploymentTarget } from "../deployment/target";
import { writeWhole } from "../write-whole";
import { gatherPreview } from "./gather-preview";
import { markdownReport } from "./markdown-report";

/** What show-changes found, and the files that it wrote. */
export type ShownChanges = ChangePreview & {
  /** Paths of the reports. */
  reports: string[];
};

/** Compares, and writes the reports. */
export async function showChanges(context: ActionContext): Promise<ShownChanges> {
  const preview = await gatherPreview(context, deploymentTarget(context));
  const { markdown } = context.options;
  const reports: string[] = [];
  if (typeof markdown === "string") {
    writeWhole(markdown, markdownReport(preview));
    reports.push(markdown);
  }
  return { ...preview, reports };
}
