import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { generatedPages } from "../../policypacks/tier-guardrails/generate-docs";

describe("the pages about guardrails", function () {
  this.timeout(120_000);

  it("say what the guardrails say of themselves, and what they catch of the tiers' broken templates", async () => {
    const pages = await generatedPages();
    assert.equal(pages.length, 2);
    for (const { file, text } of pages) {
      assert.equal(readFileSync(file, "utf8"), text, `${file} is out of date: run npm run gen`);
    }
  });
});
