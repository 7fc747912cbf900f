import assert from "node:assert/strict";
import { whyNotInstalled } from "../../../local/installed-packages.cjs";
import { TemporaryFolder } from "../temporary-folder";

type Packages = Record<string, Record<string, unknown>>;

const a = { version: "1.0.0", integrity: "sha512-a" };
const b = { version: "2.0.0", integrity: "sha512-b" };
const windowsOnly = { version: "3.0.0", integrity: "sha512-w", optional: true, os: ["win32"] };

const cases: { name: string; wanted: Packages; installed?: Packages; missing?: string; reason?: RegExp }[] = [
  { name: "all there", wanted: { "": {}, "node_modules/a": a }, installed: { "node_modules/a": a } },
  {
    name: "a package for another platform is not there",
    wanted: { "node_modules/a": a, "node_modules/w": windowsOnly },
    installed: { "node_modules/a": a },
  },
  {
    name: "more than wanted is there",
    wanted: { "node_modules/a": a },
    installed: { "node_modules/a": a, "node_modules/b": b },
  },
  { name: "nothing is there", wanted: { "node_modules/a": a }, reason: /nothing is installed yet/ },
  {
    name: "a nested package is not there",
    wanted: { "node_modules/a": a, "node_modules/a/node_modules/@x/b": b },
    installed: { "node_modules/a": a },
    reason: /^@x\/b 2\.0\.0 is not installed$/,
  },
  {
    name: "another version is there",
    wanted: { "node_modules/a": a },
    installed: { "node_modules/a": { ...a, version: "0.9.0" } },
    reason: /^a 1\.0\.0 is wanted, 0\.9\.0 is installed$/,
  },
  {
    name: "the same version with other content is there",
    wanted: { "node_modules/a": a },
    installed: { "node_modules/a": { ...a, integrity: "sha512-z" } },
    reason: /^a 1\.0\.0 is wanted/,
  },
  {
    name: "a package is listed, but its folder was removed",
    wanted: { "node_modules/a": a },
    installed: { "node_modules/a": a },
    missing: "node_modules/a",
    reason: /its folder is gone/,
  },
];

describe("comparing node_modules with package-lock.json", () => {
  for (const { name, wanted, installed, missing, reason } of cases) {
    it(name, () => {
      const folder = new TemporaryFolder();
      try {
        folder.write("package-lock.json", JSON.stringify({ packages: wanted }));
        if (installed !== undefined) {
          folder.write("node_modules/.package-lock.json", JSON.stringify({ packages: installed }));
          for (const path of Object.keys(installed)) {
            if (path !== missing) folder.write(`${path}/package.json`, "{}");
          }
        }
        assert.match(whyNotInstalled(folder.path) ?? "", reason ?? /^$/);
      } finally {
        folder.remove();
      }
    });
  }
});
