import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const root = join(__dirname, "..");
const pages = [
  "README.md",
  "CONTRIBUTING.md",
  ...readdirSync(join(root, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

/** Targets of a page's links that lie in the repository, without what comes after `#`. */
function linkedFiles(page: string): string[] {
  const text = readFileSync(join(root, page), "utf8");
  const targets = [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, target]) => target!);
  return targets.filter((target) => !/^[a-z]+:/.test(target));
}

describe("the documentation", () => {
  for (const page of pages) {
    it(`${page} links to files that are there`, () => {
      const missing = linkedFiles(page).filter((target) => !existsSync(join(root, dirname(page), target)));
      assert.deepEqual(missing, []);
    });
  }

  it("names files of this repository that are there, beside those of the SEC provisioner", () => {
    const text = readFileSync(join(root, "docs", "from-the-sec-provisioner.md"), "utf8");
    const section = text.slice(text.indexOf("## Files"), text.indexOf("## Names"));
    const here = section.split("\n").map((row) => row.split("|")[2] ?? "");
    const named = here.flatMap((cell) => [...cell.matchAll(/`([\w./-]+)`/g)].map(([, path]) => path!));
    const paths = named.filter((path) => path.includes("/") || path.endsWith(".md"));
    assert.ok(paths.length > 10);
    assert.deepEqual(
      paths.filter((path) => !existsSync(join(root, path))),
      [],
    );
  });
});
