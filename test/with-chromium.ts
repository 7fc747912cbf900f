import assert from "node:assert/strict";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, launch } from "puppeteer-core";

/** What the browser is called in the packages of the distributions, and in Google's own. */
const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

function findChromium(): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const candidates = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return candidates.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/**
 * `describe` for tests that look at a page in a real browser, which is started once for all of them. Where there is
 * none they are skipped, and the title says why; with CI=true that is a failure.
 */
export function describeWithChromium(title: string, define: (browser: () => Browser) => void): void {
  const executablePath = findChromium();
  const reason = "there is no Chromium on PATH: `apt-get install chromium` brings one";
  if (executablePath === undefined) {
    if (process.env.CI === "true") describe(title, () => it("has a browser", () => assert.fail(reason)));
    else describe.skip(`${title} (skipped: ${reason})`, () => define(() => assert.fail(reason)));
    return;
  }
  describe(title, function () {
    // A busy machine may take its time to start a browser.
    this.timeout(120_000);
    let browser: Browser | undefined;
    before(async () => {
      // Chromium does not run as root in its sandbox; what it opens are our own files.
      const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
      browser = await launch({ executablePath, args, pipe: true });
    });
    after(() => browser?.close());
    define(() => browser!);
  });
}
