import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { actions } from "./actions/index";
import { actionsPage } from "./actions-page";

/** The generated page. */
export const ACTIONS_PAGE = join(__dirname, "..", "docs", "actions.md");

/** The page's text as it should stand in the file. */
export async function formattedActionsPage(): Promise<string> {
  return format(actionsPage(actions), { ...(await resolveConfig(ACTIONS_PAGE)), parser: "markdown" });
}

if (require.main === module) {
  void formattedActionsPage().then((text) => writeFileSync(ACTIONS_PAGE, text));
}
