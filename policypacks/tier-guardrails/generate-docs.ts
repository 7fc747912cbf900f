import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { guardrailsPage } from "./guardrails-page";
import { byKind, PROFILES, scoreOf } from "./mutations/score";
import { packReadme } from "./pack-readme";

/** A generated file and the text that it should have. */
export interface GeneratedPage {
  file: string;
  text: string;
}

/** The pack's README, and the page about guardrails, which takes some seconds. */
export async function generatedPages(): Promise<GeneratedPage[]> {
  const scores = PROFILES.map((profile) => ({ profile, kinds: byKind(scoreOf(profile)) }));
  return Promise.all([
    page(join(__dirname, "README.md"), packReadme()),
    page(join(__dirname, "..", "..", "docs", "guardrails.md"), guardrailsPage(scores)),
  ]);
}

async function page(file: string, text: string): Promise<GeneratedPage> {
  const options = { ...(await resolveConfig(file)), parser: "markdown" };
  return { file, text: await format(text, options) };
}

if (require.main === module) {
  void generatedPages().then((pages) => {
    for (const { file, text } of pages) writeFileSync(file, text);
  });
}
