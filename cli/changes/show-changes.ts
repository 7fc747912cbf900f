import type { ChangePreview } from "../../core/changes/change-preview";
import type { ProductContext } from "../action";
import { deploymentTarget } from "../deployment/target";
import { changesReport } from "../reports/changes-report";
import { writeWhole } from "../write-whole";
import { gatherPreview } from "./gather-preview";
import { markdownReport } from "./markdown-report";

/** What show-changes found, and the files that it wrote. */
export type ShownChanges = ChangePreview & {
  /** Paths of the reports. */
  reports: string[];
};

/** Compares, and writes the reports: HTML beside the log, Markdown where `--markdown` says. */
export async function showChanges(context: ProductContext): Promise<ShownChanges> {
  const { log, options, dryRun } = context;
  const preview = await gatherPreview(context, deploymentTarget(context));
  if (dryRun) return { ...preview, reports: [] };
  const mask = (text: string) => log.withoutSecrets(text);
  const html = log.beside("html");
  writeWhole(html, changesReport({ preview, made: log.begun, mask }));
  if (typeof options.markdown !== "string") return { ...preview, reports: [html] };
  writeWhole(options.markdown, markdownReport(preview));
  return { ...preview, reports: [html, options.markdown] };
}
