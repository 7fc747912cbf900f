import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { rightsPage } from "./rights-page";

/** The generated page. */
export const RIGHTS_PAGE = join(__dirname, "..", "..", "docs", "aws-rights.md");

/** The page's text as it should stand in the file. */
export async function formattedRightsPage(): Promise<string> {
  return format(rightsPage(), { ...(await resolveConfig(RIGHTS_PAGE)), parser: "markdown" });
}

if (require.main === module) {
  void formattedRightsPage().then((text) => writeFileSync(RIGHTS_PAGE, text));
}
