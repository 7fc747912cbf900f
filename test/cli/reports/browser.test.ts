import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "puppeteer-core";
import { shippedConfigNames } from "../../core/shipped-configs";
import { tierSources } from "../../core/reports/tier-blueprint";
import { describeWithChromium } from "../../with-chromium";
import { hostileSources, PAYLOAD } from "./hostile";
import { sampleReports } from "./sample-reports";

/** Width and height of a common phone, in CSS pixels. */
const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 900 };

/** A4 without the margins that reports have, at 96 pixels an inch. */
const A4 = { width: 673, height: 986 };

interface Opened {
  page: Page;
  url: string;
  /** Requests, console messages, errors and dialogs: all that a report must not have. */
  heard: string[];
}

async function withReport(
  browser: Browser,
  html: string,
  viewport: { width: number; height: number },
  look: (opened: Opened) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "tierguard-report-"));
  const page = await browser.newPage();
  const heard: string[] = [];
  try {
    const file = join(folder, "report.html");
    writeFileSync(file, html);
    const url = pathToFileURL(file).href;
    page.on("request", (request) => heard.push(`request ${request.url()}`));
    page.on("console", (message) => heard.push(`console ${message.text()}`));
    page.on("pageerror", (error) => heard.push(`error ${String(error)}`));
    page.on("dialog", (dialog) => {
      heard.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    await page.setViewport(viewport);
    await page.goto(url);
    await look({ page, url, heard });
  } finally {
    await page.close();
    rmSync(folder, { recursive: true });
  }
}

const inPage = readFileSync(join(__dirname, "in-page.js"), "utf8");

/** Evaluates a call of one of the functions of `in-page.js`. */
function ask<Answer>(page: Page, call: string): Promise<Answer> {
  return page.evaluate(`${inPage}\n${call}`) as Promise<Answer>;
}

describeWithChromium("HTML reports in a browser", (browser) => {
  for (const name of shippedConfigNames) {
    for (const [kind, html] of Object.entries(sampleReports(tierSources(name)))) {
      // The other kinds differ little from tier to tier: the largest stands for all.
      if (kind !== "template" && name !== "enterprise-12") continue;
      it(`${name}, ${kind}: asks for nothing, fits a phone, can be read light and dark`, () =>
        withReport(browser(), html, PHONE, async ({ page, url, heard }) => {
          assert.deepEqual(await ask(page, "overflowing()"), []);
          const papers: string[] = [];
          for (const value of ["light", "dark"]) {
            await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value }]);
            assert.deepEqual(await ask(page, "faint()"), [], value);
            papers.push(await ask(page, "paper()"));
          }
          assert.deepEqual(papers, ["rgb(255, 255, 255)", "rgb(18, 22, 28)"]);
          await page.setViewport(DESKTOP);
          assert.deepEqual(await ask(page, "overflowing()"), []);
          assert.deepEqual(heard, [`request ${url}`]);
        }));
    }
  }

  it("prints all that it says, on paper that is white, and no wider than the paper", () =>
    withReport(
      browser(),
      sampleReports(tierSources("enterprise-12")).template!,
      DESKTOP,
      async ({ page }) => {
        await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
        await page.emulateMediaType("print");
        await page.setViewport(A4);
        assert.equal(await ask(page, "paper()"), "rgb(255, 255, 255)");
        assert.equal(await ask(page, 'allShown("details table tr")'), true, "what is folded up is printed");
        assert.equal(await ask(page, 'allShown(".contents")'), false, "links are not");
        assert.deepEqual(await ask(page, `tooWide(${A4.width}, ${A4.height})`), []);
        const pdf = await page.pdf({ format: "A4" });
        assert.equal(Buffer.from(pdf.subarray(0, 5)).toString(), "%PDF-");
      },
    ));

  it("lets the text of the diagram be selected", () =>
    withReport(browser(), sampleReports(tierSources("startup-5")).template!, DESKTOP, async ({ page }) => {
      const selected = await ask<string>(page, 'selectedIn(".diagram")');
      assert.match(selected, /data_scientists[\s\S]*aml_engineer/);
    }));

  for (const [kind, html] of Object.entries(sampleReports(hostileSources(), PAYLOAD))) {
    for (const policed of [true, false]) {
      const title = policed
        ? "as it is"
        : "without its content security policy, which would stop what escaping let through";
      it(`hostile texts in the ${kind} report run nothing, ask for nothing and fit a phone, ${title}`, () => {
        const meta = /<meta http-equiv="Content-Security-Policy"[^>]*>/;
        assert.match(html, meta);
        const shown = policed ? html : html.replace(meta, "");
        return withReport(browser(), shown, PHONE, async ({ page, url, heard }) => {
          const state = await ask(page, "traces()");
          assert.deepEqual(state, { ran: false, elements: 0, handlers: 0, text: true });
          assert.deepEqual(await ask(page, "overflowing()"), []);
          assert.deepEqual(heard, [`request ${url}`]);
        });
      });
    }
  }

  it("would notice a script that runs, a request and a page that is too wide", () => {
    const html = `<!DOCTYPE html><body><p>x</p><img src="https://report.invalid/x"><div style="width:900px">y</div><script>window.ran=1;console.log(1)</script>`;
    return withReport(browser(), html, PHONE, async ({ page, heard }) => {
      assert.equal((await ask<{ ran: boolean }>(page, "traces()")).ran, true);
      assert.notDeepEqual(await ask(page, "overflowing()"), []);
      assert.ok(
        heard.includes("request https://report.invalid/x") && heard.includes("console 1"),
        heard.join(),
      );
    });
  });

  for (const [what, word] of [
    ["a very long word", "x".repeat(300)],
    ["long words without a break in other scripts", "東".repeat(200)],
  ] as const) {
    it(`wraps ${what}, wherever it stands`, () =>
      withReport(browser(), sampleReports(hostileSources(word), word).template!, PHONE, async ({ page }) => {
        assert.deepEqual(await ask(page, "overflowing()"), []);
      }));
  }
});
